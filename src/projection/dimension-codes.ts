import { kinds } from '../model.ts';
import { neighbours, readNeighbours } from './adjacency.ts';
import { languageColumn, languagesIn, typeColumn, yearColumn, type TextColumn } from './columns.ts';
import { derived } from './derived.ts';
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

/** The values of one dimension as numbers from 0 to `size` - 1. */
export interface DimensionCodes {
  size: number;
  /** Writes the codes of a publication into a list and gives how many they are. */
  read(publication: number, into: number[]): number;
  /** How many publications have each code, of those marked with 1 where only these count. */
  tally(only?: Uint8Array): Uint32Array;
  valueOf(code: number): string;
}

/** The dimensions whose values are entities: the relation that leads to them, and their kind. */
const entityDimensions = {
  COUNTRY: { relation: 'COVERS', kind: 'country' },
  THEME: { relation: 'ABOUT', kind: 'theme' },
  INSTRUMENT: { relation: 'REFERS_TO', kind: 'instrument' },
  PUBLISHER: { relation: 'PUBLISHED_BY', kind: 'organisation' },
  PROJECT: { relation: 'PART_OF', kind: 'project' },
} as const;

const columns = { TYPE: typeColumn, YEAR: yearColumn };

/** The codes of a dimension in a projection. */
export function codesOf(projection: Projection, dimension: Dimension): DimensionCodes {
  if (dimension === 'LANGUAGE') return languageCodes(languageColumn(projection), projection.ofKind.publication);
  if (dimension === 'TYPE' || dimension === 'YEAR')
    return textCodes(columns[dimension](projection), projection.ofKind.publication);
  const { relation, kind } = entityDimensions[dimension];
  const adjacency = projection.out[relation];
  const entities = projection.ofKind[kind];
  const places = placesInKinds(projection);
  return {
    size: entities.length,
    read(publication, into) {
      const count = readNeighbours(adjacency, publication, into);
      for (let i = 0; i < count; i++) into[i] = places[into[i]!]!;
      return count;
    },
    // From the entities back: a few hundred long lists, not a hundred thousand short ones.
    tally: (only) =>
      Uint32Array.from(entities, (entity) => countMarked(neighbours(projection.in[relation], entity), only)),
    valueOf: (code) => projection.ids[entities[code]!]!,
  };
}

/** Code 0 of a column is no value. */
const textCodes = ({ codes, values }: TextColumn, publications: Uint32Array): DimensionCodes => ({
  size: values.length - 1,
  read(publication, into) {
    const code = codes[publication]!;
    into[0] = code - 1;
    return code === 0 ? 0 : 1;
  },
  tally(only) {
    const counts = new Uint32Array(values.length);
    if (only) for (let node = 0; node < codes.length; node++) counts[codes[node]!]! += only[node] ?? 0;
    else for (const publication of publications) counts[codes[publication]!]!++;
    return counts.subarray(1);
  },
  valueOf: (code) => values[code + 1]!,
});

/** A text of this column is a list of languages: a publication counts under each. */
function languageCodes(column: TextColumn, publications: Uint32Array): DimensionCodes {
  const lists = textCodes(column, publications);
  const languages = [...new Set(column.values.flatMap(languagesIn))];
  const codesOfList = column.values.slice(1).map((text) => languagesIn(text).map((tag) => languages.indexOf(tag)));
  return {
    size: languages.length,
    read(publication, into) {
      if (lists.read(publication, into) === 0) return 0;
      const codes = codesOfList[into[0]!]!;
      for (const [place, code] of codes.entries()) into[place] = code;
      return codes.length;
    },
    tally(only) {
      const counts = new Uint32Array(languages.length);
      for (const [list, count] of lists.tally(only).entries())
        for (const code of codesOfList[list]!) counts[code]! += count;
      return counts;
    },
    valueOf: (code) => languages[code]!,
  };
}

function countMarked(publications: Uint32Array, only?: Uint8Array): number {
  if (!only) return publications.length;
  let count = 0;
  for (let i = 0; i < publications.length; i++) count += only[publications[i]!]!;
  return count;
}

/** The place of every node among those of its kind. */
const placesInKinds = derived((projection: Projection) => {
  const places = new Uint32Array(projection.ids.length);
  for (const kind of kinds) for (const [place, node] of projection.ofKind[kind].entries()) places[node] = place;
  return places;
});
