import { createCounter, type Counter } from './counter.ts';
import { codesOf, type Dimension, type DimensionCodes } from './dimension-codes.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

export { dimensions, type Dimension } from './dimension-codes.ts';

/** How many publications have these values, one for each dimension asked for: ids, tags, types or years. */
export interface Count {
  values: string[];
  count: number;
}

/**
 * Publications counted by one dimension or by two at once, the most frequent first, equal ones by their values; only
 * the `first` ones where that is given. A publication with several values counts under each; one without a value
 * counts under none.
 */
export function countBy(
  projection: Projection,
  by: readonly Dimension[],
  only?: Uint8Array,
  first = Infinity,
): Count[] {
  const codes = by.map((dimension) => codesOf(projection, dimension));
  const { cells, countOf } = codes.length === 1 ? listOf(codes[0]!, only) : tableOf(projection, codes, only);
  const least = leastAmong(Uint32Array.from(cells, countOf), first);
  const told = cells.filter((cell) => countOf(cell) >= least);
  const width = codes[1]?.size ?? 1;
  const counts = told.map((cell): Count => {
    const places = [Math.floor(cell / width), cell % width];
    return { values: codes.map(({ valueOf }, place) => valueOf(places[place]!)), count: countOf(cell) };
  });
  return counts.sort(mostFrequentFirst).slice(0, first);
}

const mostFrequentFirst = (a: Count, b: Count) =>
  b.count - a.count || compareText(a.values[0]!, b.values[0]!) || compareText(a.values[1] ?? '', b.values[1] ?? '');

/** What the last of the `first` largest counts is: names are compared for no more than it takes. */
function leastAmong(counts: Uint32Array, first: number): number {
  return first >= counts.length ? 0 : counts.sort()[counts.length - Math.max(first, 1)]!;
}

/** The codes of one dimension that came, and how often. */
function listOf({ tally }: DimensionCodes, only?: Uint8Array): ReturnType<Counter['counted']> {
  const counts = tally(only);
  const cells = [...counts.keys()].filter((code) => counts[code] !== 0);
  return { cells, countOf: (cell) => counts[cell]! };
}

/** The pairs of codes of two dimensions that came, and how often. */
function tableOf(projection: Projection, [rows, across]: DimensionCodes[], only?: Uint8Array) {
  const counter = createCounter(rows!.size, across!.size);
  const ofRows: number[] = [];
  const ofAcross: number[] = [];
  for (const publication of projection.ofKind.publication) {
    if (only && only[publication] !== 1) continue;
    const down = rows!.read(publication, ofRows);
    if (down > 0) counter.add(ofRows, down, ofAcross, across!.read(publication, ofAcross));
  }
  return counter.counted();
}
