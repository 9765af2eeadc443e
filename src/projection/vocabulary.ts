import { derived } from './derived.ts';
import { compareText, firstPlace } from './order.ts';
import { boundary } from './search-text.ts';
import type { Projection } from './projection.ts';

/** So many words may stand unsorted before all are put in order again. */
const mostUnsorted = 5_000;

/** The words of a catalogue in alphabetical order, as numbers; those that came later stand behind, unsorted. */
const sortedWords = derived(
  ({ text: { words } }) => Uint32Array.from(words.keys()).sort((a, b) => compareText(words[a]!, words[b]!)),
  (before, { text }) => (text.words.length - before.length > mostUnsorted ? undefined : before),
);

/** The numbers of the words that begin with these letters and have at most so many more. */
export function wordsThatBegin(projection: Projection, letters: string, more = Infinity): number[] {
  const { words } = projection.text;
  const sorted = sortedWords(projection);
  const found: number[] = [];
  const isMeant = (word: string) => word.startsWith(letters) && word.length <= letters.length + more;
  const start = firstPlace(sorted.length, (place) => words[sorted[place]!]! >= letters);
  for (let place = start; place < sorted.length && words[sorted[place]!]!.startsWith(letters); place++)
    if (isMeant(words[sorted[place]!]!)) found.push(sorted[place]!);
  for (let word = sorted.length; word < words.length; word++) if (isMeant(words[word]!)) found.push(word);
  return found;
}

/** The numbers of the words that become this one by one edit: a letter more, less, another one, or two in turned order. */
export function wordsNear(projection: Projection, word: string): number[] {
  const { words } = projection.text;
  const found: number[] = [];
  for (let number = 0; number < words.length; number++)
    if (number !== boundary && isOneEdit(words[number]!, word)) found.push(number);
  return found;
}

/** The same for words of which only the beginning is known: `trafik` is near `trafficking`. */
export function beginningsNear(projection: Projection, letters: string): number[] {
  const { words } = projection.text;
  const found: number[] = [];
  for (let number = 0; number < words.length; number++) {
    const word = words[number]!;
    // One letter may be wrong, missing or too many; the first is taken to be right, or all words would be near.
    if (word[0] !== letters[0] || word.length < letters.length - 1) continue;
    if ([-1, 0, 1].some((more) => isOneEdit(word.slice(0, letters.length + more), letters))) found.push(number);
  }
  return found;
}

/** True where one text becomes the other by exactly one edit. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const isTurned = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isTurned || restA.slice(1) === restB.slice(1);
}
