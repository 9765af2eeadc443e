import type { CslItem } from './csl-item.ts';
import { invertedName } from './person-name.ts';

/** Types of RIS, by those of CSL. */
const types: Record<string, string> = {
  report: 'RPRT',
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  webpage: 'ELEC',
  thesis: 'THES',
  speech: 'SLIDE',
  legal_case: 'CASE',
};

/** One publication as RIS: a line for each value, ended as its specification says, none of them wrapped. */
export function risOf(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const twoDigits = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', types[item.type] ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((author): [string, string] => ['AU', invertedName(author)]),
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['M3', item.genre],
    ['PY', year === undefined ? undefined : fourDigits(year)],
    ['DA', year === undefined ? undefined : `${fourDigits(year)}/${twoDigits(month)}/${twoDigits(day)}/`],
    ['DO', item.DOI],
    ['SN', item.ISBN],
    ['UR', item.URL],
    ['LA', item.language],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`)).join('');
}

const fourDigits = (year: number) => String(year).padStart(4, '0');
