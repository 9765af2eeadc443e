import { neighbours } from './adjacency.ts';
import { languageColumn, languagesIn, typeColumn, yearColumn, type TextColumn } from './columns.ts';
import { addMarked, copyMarks, createMarks, dropMarked, keepMarked, marksOf, type Marks } from './marks.ts';
import { compareText, firstPlace } from './order.ts';
import { derived } from './derived.ts';
import type { Projection } from './projection.ts';
import { search } from './search.ts';

/** Which publications are meant. Values of one field are alternatives; fields must all hold. */
export interface PublicationFilter {
  countries?: string[];
  /** Narrower themes are meant too. */
  themes?: string[];
  instruments?: string[];
  publishers?: string[];
  projects?: string[];
  authors?: string[];
  /** BCP 47 tags; `sr` means `sr-Latn` and `sr-Cyrl` too. */
  languages?: string[];
  types?: string[];
  yearFrom?: number;
  yearTo?: number;
  /** Searched for in titles and summaries. */
  text?: string;
  all?: PublicationFilter[];
  any?: PublicationFilter[];
  not?: PublicationFilter;
}

/** The fields of a filter that name entities, with the relation they stand for. */
const relationOfField = {
  countries: 'COVERS',
  themes: 'ABOUT',
  instruments: 'REFERS_TO',
  publishers: 'PUBLISHED_BY',
  projects: 'PART_OF',
  authors: 'AUTHORED_BY',
} as const;

/** Marks, by node number, every publication that the filter means. */
export function matching(projection: Projection, filter: PublicationFilter): Marks {
  const marks = copyMarks(allMarked(projection));
  for (const [field, relation] of Object.entries(relationOfField)) {
    const ids = filter[field as keyof typeof relationOfField];
    if (!ids) continue;
    const entities = numbersOf(projection, ids);
    const held = createMarks(marks.length);
    for (const entity of field === 'themes' ? withNarrower(projection, entities) : entities)
      for (const publication of neighbours(projection.in[relation], entity)) held[publication] = 1;
    keepMarked(marks, held);
  }
  const { languages, types, yearFrom, yearTo, text, all = [], any, not } = filter;
  if (text !== undefined) keepMarked(marks, marksOf(marks.length, search(projection, text).nodes));
  if (languages)
    keepValues(marks, languageColumn(projection), (text) =>
      languagesIn(text).some((language) => languages.some((tag) => isWithin(lower(language), lower(tag)))),
    );
  if (types) {
    const wanted = types.map(lower);
    keepValues(marks, typeColumn(projection), (type) => wanted.includes(lower(type)));
  }
  if (yearFrom !== undefined || yearTo !== undefined) {
    const [least, most] = [yearFrom ?? -Infinity, yearTo ?? Infinity];
    keepValues(marks, yearColumn(projection), (year) => yearOf(year) >= least && yearOf(year) <= most);
  }
  for (const part of all) keepMarked(marks, matching(projection, part));
  if (any) {
    const either = createMarks(marks.length);
    for (const part of any) addMarked(either, matching(projection, part));
    keepMarked(marks, either);
  }
  if (not) dropMarked(marks, matching(projection, not));
  return marks;
}

/** Leaves the marks of publications whose value in a column passes a test, which is made once for each value. */
function keepValues(marks: Marks, { codes, values }: TextColumn, test: (value: string) => boolean): void {
  const isWanted = Uint8Array.from(values, (value) => Number(test(value)));
  for (let node = 0; node < marks.length; node++) if (marks[node] === 1) marks[node] = isWanted[codes[node]!]!;
}

/** Every publication marked. */
const allMarked = derived(({ ids, ofKind }) => marksOf(ids.length, ofKind.publication));

/** A year as a number; NaN, which no bound includes, where it is unknown. */
const yearOf = (year: string): number => Number.parseInt(year, 10);

/** All publications, the newest first, undated ones last; equal dates by id. */
export const newestFirst = derived(
  (projection) => projection.ofKind.publication.slice().sort((a, b) => compareAge(projection, a, b)),
  (before, next, changed) => {
    const isChanged = new Uint8Array(next.ids.length);
    for (const node of changed) isChanged[node] = 1;
    const kept = before.slice();
    let length = 0;
    for (const publication of before) if (isChanged[publication] === 0) kept[length++] = publication;
    const isThere = (node: number) =>
      next.ids[node]!.startsWith('publication/') && next.numbers.get(next.ids[node]!) === node;
    return withInserted(next, kept.subarray(0, length), [...changed].filter(isThere));
  },
);

/** An order with some more in it, each at its place. */
function withInserted(projection: Projection, order: Uint32Array, publications: number[]): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(order.length + publications.length);
  let from = 0;
  for (const [place, publication] of publications.sort((a, b) => compareAge(projection, a, b)).entries()) {
    const low = firstPlace(order.length, (other) => compareAge(projection, order[other]!, publication) >= 0, from);
    longer.set(order.subarray(from, low), from + place);
    longer[low + place] = publication;
    from = low;
  }
  longer.set(order.subarray(from), from + publications.length);
  return longer;
}

/** Two publications in that order. */
export const compareAge = (projection: Projection, a: number, b: number) =>
  compareText(projection.dates[b]!, projection.dates[a]!) || compareText(projection.ids[a]!, projection.ids[b]!);

/** Texts of a type as they are compared. */
export const lower = (text: string) => text.toLowerCase();

const isWithin = (language: string, tag: string) => language === tag || language.startsWith(`${tag}-`);

/** The numbers of those ids that lead to a node. */
export function numbersOf(projection: Projection, ids: readonly string[]): number[] {
  return ids.map((id) => projection.numbers.get(id)).filter((number) => number !== undefined);
}

/** These themes and all narrower ones. */
export function withNarrower(projection: Projection, themes: readonly number[]): Set<number> {
  const found = new Set(themes);
  for (const theme of found) for (const narrower of neighbours(projection.in.BROADER, theme)) found.add(narrower);
  return found;
}
