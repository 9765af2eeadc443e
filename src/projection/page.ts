import { firstPlace } from './order.ts';

/** How the nodes of a list follow each other. A key is what tells the place of a node even when the node has gone. */
export interface Order {
  /** Tells its keys from those of other orders. */
  name: string;
  compare(a: number, b: number): number;
  keyOf(node: number): readonly string[];
  /** How many parts a key has. */
  keyLength: number;
  /**
   * Where every write may move all nodes a little: true for a node that stands in the list. A cursor then means the place
   * where its node stands now, not where it stood.
   */
  moves?(node: number): boolean;
  /** Below 0 where a key stands before a node. */
  compareKey(key: readonly string[], node: number): number;
}

/** Which part of a list is wanted: so many from one end, between two keys. */
export interface Range {
  size: number;
  backward: boolean;
  after?: readonly string[];
  before?: readonly string[];
}

/** The nodes of a part of a list, in its order, and whether there is more. */
export interface Page {
  nodes: number[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** A page of nodes that are in no order yet: finds it without putting all of them in order. */
export function selectPage(nodes: Iterable<number>, order: Order, range: Range): Page {
  const { size, backward, after, before } = range;
  const compare = backward ? (a: number, b: number) => order.compare(b, a) : order.compare;
  const best: number[] = [];
  let left = false; // nodes up to `after`
  let right = false; // nodes from `before` on
  for (const node of nodes) {
    if (after && order.compareKey(after, node) >= 0) left = true;
    else if (before && order.compareKey(before, node) <= 0) right = true;
    else insert(best, node, size + 1, compare);
  }
  return finish(best, range, left, right);
}

/** A page of a list in order, of which only some nodes are meant. */
export function walkPage(
  list: { length: number; at: (place: number) => number },
  isMeant: (node: number) => boolean,
  order: Order,
  range: Range,
): Page {
  const { size, backward, after, before } = range;
  const { length, at } = list;
  const start = after ? firstPlace(length, (place) => order.compareKey(after, at(place)) < 0) : 0;
  const end = before ? firstPlace(length, (place) => order.compareKey(before, at(place)) <= 0) : length;
  const nodes: number[] = [];
  const step = backward ? -1 : 1;
  for (let place = backward ? end - 1 : start; place >= start && place < end && nodes.length <= size; place += step)
    if (isMeant(at(place))) nodes.push(at(place));
  return finish(nodes, range, start > 0, end < length);
}

/** The page of the nodes found, of which one more than wanted was looked for. */
function finish(found: number[], { size, backward }: Range, left: boolean, right: boolean): Page {
  const more = found.length > size;
  const nodes = found.slice(0, size);
  if (backward) nodes.reverse();
  return { nodes, hasNext: backward ? right : more, hasPrevious: backward ? more : left };
}

/** Puts a node at its place among the best so many. */
function insert(best: number[], node: number, most: number, compare: Order['compare']): void {
  if (best.length === most && compare(node, best[most - 1]!) >= 0) return;
  best.splice(
    firstPlace(best.length, (place) => compare(best[place]!, node) > 0),
    0,
    node,
  );
  if (best.length > most) best.pop();
}
