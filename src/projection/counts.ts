import { neighbours } from './adjacency.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

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
 * Publications counted by one dimension or by two at once, the most frequent first, equal ones by their values.
 * A publication with several values counts under each; one without a value counts under none.
 */
export function countBy(projection: Projection, by: readonly Dimension[], only?: Uint8Array): Count[] {
  const columns = by.map((dimension) => createColumn(projection, dimension));
  const counts = new Map<number, number>();
  const add = (key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const [rows, across] = columns;
  for (const publication of projection.ofKind.publication) {
    if (only && !only[publication]) continue;
    for (const row of rows!.codesOf(publication)) {
      if (!across) add(row);
      else for (const code of across.codesOf(publication)) add(row + code * factor);
    }
  }
  const found = Array.from(counts, ([key, count]) => {
    const codes = across ? [key % factor, Math.floor(key / factor)] : [key];
    return { values: codes.map((code, i) => columns[i]!.valueOf(code)), count };
  });
  return found.sort((a, b) => b.count - a.count || compareText(a.values.join('\n'), b.values.join('\n')));
}

/** More than there can be codes of one column, so that two make one number. */
const factor = 2 ** 26;

/** The values of one dimension as small numbers. */
interface Column {
  codesOf(publication: number): Iterable<number>;
  valueOf(code: number): string;
}

function createColumn(projection: Projection, dimension: Dimension): Column {
  switch (dimension) {
    case 'LANGUAGE':
      return createTextColumn((publication) => projection.languages[publication]!);
    case 'TYPE':
      return createTextColumn((publication) => projection.types[publication]!);
    case 'YEAR':
      return createTextColumn((publication) => projection.dates[publication]!.slice(0, 4));
    default: {
      const adjacency = projection.out[relationOf[dimension]];
      return {
        codesOf: (publication) => neighbours(adjacency, publication),
        valueOf: (node) => projection.ids[node]!,
      };
    }
  }
}

function createTextColumn(textOf: (publication: number) => string): Column {
  const codes = new Map<string, number>();
  const values: string[] = [];
  return {
    codesOf(publication) {
      const text = textOf(publication);
      if (text === '') return [];
      let code = codes.get(text);
      if (code === undefined) codes.set(text, (code = values.push(text) - 1));
      return [code];
    },
    valueOf: (code) => values[code]!,
  };
}
