import { digestOf } from '../graph/encode.ts';
import { countBy, type Count, type Dimension } from '../projection/counts.ts';
import { derived } from '../projection/derived.ts';
import type { Context } from './context.ts';
import { matchingFilter, type PublicationFilter } from './publication-filter.ts';

/** Counts worked out already, as long as the graph stays as it is: each at most a page of them. */
const known = derived(() => new Map<string, Count[]>());
const mostKnown = 1_000;

/** The publications that a filter means, counted: as `countBy` does, once for each projection. */
export function knownCounts(
  context: Context,
  by: readonly Dimension[],
  filter: PublicationFilter | undefined,
  first: number,
): Count[] {
  const { projection } = context;
  const counts = known(projection);
  const key = digestOf([by, filter, first]); // a digest, so that no words of a reader are kept
  let found = counts.get(key);
  if (!found) {
    found = countBy(projection, by, filter && matchingFilter(context, filter), first);
    if (counts.size >= mostKnown) counts.delete(counts.keys().next().value!);
    counts.set(key, found);
  }
  return found;
}
