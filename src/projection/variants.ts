import { links } from './adjacency.ts';
import type { Projection } from './projection.ts';
import type { Term } from './query.ts';
import { inName } from './search-text.ts';
import { beginningsNear, wordsNear, wordsThatBegin } from './vocabulary.ts';

/** How much a word counts that only begins like the one searched for, is one edit away from it, or might be missing. */
export const factors = { same: 1, ending: 0.8, near: 0.5, optional: 0.1 };

/** A word of the catalogue that will do for one that is searched for. */
export interface Variant {
  word: number;
  factor: number;
}

/** What will do for a word: itself and its endings, of a beginning all words with it; where nothing does, what is near. */
export function variantsOf(
  projection: Projection,
  word: string,
  { isExact, isBeginning }: Term,
  namesOnly: boolean,
  mayBeTypo: boolean,
): Variant[] {
  const { numbers } = projection.text;
  const isUsed = (number: number) => {
    const { targets, weights } = links(projection.search.postings, number);
    return namesOnly ? weights !== null && weights.some((weight) => weight & inName) : targets.length > 0;
  };
  const own = numbers.get(word);
  const variants: Variant[] = own === undefined ? [] : [{ word: own, factor: factors.same }];
  const add = (others: number[], factor: number) => {
    for (const other of others) if (other !== own) variants.push({ word: other, factor });
  };
  if (isExact) return variants.filter((variant) => isUsed(variant.word));
  if (isBeginning) add(wordsThatBegin(projection, word), factors.ending);
  else if (word.length >= shortest) add(wordsThatBegin(projection, stemOf(word), 2), factors.ending);
  const used = variants.filter((variant) => isUsed(variant.word));
  if (used.length > 0 || !mayBeTypo || word.length < shortest || /\d/.test(word)) return used;
  const near = isBeginning ? beginningsNear(projection, word) : wordsNear(projection, word);
  return near.filter(isUsed).map((other) => ({ word: other, factor: factors.near }));
}

/** Words with fewer letters are too like others: only what is written so is meant. */
const shortest = 4;

/** Endings come after what is left without an `s`: `permits` is found in `permit`, and the other way round. */
const stemOf = (word: string) => (word.length > shortest ? word.replace(/s$/, '') : word);
