import { kindOf } from '../model.ts';
import { neighbours, type Adjacency, type Neighbours } from './adjacency.ts';
import { functionWords } from './function-words.ts';
import type { Projection } from './projection.ts';
import { backFrom, boundary } from './search-text.ts';
import { saysNothing, weigh, type WeightedWords } from './words.ts';

/** What a publication's text is worked out from. */
type Known = Pick<Projection, 'ids' | 'languages'> & { words: readonly string[] };

/** The words of a publication by number with their weights, those of the title first; none of any other node. */
export const textOf = (projection: Projection, node: number): WeightedWords<number> =>
  textIn(neighbours(projection.search.sequences, node), node, knownOf(projection));

/** The same of a node's words as search-text.ts puts them one after the other. */
export function textIn(sequence: Uint32Array, node: number, { ids, languages, words }: Known): WeightedWords<number> {
  if (kindOf(ids[node]!) !== 'publication') return { words: [], weights: [] };
  const title = sequence.subarray(0, Math.max(0, sequence.indexOf(boundary)));
  const rest = sequence.subarray(title.length);
  const empty = functionWordsOf(languages[node]!);
  return weigh(title, rest, (word) => word === boundary || saysNothing(words[word]!, empty));
}

/** As lists of links hold them. */
export const asNeighbours = ({ words, weights }: WeightedWords<number>): Neighbours => ({
  targets: Uint32Array.from(words),
  weights: Uint8Array.from(weights),
});

/** Which publications each word tells from others, of all nodes' words; none of these lists may be patched. */
export const createText = (sequences: Adjacency, known: Known): Generator<void, Adjacency> =>
  backFrom(sequences, (sequence, node) => {
    const { words, weights } = textIn(sequence, node, known);
    return { targets: words, weights };
  });

/** The function words of a publication's main language, by what `languages` says. */
export const functionWordsOf = (languages: string) => functionWords(languages.split(' ')[0]);

const knownOf = ({ ids, languages, text: { words } }: Projection): Known => ({ ids, languages, words });
