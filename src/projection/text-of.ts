import { kindOf } from '../model.ts';
import { addPair, createAdjacency, createPairs, neighbours, sliceLength, type Adjacency, type Neighbours } from './adjacency.ts'; // prettier-ignore
import { functionWords } from './function-words.ts';
import type { Projection } from './projection.ts';
import { boundary } from './search-text.ts';
import { saysNothing, weigh, type WeightedWords } from './words.ts';

/** What a publication's text is worked out from. */
type Known = Pick<Projection, 'ids' | 'languages'> & { words: readonly string[] };

/** The words of a publication by number with their weights, those of the title first; none of any other node. */
export const textOf = (projection: Projection, node: number): WeightedWords<number> =>
  textIn(neighbours(projection.search.sequences, node), node, knownOf(projection));

/** The same of a node's words as search-text.ts puts them one after the other. */
export function textIn(sequence: Uint32Array, node: number, { ids, languages, words }: Known): WeightedWords<number> {
  const isPublication = kindOf(ids[node]!) === 'publication';
  const title = isPublication ? titleIn(sequence) : sequence.subarray(0, 0);
  const rest = isPublication ? sequence.subarray(title.length) : title;
  const empty = functionWordsOf(languages[node]!);
  return weigh(title, rest, (word) => word === boundary || saysNothing(words[word]!, empty));
}

/** As lists of links hold them. */
export const asNeighbours = ({ words, weights }: Pick<WeightedWords<number>, 'words' | 'weights'>): Neighbours => ({
  targets: Uint32Array.from(words),
  weights: Uint8Array.from(weights),
});

/** Which publications each word tells from others, of all nodes' words: none of the lists may be patched. */
export function* createText(sequences: Adjacency, known: Known): Generator<void, Adjacency> {
  const pairs = createPairs({ weighted: true });
  let told = 0;
  for (let node = sequences.first; node < sequences.first + sequences.offsets.length - 1; node++) {
    const { words, weights } = textIn(neighbours(sequences, node), node, known);
    for (let place = 0; place < words.length; place++) addPair(pairs, words[place]!, node, weights[place]);
    if (pairs.length - told > sliceLength / 20) {
      told = pairs.length;
      yield;
    }
  }
  return yield* createAdjacency(pairs);
}

const titleIn = (sequence: Uint32Array) => sequence.subarray(0, Math.max(0, sequence.indexOf(boundary)));

/** The function words of a publication's main language, by what `languages` says. */
export const functionWordsOf = (languages: string) => functionWords(languages.split(' ')[0]);

const knownOf = ({ ids, languages, text: { words } }: Projection): Known => ({ ids, languages, words });
