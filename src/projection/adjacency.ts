/** The neighbours of one node, and what each weighs where the links carry weights. */
export interface Neighbours {
  targets: Uint32Array;
  weights: Uint16Array | null;
}

/**
 * Compressed adjacency: the neighbours of node `n` are `targets[offsets[n - first] … offsets[n - first + 1])`, in the
 * order given, unless `patches` has others for it. Nodes before `first` and behind the last offset have none.
 */
export interface Adjacency {
  readonly first: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Uint16Array | null;
  readonly patches: ReadonlyMap<number, Neighbours>;
  /** How many links there are in all. */
  readonly size: number;
}

/** A list of links that grows without making an object for each, and without being moved. */
export interface Pairs {
  length: number;
  readonly weighted: boolean;
  /** All but the last are full. */
  readonly parts: Part[];
}

interface Part {
  /** from, to, from, to, … */
  values: Uint32Array;
  weights: Uint16Array | null;
  length: number;
}

/** So many links are worked on between two pauses: a few milliseconds. */
export const sliceLength = 100_000;

export const createPairs = ({ weighted = false } = {}): Pairs => ({ length: 0, weighted, parts: [] });

export function addPair(pairs: Pairs, from: number, to: number, weight = 1): void {
  let part = pairs.parts.at(-1);
  if (!part || part.length * 2 === part.values.length) {
    const room = Math.min(sliceLength, Math.max(pairs.length, 512)); // for as many as there are: few take little
    const weights = pairs.weighted ? new Uint16Array(room) : null;
    part = { values: new Uint32Array(room * 2), weights, length: 0 };
    pairs.parts.push(part);
  }
  part.values[part.length * 2] = from;
  part.values[part.length * 2 + 1] = to;
  if (part.weights) part.weights[part.length] = weight;
  part.length++;
  pairs.length++;
}

/**
 * Adjacency by counting sort; links with the same `from` keep their order. Yields now and then, to be paused there. The list
 * is empty afterwards: its memory is wanted for the next.
 */
export function* createAdjacency(pairs: Pairs): Generator<void, Adjacency> {
  if (pairs.length === 0) return emptyAdjacency;
  let first = 2 ** 32;
  let last = -1;
  for (const { values, length } of pairs.parts) {
    for (let i = 0; i < length; i++) {
      const from = values[i * 2]!;
      if (from < first) first = from;
      if (from > last) last = from;
    }
    yield;
  }
  const offsets = new Uint32Array(last - first + 2);
  for (const { values, length } of pairs.parts) {
    for (let i = 0; i < length; i++) offsets[values[i * 2]! - first + 1]!++;
    yield;
  }
  for (let n = 1; n < offsets.length; n++) offsets[n]! += offsets[n - 1]!;
  const next = offsets.slice();
  const size = pairs.length;
  const targets = new Uint32Array(size);
  const ordered = pairs.weighted ? new Uint16Array(size) : null;
  for (let part = pairs.parts.shift(); part; part = pairs.parts.shift()) {
    const { values, weights, length } = part;
    for (let i = 0; i < length; i++) {
      const place = next[values[i * 2]! - first]!++;
      targets[place] = values[i * 2 + 1]!;
      if (ordered) ordered[place] = weights![i]!;
    }
    yield;
  }
  pairs.length = 0;
  return { first, offsets, targets, weights: ordered, patches: new Map(), size };
}

/** The same links walked the other way; the neighbours of a node stand in ascending order. Takes no patched ones. */
export function* reverse({ first, offsets, targets, weights }: Adjacency): Generator<void, Adjacency> {
  const length = targets.length;
  if (length === 0) return emptyAdjacency;
  let least = 2 ** 32;
  let most = 0;
  for (let i = 0; i < length; i++) {
    const target = targets[i]!;
    if (target < least) least = target;
    if (target > most) most = target;
    if (i % sliceLength === 0) yield;
  }
  const reversed = new Uint32Array(most - least + 2);
  for (let i = 0; i < length; i++) {
    reversed[targets[i]! - least + 1]!++;
    if (i % sliceLength === 0) yield;
  }
  for (let n = 1; n < reversed.length; n++) reversed[n]! += reversed[n - 1]!;
  const next = reversed.slice();
  const sources = new Uint32Array(length);
  const ordered = weights && new Uint16Array(length);
  for (let i = 0, from = 0; i < length; i++) {
    while (offsets[from + 1]! <= i) from++;
    const place = next[targets[i]! - least]!++;
    sources[place] = from + first;
    if (ordered) ordered[place] = weights![i]!;
    if (i % sliceLength === 0) yield;
  }
  return { first: least, offsets: reversed, targets: sources, weights: ordered, patches: new Map(), size: length };
}

/** No neighbours. */
export const none: Neighbours = { targets: new Uint32Array(0), weights: null };

/** No links at all. */
export const emptyAdjacency: Adjacency = {
  first: 0,
  offsets: new Uint32Array(1),
  targets: none.targets,
  weights: null,
  patches: new Map(),
  size: 0,
};

/** The neighbours of one node with their weights: views, not copies. */
export function links(adjacency: Adjacency, node: number): Neighbours {
  const { first, offsets, targets, weights, patches } = adjacency;
  const patch = patches.get(node);
  if (patch) return patch;
  const place = node - first;
  if (place < 0 || place + 1 >= offsets.length) return none;
  const [start, end] = [offsets[place], offsets[place + 1]];
  return { targets: targets.subarray(start, end), weights: weights && weights.subarray(start, end) };
}

/** The neighbours of one node: a view, not a copy. */
export function neighbours(adjacency: Adjacency, node: number): Uint32Array {
  const { first, offsets, targets, patches } = adjacency;
  const patch = patches.size > 0 ? patches.get(node) : undefined;
  if (patch) return patch.targets;
  const place = node - first;
  return place < 0 || place + 1 >= offsets.length ? none.targets : targets.subarray(offsets[place], offsets[place + 1]);
}

/**
 * Writes the neighbours of one node into a list from place `at` on and gives the place behind them. For walks over very
 * many nodes, which would make as many views.
 */
export function readNeighbours(adjacency: Adjacency, node: number, into: number[], at = 0): number {
  const { first, offsets, targets, patches } = adjacency;
  const patch = patches.size > 0 ? patches.get(node) : undefined;
  if (patch) {
    for (const target of patch.targets) into[at++] = target;
    return at;
  }
  const place = node - first;
  if (place < 0 || place + 1 >= offsets.length) return at;
  const end = offsets[place + 1]!;
  for (let i = offsets[place]!; i < end; i++) into[at++] = targets[i]!;
  return at;
}

/** How many neighbours a node has. */
export function countNeighbours({ first, offsets, patches }: Adjacency, node: number): number {
  const patch = patches.size > 0 ? patches.get(node) : undefined;
  if (patch) return patch.targets.length;
  const place = node - first;
  return place < 0 || place + 1 >= offsets.length ? 0 : offsets[place + 1]! - offsets[place]!;
}

/** The same links but for those of some nodes, which have others now; what was there before stays as it is. */
export function patched(adjacency: Adjacency, changes: ReadonlyMap<number, Neighbours>): Adjacency {
  if (changes.size === 0) return adjacency;
  const patches = new Map(adjacency.patches);
  let { size } = adjacency;
  for (const [node, now] of changes) {
    size += now.targets.length - neighbours(adjacency, node).length;
    patches.set(node, now);
  }
  return { ...adjacency, patches, size };
}
