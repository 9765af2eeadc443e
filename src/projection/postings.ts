import { addPair, createAdjacency, createPairs, neighbours, sliceLength, type Adjacency, type Neighbours } from './adjacency.ts'; // prettier-ignore
import { weighSequence } from './search-text.ts';
import { textIn, type Known } from './text-of.ts';

/** By what a posting weighs: how much of its node the word is to who searches, see search-text.ts. */
export const foundBy = (weight: number): number => weight & 255;

/** By what a posting weighs: how much a publication is told from others by the word, see words.ts; 0 for not at all. */
export const toldBy = (weight: number): number => weight >> 8;

/** The different words of a node, each with what its posting weighs: the two above in one. */
export function wordsOf(sequence: Uint32Array, node: number, known: Known): Neighbours {
  const found = weighSequence(sequence);
  const { words, weights } = textIn(sequence, node, known);
  // Both have their words in the order they first stand, the second some of those that the first has.
  for (let place = 0, next = 0; next < words.length; place++)
    if (found.targets[place] === words[next]) found.weights![place]! += weights[next++]! << 8;
  return found;
}

/** Which nodes each word stands in, and what it is there. Takes sequences of which none is patched. */
export function* createPostings(sequences: Adjacency, known: Known): Generator<void, Adjacency> {
  const pairs = createPairs({ weighted: true });
  let told = 0;
  for (let node = sequences.first; node < sequences.first + sequences.offsets.length - 1; node++) {
    const { targets, weights } = wordsOf(neighbours(sequences, node), node, known);
    for (let place = 0; place < targets.length; place++) addPair(pairs, targets[place]!, node, weights![place]);
    if (pairs.length - told > sliceLength / 20) {
      told = pairs.length;
      yield;
    }
  }
  return yield* createAdjacency(pairs);
}
