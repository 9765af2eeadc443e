import { linesOf, type PageText } from '../page/read-page.ts';

/** What a page says on how to cite its work, as far as it could be read. */
export interface CitedWork {
  /** Given name first; whole where the citation or the page has it whole, else nobody. */
  authors: string[];
  /** As it stands there. */
  publisher?: string;
}

/** `Suggested citation`, `Zitiervorschlag`. */
export const citationLabel =
  /(?:suggested|recommended|preferred) citation|cite (?:as|this)|how to cite|zitier(?:vorschlag|weise|hinweis)|zitiert als|citation (?:suggérée|recommandée)|(?:pour|comment) citer|cita (?:sugerida|recomendada)|c[oó]mo citar|come citare|citazione consigliata|cum se citează|como citar|citação|citeren als|citeerwijze|referentie|predloženi citat|предложени цитат|kako citirati/iu;

const longest = 600; // UTF-16 code units of a citation
const searched = 20_000; // of a page, for names that a citation shortens

/** `Quillby, H. and Wrzosek-Lane, T. (2023) Title. London: Publisher.` behind such a label or below it. */
export function citedWork(page: PageText): CitedWork {
  const lines = linesOf(page);
  for (const [at, line] of lines.entries()) {
    const label = line.length <= longest ? citationLabel.exec(line.slice(0, 60)) : null;
    if (!label) continue;
    const own = line.slice(label.index + label[0].length).replace(/^[^:]{0,20}:\s*/, '').trim(); // prettier-ignore
    const cited = parted.exec((own || lines[at + 1] || '').slice(0, longest));
    if (!cited) continue;
    const [, who = '', rest = ''] = cited;
    const publisher = placeAndPublisher.exec(rest)?.[1];
    return { authors: wholeNames(who, page), ...(publisher && { publisher }) };
  }
  return { authors: [] };
}

const parted = /^(.{3,300}?)[\s.,]*\((?:19|20)\d\d[a-z]?(?:,[^()]{0,20})?\)[\s.:,]*(.+)$/u;
const placeAndPublisher = /[.,]\s+(?:\p{Lu}[\p{L}’'-]+[ /]?){1,3}:\s+(\p{Lu}[^:]{2,120}?)[.\s]*$/u;

const family = "(?:(?:van|von|de|der|den|del|di|da|dos|du|la|le|al)\\s){0,2}\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]+)?"; // prettier-ignore
const given = "(?:\\p{Lu}\\.?[\\s-]?)+(?![\\p{L}])|\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,2}";
const turned = new RegExp(`(${family}),\\s+(${given})(?=\\s*(?:[,;/&]|$|\\s(?:and|und|et|y|e|en|și|i|и)\\s))`, 'gu');

/** Names that are turned around, those with initials as the page has them elsewhere; none where one is not there. */
function wholeNames(who: string, page: PageText): string[] {
  const text = linesOf(page).join('\n').slice(0, searched);
  const names: string[] = [];
  for (const [, last = '', first = ''] of who.matchAll(turned)) {
    const isShort = /^(?:\p{Lu}\.?[\s-]?)+$/u.test(first);
    const name = isShort ? wholeName(first.slice(0, 1), last, text) : `${first} ${last}`;
    if (name === undefined) return [];
    names.push(name);
  }
  return names;
}

/** A name on the page that begins with a letter and ends with a family name. */
const wholeName = (initial: string, last: string, text: string): string | undefined =>
  new RegExp(`(?<!\\p{L})${initial}\\p{Ll}[\\p{L}\\p{M}’'-]*(?:[ ]\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,2}[ ]${last.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').exec(text)?.[0]; // prettier-ignore
