import { createCounter } from './counter.ts';
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
  const [rows, across = noDimension] = by.map((dimension) => codesOf(projection, dimension));
  const width = across.size;
  const counter = createCounter(rows!.size * width);
  const ofRows: number[] = [];
  const ofAcross: number[] = [];
  for (const publication of projection.ofKind.publication) {
    if (only && only[publication] !== 1) continue;
    const down = rows!.read(publication, ofRows);
    const right = down === 0 ? 0 : across.read(publication, ofAcross);
    for (let i = 0; i < down; i++) for (let j = 0; j < right; j++) counter.add(ofRows[i]! * width + ofAcross[j]!);
  }
  const { numbers, countOf } = counter.counted();
  const least = leastAmong(Float64Array.from(numbers, countOf), first);
  const told = numbers.filter((cell) => countOf(cell) >= least);
  const counts = told.map((cell): Count => {
    const values = [rows!.valueOf(Math.floor(cell / width)), across.valueOf(cell % width)];
    return { values: values.slice(0, by.length), count: countOf(cell) };
  });
  return counts.sort(mostFrequentFirst).slice(0, first);
}

const mostFrequentFirst = (a: Count, b: Count) =>
  b.count - a.count || compareText(a.values[0]!, b.values[0]!) || compareText(a.values[1] ?? '', b.values[1] ?? '');

/** What the last of the `first` largest counts is: names are compared for no more than it takes. */
function leastAmong(counts: Float64Array, first: number): number {
  return first >= counts.length ? 0 : counts.sort()[counts.length - Math.max(first, 1)]!;
}

/** What stands in the place of a second dimension where there is none: one value that every publication has. */
const noDimension: DimensionCodes = {
  size: 1,
  read(_, into) {
    into[0] = 0;
    return 1;
  },
  valueOf: () => '',
};
