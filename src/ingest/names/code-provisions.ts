import { languageOf } from './country-language.ts';
import type { CodeProvision, Names } from './names.ts';
import { isBefore, isOf, provisionsIn, type Provision } from './provisions.ts';
import type { Word } from './words.ts';

/** A provision of a code where it is cited, of one code or of several that are called the same. */
export interface CitedCode {
  start: number;
  end: number;
  ids: string[];
  /** Where the citation says more than the provision itself: `§ 104a(3)`. */
  provision?: string;
}

/**
 * Provisions of codes that a text cites by number and code: `art. 206 din Codul penal`, `§ 104a Abs 3 StGB`, `Criminal
 * Code, Article 388`. A code that is called the same in many countries is that of the text: of a country that it names or
 * whose language it is in.
 */
export function codeProvisionsIn(
  text: string,
  words: Word[],
  names: Names,
  base: string | undefined,
  named: ReadonlySet<string>,
): CitedCode[] {
  if (names.codes.size === 0) return [];
  const found: CitedCode[] = [];
  for (const provision of provisionsIn(text)) {
    for (const number of new Set(provision.numbers)) {
      const homes = (names.codes.get(number) ?? []).filter(
        ({ country, form }) =>
          (!form.includes('(') || provision.form.startsWith(form)) &&
          (!base || !country || named.has(country) || languageOf(country) === base),
      );
      const at = homes.length > 0 && spanOf(text, words, provision, homes);
      const more = provision.numbers.length === 1 && provision.form.includes('(');
      if (at) found.push({ ...at, ...(more && { provision: provision.form }) });
    }
  }
  return found;
}

/** The words from the provision to the end of its code, or from the code to the provision. */
function spanOf(text: string, words: Word[], { start, end }: Provision, known: CodeProvision[]) {
  const next = firstFrom(words, end);
  for (let at = next; at < words.length && isOf(text.slice(end, words[at]!.start)); at++)
    for (const length of [7, 6, 5, 4, 3, 2, 1]) {
      const ids = called(words.slice(at, at + length), length, known);
      if (ids.length > 0) return { start, end: words[at + length - 1]!.end, ids };
    }
  const last = firstFrom(words, start) - 1;
  if (last < 0 || !isBefore(text.slice(words[last]!.end, start))) return null;
  for (const length of [7, 6, 5, 4, 3, 2, 1]) {
    if (length > last + 1) continue;
    const ids = called(words.slice(last + 1 - length, last + 1), length, known);
    if (ids.length > 0) return { start: words[last + 1 - length]!.start, end, ids };
  }
  return null;
}

const called = (words: Word[], length: number, known: CodeProvision[]): string[] =>
  words.length < length
    ? []
    : known.filter(({ codes }) => codes.some((code) => isCalled(words, code))).map(({ id }) => id);

/** Codes are inflected (`Krivičnog zakonika`, `Codului Penal`); their short names are not. */
const isCalled = (words: Word[], code: string[]) =>
  code.length === words.length &&
  code.every((word, at) => {
    const here = words[at]!.folded;
    return word.length < 5 ? here === word : here.startsWith(word.slice(0, Math.max(3, word.length - 3)));
  });

function firstFrom(words: Word[], from: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
