import type { CslItem } from './csl-item.ts';
import { invertedName, type CslName } from './person-name.ts';

/** One publication as an entry of BibTeX, in UTF-8 as every program of today reads it; its key is that of the id. */
export function bibtexOf(item: CslItem): string {
  const type = types[item.type] ?? 'misc';
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const fields: [name: string, value: string | undefined][] = [
    // Twice in braces: else styles write the first letter of every noun small, of German ones and of GRETA too.
    ['title', `{{${escaped(item.title)}}}`],
    ['author', item.author && `{${item.author.map(authorOf).join(' and ')}}`],
    ['journal', text(item['container-title'])],
    [type === 'techreport' ? 'institution' : 'publisher', text(item.publisher)],
    ['type', type === 'techreport' ? text(item.genre) : undefined],
    ['year', year === undefined ? undefined : `{${String(year).padStart(4, '0')}}`],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['day', day === undefined ? undefined : `{${day}}`],
    ['doi', verbatim(item.DOI)],
    ['isbn', verbatim(item.ISBN)],
    ['url', verbatim(item.URL)],
    ['language', verbatim(item.language)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = ${value}`));
  return `@${type}{${item.id},\n${lines.join(',\n')}\n}\n`;
}

/** Entry types, by those of CSL. A thesis is none of them: BibTeX wants to know the degree. */
const types: Record<string, string> = {
  report: 'techreport',
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
};

/** BibTeX's own words for the months, which styles write in the language of the text. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, escaped ones too: those of a title may not come in pairs.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  // Fonts of old show these as an exclamation and a question mark upside down.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};
const escaped = (value: string) => value.replace(/[\\{}~^$&%#_<>|]/g, (character) => special[character]!);
const text = (value: string | undefined) => value && `{${escaped(value)}}`;
/** What is read letter by letter; a brace would end the field. */
const verbatim = (value: string | undefined) => value && `{${value.replace(/[{}\\\s]/g, encodeURIComponent)}}`;

/** In braces it is one name, whatever `and` or comma stands in it. */
const authorOf = (name: CslName) => ('literal' in name ? `{${escaped(name.literal)}}` : escaped(invertedName(name)));
