import { neighbours } from './adjacency.ts';
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
export function matching(projection: Projection, filter: PublicationFilter): Uint8Array {
  const marks = new Uint8Array(projection.ids.length);
  for (const publication of projection.ofKind.publication) marks[publication] = 1;
  const keep = (test: (publication: number) => unknown) => {
    for (const publication of projection.ofKind.publication)
      if (marks[publication] && !test(publication)) marks[publication] = 0;
  };

  for (const [field, relation] of Object.entries(relationOfField)) {
    const ids = filter[field as keyof typeof relationOfField];
    if (!ids) continue;
    const entities = numbersOf(projection, ids);
    const held = new Uint8Array(projection.ids.length);
    for (const entity of field === 'themes' ? withNarrower(projection, entities) : entities)
      for (const publication of neighbours(projection.in[relation], entity)) held[publication] = 1;
    keep((publication) => held[publication]);
  }
  const { languages, types, yearFrom, yearTo, text, all = [], any, not } = filter;
  if (text !== undefined) {
    const { scores } = search(projection, text);
    keep((publication) => scores[publication]! > 0);
  }
  if (languages) keep((publication) => languages.some((tag) => isWithin(projection.languages[publication]!, tag)));
  if (types) keep((publication) => types.includes(projection.types[publication]!));
  if (yearFrom !== undefined) keep((publication) => yearOf(projection, publication) >= yearFrom);
  if (yearTo !== undefined) keep((publication) => yearOf(projection, publication) <= yearTo);
  for (const part of all) {
    const marked = matching(projection, part);
    keep((publication) => marked[publication]);
  }
  if (any) {
    const marked = any.map((part) => matching(projection, part));
    keep((publication) => marked.some((part) => part[publication]));
  }
  if (not) {
    const marked = matching(projection, not);
    keep((publication) => !marked[publication]);
  }
  return marks;
}

/** The year of a publication; NaN, which no bound includes, where it is unknown. */
const yearOf = (projection: Projection, publication: number): number =>
  Number.parseInt(projection.dates[publication]!, 10);

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
