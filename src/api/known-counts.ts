import { countBy, type Count, type Dimension } from '../projection/counts.ts';
import type { Marks } from '../projection/marks.ts';
import { remembered } from '../projection/remembered.ts';
import type { Context } from './context.ts';

/** Publications that are meant, and the question that they are the answer to. */
export interface Meant {
  marks: Marks;
  question: unknown;
}

const known = remembered<Count[]>(5_000_000, ({ length }) => length * 150);

/** Publications counted as `countBy` does, the `first` most frequent values; of all, or of those that are meant. */
export const knownCounts = ({ projection }: Context, by: readonly Dimension[], first: number, meant?: Meant): Count[] =>
  known(projection, [by, first, meant?.question], () => countBy(projection, by, meant?.marks, first));
