import { foldText, wordsOf } from '../fold.ts';
import { digestOf } from './encode.ts';

/** Titles are near when they share this part of their words, numbers all alike. */
const nearTitle = 0.8;

/** The words of a title as they are compared. */
export interface TitleWords {
  words: ReadonlySet<string>;
  numbers: string;
}

export function titleWords(title: string): TitleWords {
  const words = wordsOf(title);
  const numbers = [...words].filter((word) => /\d/.test(word)).sort();
  return { words, numbers: numbers.join(' ') };
}

/** True where two titles say nearly the same. A series says "Report 2019" and "Report 2020": those are not near. */
export function areNear(one: TitleWords, other: TitleWords): boolean {
  if (one.numbers !== other.numbers) return false;
  const [fewer, more] = one.words.size < other.words.size ? [one.words, other.words] : [other.words, one.words];
  if (fewer.size < nearTitle * more.size) return false;
  const shared = countShared(fewer, more);
  return shared >= nearTitle * (fewer.size + more.size - shared);
}

/** True where at least half of the words of the shorter title stand in the other: it may be cut, or have a subtitle. */
export function areAlike({ words: one }: TitleWords, { words: other }: TitleWords): boolean {
  const shared = countShared(one, other);
  return shared > 0 && 2 * shared >= Math.min(one.size, other.size);
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared;
}

/** By which a publication is found whose title is the same in folded words. Short, however long the title is. */
export const titleKey = (title: string): string => digestOf(foldText(title));
