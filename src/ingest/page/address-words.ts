import { wordsIn } from '../names/words.ts';

/** Words of a text by which it is compared with an address. */
export interface AddressWords {
  /** As the address writes them. */
  written: string[];
  keys: string[];
}

const least = 2; // words; one says too little to be a title
const notTelling = /^(index|default|home|main|view|download|pdf|page|node|item|article|document|details?|amp|html?)$/i;

/**
 * The words that a page's address ends with, without numbers of databases, file endings and tags of languages; empty
 * where they tell nothing: `["policy", "paper", "on", "residence"]` of `https://example.org/3385/policy-paper-on-residence_en`.
 */
export function wordsOfAddress(url = ''): AddressWords {
  const segments = URL.canParse(url) ? new URL(url).pathname.split('/').map(decoded).filter(Boolean) : [];
  for (const segment of segments.slice(-2).reverse()) {
    const words = wordsOfSegment(segment);
    if (words.length >= least) return { written: words, keys: words.flatMap(keysOf) };
    if (words.length === 1 && !notTelling.test(words[0]!)) break; // a section; what is above it is wider still
  }
  return { written: [], keys: [] };
}

function wordsOfSegment(segment: string): string[] {
  const bare = segment.slice(0, 400).replace(/\.(x?html?|php\d?|aspx?|jsp|pdf|docx?|txt)$/i, '').replace(/_[a-z]{2}$/, ''); // prettier-ignore
  const words = bare.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  while (words.length > 0 && isNumberOfDatabase(words[0]!)) words.shift();
  while (words.length > 0 && (isNumberOfDatabase(words.at(-1)!) || /^\d$/.test(words.at(-1)!))) words.pop();
  return words.some((word) => /\p{L}{2}/u.test(word)) ? words : [];
}

/** `105917164`, `oz1xn6pq`; not `2018`, `21` or `covid19`. */
const isNumberOfDatabase = (word: string) =>
  /^\d{5,}$/.test(word) || (word.length > 5 && /\d\p{L}+\d|^\p{L}{0,2}\d.*\p{L}$/u.test(word));

/** The name of a site and the one word that an address says of a part of it: `campaign` of `?main=campaign` or `/campaign/`. */
export function sectionOf(url = ''): { site: string; section: string } {
  if (!URL.canParse(url)) return { site: '', section: '' };
  const { hostname, pathname, searchParams } = new URL(url);
  const site =
    hostname
      .replace(/^www\./, '')
      .split('.')
      .at(-2) ?? '';
  const words = [...pathname.split('/'), ...searchParams.values()].filter((word) => /^\p{L}{4,20}$/u.test(word));
  return { site, section: words.at(-1) ?? '' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What addresses write for letters that they do not have. */
const respelled: [RegExp, string][] = [[/([aou])e/g, '$1'], [/([csz])h/g, '$1'], [/dj/g, 'd'], [/ss/g, 's'], [/y/g, 'j']]; // prettier-ignore

/** The words of a text as keys that are the same for `Stärkung` and `staerkung`, `истраживања` and `istrazhivanja`. */
export const keysOf = (text: string): string[] =>
  wordsIn(text).map(({ folded }) => respelled.reduce((key, [from, to]) => key.replace(from, to), folded));

/**
 * How much of an address a text says and the other way round, 0–1 (Dice's coefficient of their words); 0 where less
 * than three quarters of the address are in it.
 */
export function likeness(text: string, { keys }: AddressWords): number {
  const of = keysOf(text);
  const left = new Map<string, number>();
  for (const key of of) left.set(key, (left.get(key) ?? 0) + 1);
  let common = 0;
  for (const key of keys) {
    const times = left.get(key) ?? 0;
    if (times === 0) continue;
    common++;
    left.set(key, times - 1);
  }
  return common < keys.length * 0.75 ? 0 : (2 * common) / (keys.length + of.length);
}

/** True where a text begins with the words of the address, which many sites cut off. */
export function beginsWith(text: string, { keys }: AddressWords): boolean {
  const of = keysOf(text);
  return keys.length > 1 && keys.every((key, at) => of[at] === key);
}

/** A part of a text that says the address word by word and begins with a capital; null where there is none. */
export function phraseIn(text: string, { keys }: AddressWords): { text: string; start: number; end: number } | null {
  const words = wordsIn(text);
  const of = words.map(({ folded }) => respelled.reduce((key, [from, to]) => key.replace(from, to), folded));
  for (let at = of.indexOf(keys[0]!); at >= 0; at = of.indexOf(keys[0]!, at + 1)) {
    if (!keys.every((key, place) => of[at + place] === key)) continue;
    const [start, end] = [words[at]!.start, words[at + keys.length - 1]!.end];
    const phrase = text.slice(start, end);
    if (/^\p{Lu}/u.test(phrase) && !/\n\s*\n/.test(phrase)) return { text: phrase, start, end };
  }
  return null;
}

/** The words of an address as a title, spelled as the text spells them: with its diacritics and capitals. */
export function spelledOut({ written }: AddressWords, text: string): string {
  const spellings = new Map<string, string>();
  for (const { start, end } of wordsIn(text.slice(0, 20_000))) {
    const word = text.slice(start, end);
    const [key = ''] = keysOf(word);
    const known = spellings.get(key);
    if (known === undefined || (/^\p{Lu}/u.test(known) && /^\p{Ll}/u.test(word))) spellings.set(key, word);
  }
  const title = written.map((word) => spellings.get(keysOf(word)[0] ?? '') ?? word).join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
