import { neighbours } from './adjacency.ts';
import type { Projection } from './projection.ts';
import { yearOf } from './publications.ts';

/** By what publications can be counted. */
export const dimensions = [
  'COUNTRY',
  'THEME',
  'INSTRUMENT',
  'PUBLISHER',
  'PROJECT',
  'LANGUAGE',
  'TYPE',
  'YEAR',
] as const;
export type Dimension = (typeof dimensions)[number];

/** How many publications have these values, one for each dimension asked for: ids, tags, types or years. */
export interface Count {
  values: string[];
  count: number;
}

const relationOf = {
  COUNTRY: 'COVERS',
  THEME: 'ABOUT',
  INSTRUMENT: 'REFERS_TO',
  PUBLISHER: 'PUBLISHED_BY',
  PROJECT: 'PART_OF',
} as const;

/**
 * Publications counted by one dimension or by several at once, the most frequent first, equal ones by their values.
 * A publication with several values counts under each; one without a value counts under none.
 */
export function countBy(projection: Projection, by: readonly Dimension[], only?: Uint8Array): Count[] {
  const counts = new Map<string, Count>();
  for (const publication of projection.ofKind.publication) {
    if (only && !only[publication]) continue;
    for (const values of combinations(by.map((dimension) => valuesOf(projection, dimension, publication)))) {
      const key = values.join('\n');
      const entry = counts.get(key);
      if (entry) entry.count++;
      else counts.set(key, { values, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.values.join('\n') < b.values.join('\n') ? -1 : 1));
}

function valuesOf(projection: Projection, dimension: Dimension, publication: number): string[] {
  switch (dimension) {
    case 'LANGUAGE':
      return present(projection.languages[publication]!);
    case 'TYPE':
      return present(projection.types[publication]!);
    case 'YEAR': {
      const year = yearOf(projection, publication);
      return Number.isNaN(year) ? [] : [String(year)];
    }
    default:
      return Array.from(
        neighbours(projection.out[relationOf[dimension]], publication),
        (node) => projection.ids[node]!,
      );
  }
}

const present = (value: string) => (value === '' ? [] : [value]);

/** One value of each list, in every way. */
function combinations(lists: string[][]): string[][] {
  return lists.reduce<string[][]>(
    (sofar, list) => sofar.flatMap((values) => list.map((value) => [...values, value])),
    [[]],
  );
}
