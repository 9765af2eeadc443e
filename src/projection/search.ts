import { links, neighbours } from './adjacency.ts';
import { foundBy } from './postings.ts';
import type { Projection } from './projection.ts';
import { readQuery, type Query } from './query.ts';
import { remembered } from './remembered.ts';
import { boundary, inName, strength, weightInName } from './search-text.ts';
import { factors, variantsOf, type Variant } from './variants.ts';

/** The nodes in whose names and summaries a text was found. */
export interface Found {
  /** Their numbers, in no order. */
  nodes: Uint32Array;
  /** 0–1 by number: 1 for what is called just so, 0 for what was not found. */
  scores: Float32Array;
  /** The words that were found for those of the text that must be there, folded. */
  words: ReadonlySet<string>;
  /** Words that stand nowhere, and what they were taken for; nothing, where nothing is near. */
  takenAs: { word: string; words: string[] }[];
  query: Query;
}

/** How a text is searched for. */
export interface SearchOptions {
  /** Its last word is not written to its end yet. */
  completing?: boolean;
  /** Names alone, no summaries. */
  namesOnly?: boolean;
}

/** What is called just so scores 1, all else less. */
const mostElse = 0.95;

const known = remembered<Found>(
  20_000_000,
  ({ nodes, scores, words }) => 1_000 + nodes.byteLength + scores.byteLength + sizeOfWords(words),
);

/** Bytes that a set of words takes, about. */
export const sizeOfWords = (words: ReadonlySet<string>): number => 100 + 40 * words.size;

/** Finds the nodes in which all words of a text stand, in any language and script. */
export function search(
  projection: Projection,
  text: string,
  { completing, namesOnly = false }: SearchOptions = {},
): Found {
  const query = readQuery(text, { completing });
  return known(projection, [query, namesOnly], () => work(projection, query, namesOnly));
}

/** A word that stands nowhere is looked for among all: for so many words of a text, no more. */
const mostTypos = 4;

function work(projection: Projection, query: Query, namesOnly: boolean): Found {
  const size = projection.ids.length;
  const total = new Float32Array(size);
  const words = new Set<string>();
  const takenAs = new Map<string, string[]>();
  let most = 0;
  let nodes: Uint32Array | null = null;
  const terms = query.terms.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
  for (const term of terms)
    for (const word of term.words) {
      const variants = variantsOf(projection, word, term, namesOnly, takenAs.size < mostTypos);
      const texts = variants.map((variant) => projection.text.words[variant.word]!);
      const isFound = variants.length > 0 && variants[0]!.factor !== factors.near;
      if (term.isNeeded && !isFound) takenAs.set(word, texts);
      if (term.isNeeded) for (const one of texts) words.add(one);
      const { holders, strengths } = holdersOf(projection, variants, namesOnly);
      const rarity = Math.log(1 + size / Math.max(1, holders.length)) * (term.isNeeded ? 1 : factors.optional);
      most += rarity * strength;
      for (const node of holders) total[node]! += rarity * strengths[node]!;
      if (term.isNeeded) nodes = (nodes ?? holders).filter((node) => strengths[node]! > 0);
    }
  for (const { words: phrase } of query.terms)
    if (phrase.length > 1) nodes = nodes!.filter((node) => hasPhrase(projection, node, phrase));
  nodes ??= new Uint32Array(0);
  const scores = new Float32Array(size);
  for (const node of nodes) scores[node] = (mostElse * total[node]!) / most;
  markNamesakes(projection, query, scores);
  return { nodes, scores, words, takenAs: Array.from(takenAs, ([word, texts]) => ({ word, words: texts })), query };
}

/** The nodes that hold one of these words, and how strongly each does. */
function holdersOf(projection: Projection, variants: readonly Variant[], namesOnly: boolean) {
  const strengths = new Float32Array(projection.ids.length);
  const holders = new Uint32Array(projection.ids.length);
  let length = 0;
  for (const { word, factor } of variants) {
    const { targets, weights } = links(projection.search.postings, word);
    for (let place = 0; place < targets.length; place++) {
      const weight = weights![place]!;
      if (namesOnly && !(weight & inName)) continue;
      const node = targets[place]!;
      const now = factor * (weight & strength);
      if (strengths[node] === 0) holders[length++] = node;
      if (strengths[node]! < now) strengths[node] = now;
    }
  }
  return { holders: holders.subarray(0, length), strengths };
}

function hasPhrase(projection: Projection, node: number, phrase: readonly string[]): boolean {
  const wanted = phrase.map((word) => projection.text.numbers.get(word) ?? -1);
  const words = neighbours(projection.search.sequences, node);
  for (let start = words.indexOf(wanted[0]!); start >= 0; start = words.indexOf(wanted[0]!, start + 1))
    if (wanted.every((word, place) => words[start + place] === word)) return true;
  return false;
}

/** Gives what has a name of just these words the highest score. */
function markNamesakes(projection: Projection, { words }: Query, scores: Float32Array): void {
  const wanted = words.map((word) => projection.text.numbers.get(word) ?? -1);
  if (wanted.length === 0 || wanted.includes(-1)) return;
  // Only a name of so few words can give its words so much weight: most nodes need not be looked at.
  const { targets, weights } = links(projection.search.postings, wanted[0]!);
  const named = new Set<number>();
  for (let place = 0; place < targets.length; place++)
    if (foundBy(weights![place]!) >= inName + weightInName(wanted.length)) named.add(targets[place]!);
  for (const node of named)
    if (scores[node]! > 0 && nameIs(neighbours(projection.search.sequences, node), wanted)) scores[node] = 1;
}

/** True where one of the names in a sequence is just these words. */
function nameIs(sequence: Uint32Array, wanted: readonly number[]): boolean {
  for (let start = 0; start < sequence.length && sequence[start] !== boundary;) {
    let end = start;
    while (end < sequence.length && sequence[end] !== boundary) end++;
    if (end - start === wanted.length && wanted.every((word, place) => sequence[start + place] === word)) return true;
    start = end + 1;
  }
  return false;
}
