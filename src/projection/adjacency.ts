/** Compressed adjacency: the neighbours of node `n` are `targets[offsets[n] … offsets[n + 1])`, in the order given. */
export interface Adjacency {
  offsets: Uint32Array;
  targets: Uint32Array;
}

/** A list of pairs that grows without making an object per pair. */
export interface Pairs {
  length: number;
  /** from, to, from, to, … */
  values: Uint32Array;
}

export const createPairs = (): Pairs => ({ length: 0, values: new Uint32Array(1024) });

export function addPair(pairs: Pairs, from: number, to: number): void {
  if (pairs.length * 2 === pairs.values.length) {
    const larger = new Uint32Array(pairs.values.length * 2);
    larger.set(pairs.values);
    pairs.values = larger;
  }
  pairs.values[pairs.length * 2] = from;
  pairs.values[pairs.length++ * 2 + 1] = to;
}

/** Adjacency of `size` nodes by counting sort; pairs with the same `from` keep their order. */
export function createAdjacency(size: number, { length, values }: Pairs): Adjacency {
  const offsets = new Uint32Array(size + 1);
  for (let i = 0; i < length; i++) offsets[values[i * 2]! + 1]!++;
  for (let n = 0; n < size; n++) offsets[n + 1]! += offsets[n]!;
  const next = offsets.slice();
  const targets = new Uint32Array(length);
  for (let i = 0; i < length; i++) targets[next[values[i * 2]!]!++] = values[i * 2 + 1]!;
  return { offsets, targets };
}

/** The neighbours of one node: a view, not a copy. */
export function neighbours({ offsets, targets }: Adjacency, node: number): Uint32Array {
  return targets.subarray(offsets[node], offsets[node + 1]);
}

/** The same links walked the other way; the neighbours of a node stand in ascending order. */
export function reverse({ offsets, targets }: Adjacency): Adjacency {
  const size = offsets.length - 1;
  const reversed: Adjacency = { offsets: new Uint32Array(size + 1), targets: new Uint32Array(targets.length) };
  for (const target of targets) reversed.offsets[target + 1]!++;
  for (let n = 0; n < size; n++) reversed.offsets[n + 1]! += reversed.offsets[n]!;
  const next = reversed.offsets.slice();
  for (let n = 0; n < size; n++)
    for (let i = offsets[n]!; i < offsets[n + 1]!; i++) reversed.targets[next[targets[i]!]!++] = n;
  return reversed;
}
