import { kindOf } from '../model.ts';
import { neighbours } from './adjacency.ts';
import { functionWords } from './function-words.ts';
import type { Projection } from './projection.ts';
import { boundary } from './search-text.ts';
import { saysNothing, titleFactor, weigh, type WeightedWords } from './words.ts';

/** What a publication's text is worked out from. */
export type Known = Pick<Projection, 'ids' | 'languages'> & { words: readonly string[] };

/** The words of a publication by number with their weights, those of the title first; none of any other node. */
export const textOf = (projection: Projection, node: number): WeightedWords<number> =>
  textIn(neighbours(projection.search.sequences, node), node, knownOf(projection));

/** The same of a node's words as search-text.ts puts them one after the other. */
export function textIn(sequence: Uint32Array, node: number, { ids, languages, words }: Known): WeightedWords<number> {
  if (kindOf(ids[node]!) !== 'publication') return { words: [], weights: [] };
  const empty = functionWordsOf(languages[node]!);
  const behindTitle = Math.max(0, sequence.indexOf(boundary));
  const found: number[] = [];
  makeRoom(words.length);
  for (let place = 0; place < sequence.length; place++) {
    const word = sequence[place]!;
    if (counts[word] === 0) found.push(word);
    counts[word]! += place < behindTitle ? titleFactor : 1;
  }
  const telling = found.filter((word) => !saysNothing(words[word]!, empty));
  const weighed = weigh(telling, (word) => counts[word]!);
  for (const word of found) counts[word] = 0;
  return weighed;
}

/** How often each word stands in the text that is looked at; 0 in between. */
let counts = new Uint16Array(0);

function makeRoom(words: number): void {
  if (counts.length < words) counts = new Uint16Array(words * 2);
}

/** The function words of a publication's main language, by what `languages` says. */
export const functionWordsOf = (languages: string) => functionWords(languages.split(' ')[0]);

export const knownOf = ({ ids, languages, text: { words } }: Projection): Known => ({ ids, languages, words });
