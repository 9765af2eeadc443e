import { kindOf, kinds as allKinds, type Kind } from '../model.ts';
import { relationNames } from '../relations.ts';
import { neighbours } from './adjacency.ts';
import { derived } from './derived.ts';
import { orderBy } from './orders.ts';
import { selectPage } from './page.ts';
import type { Projection } from './projection.ts';
import { remembered } from './remembered.ts';
import { readQuery } from './query.ts';
import { search, sizeOfWords } from './search.ts';
import { boundary } from './search-text.ts';

/** Something whose name goes on as a text begins. */
export interface Suggested {
  node: number;
  /** The words that stand for those of the text, folded. */
  words: ReadonlySet<string>;
}

/**
 * What a text that is being written may be meant to become: first entities with a name that begins so, then
 * publications, then what has these words within. Of equals first what more links lead to, where it is the first of its
 * names several times as much; then the shorter name.
 */
export const suggest = (projection: Projection, text: string, size: number, kinds: readonly Kind[] = allKinds) =>
  known(projection, [readQuery(text, { completing: true }), size, kinds], () => work(projection, text, size, kinds));

const known = remembered<Suggested[]>(5_000_000, (list) => list.length * 16 + sizeOfWords(list[0]?.words ?? new Set()));

function work(projection: Projection, text: string, size: number, kinds: readonly Kind[]): Suggested[] {
  const { nodes, words, query } = search(projection, text, { completing: true, namesOnly: true });
  const beginning = query.words.slice(0, -1).map((word) => projection.text.numbers.get(word) ?? -1);
  const last = query.words.at(-1) ?? '';
  const isLast = (word: number) => projection.text.words[word]!.startsWith(last);
  const degrees = degreesOf(projection);
  const ranks = new Map<number, { tier: number; links: number }>();
  const rankOf = (node: number) => {
    let rank = ranks.get(node);
    if (rank === undefined) {
      const place = beginsWith(neighbours(projection.search.sequences, node), beginning, isLast);
      const isEntity = kindOf(projection.ids[node]!) !== 'publication';
      const links = degrees[node]! + 1;
      rank =
        place === null
          ? { tier: 0, links }
          : { tier: isEntity ? 2 : 1, links: place === 0 ? links * firstName : links };
      ranks.set(node, rank);
    }
    return rank;
  };
  const order = orderBy(projection, 'suggestions', [
    { of: (node) => rankOf(node).tier, descending: true },
    { of: (node) => rankOf(node).links, descending: true },
    { of: (node) => projection.labels[node]!.length },
  ]);
  const isWanted = (node: number) => kinds.includes(kindOf(projection.ids[node]!)!);
  const isPublication = (node: number) => projection.ids[node]!.startsWith('publication/');
  // Most nodes are publications: they need not be looked at where enough entities stand before all of them.
  const entities = nodes.filter((node) => !isPublication(node) && isWanted(node));
  const before = selectPage(entities, order, { size, backward: false }).nodes;
  const isEnough = before.length === size && before.every((node) => rankOf(node).tier === 2);
  const chosen = isEnough ? before : selectPage(nodes.filter(isWanted), order, { size, backward: false }).nodes;
  return chosen.map((node) => ({ node, words }));
}

/** So many times the links count of what is called so before all. */
const firstName = 5;

/** Where in a sequence the first name stands that begins so: 0 for its very first; null where none does. */
function beginsWith(sequence: Uint32Array, words: readonly number[], isLast: (word: number) => boolean): number | null {
  for (let start = 0; start < sequence.length && sequence[start] !== boundary;) {
    const begins = words.every((word, place) => sequence[start + place] === word);
    const next = sequence[start + words.length];
    if (begins && next !== undefined && next !== boundary && isLast(next)) return start;
    start = sequence.indexOf(boundary, start) + 1;
    if (start === 0) break;
  }
  return null;
}

/** How many links lead to each node. */
const degreesOf = derived((projection) =>
  Uint32Array.from(projection.ids.keys(), (node) =>
    relationNames.reduce((sum, name) => sum + neighbours(projection.in[name], node).length, 0),
  ),
);
