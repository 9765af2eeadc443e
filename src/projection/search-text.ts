import type { Neighbours } from './adjacency.ts';

/** The number of the word that is none: one stands behind each name, another behind the last of them. */
export const boundary = 0;

/** More words of a node are not looked at. */
const mostWords = 2_000;

/** Set in the weight of a word that stands in a name. */
export const inName = 128;
/** The weight without that. */
export const strength = 127;

/** Folded names and a summary as one row of word numbers: `name · boundary · name · boundary · boundary · summary`. */
export function sequenceOf(names: readonly string[], summary: string, numberOf: (word: string) => number): number[] {
  const sequence: number[] = [];
  for (const name of names) {
    if (name === '' || sequence.length >= mostWords) continue;
    for (const word of name.split(' ')) sequence.push(numberOf(word));
    sequence.push(boundary);
  }
  sequence.push(boundary);
  if (summary !== '') for (const word of summary.split(' ')) sequence.push(numberOf(word));
  return sequence.slice(0, mostWords);
}

/** How much of a node a word is that stands in a name of so many words. */
export const weightInName = (length: number) => Math.max(20, Math.round(90 / (1 + length / 20)));

/** The same for a word that stands so often in a summary of so many words: saturated as in BM25. */
const weightInSummary = (times: number, length: number) =>
  Math.max(1, Math.round((24 * times) / (times + 0.3 + (0.9 * length) / 60)));

/** By word, while one sequence is weighed, and 0 in between: its weight in the best name, and how often the summary has it. */
let named = new Uint8Array(4_096);
let often = new Uint16Array(named.length);

/** The different words of a sequence, each with its weight in a byte: the best name it stands in, and the summary. */
export function weighSequence(sequence: Uint32Array): Neighbours {
  makeRoom(sequence);
  const words: number[] = [];
  let start = 0;
  for (; start < sequence.length && sequence[start] !== boundary;) {
    let end = start;
    while (end < sequence.length && sequence[end] !== boundary) end++;
    const weight = weightInName(end - start);
    for (let place = start; place < end; place++) {
      const word = sequence[place]!;
      if (named[word] === 0) words.push(word);
      if (named[word]! < weight) named[word] = weight;
    }
    start = end + 1;
  }
  const length = sequence.length - start - 1;
  for (let place = start + 1; place < sequence.length; place++) {
    const word = sequence[place]!;
    if (named[word] === 0 && often[word] === 0) words.push(word);
    often[word]!++;
  }
  const weights = new Uint16Array(words.length); // room for postings.ts
  for (const [place, word] of words.entries()) {
    const times = often[word]!;
    weights[place] = (named[word]! && inName) + named[word]! + (times && weightInSummary(times, length));
    named[word] = often[word] = 0;
  }
  return { targets: Uint32Array.from(words), weights };
}

function makeRoom(sequence: Uint32Array): void {
  let size = named.length;
  for (let place = 0; place < sequence.length; place++) while (sequence[place]! >= size) size *= 2;
  if (size === named.length) return;
  named = new Uint8Array(size);
  often = new Uint16Array(size);
}
