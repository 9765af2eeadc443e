import type { Dimension, Kind, PublicationFilter } from '../client/operations.generated.ts';
import { countryIdOf } from '../shown/country-id.ts';

/** Parameters of an address that choose publications, by the field of a filter that each fills. */
const fields = {
  country: 'countries',
  theme: 'themes',
  publisher: 'publishers',
  instrument: 'instruments',
  project: 'projects',
  author: 'authors',
  type: 'types',
  in: 'languages',
} as const satisfies Record<string, keyof PublicationFilter>;
export type Chooser = keyof typeof fields;
export const choosers = Object.keys(fields) as Chooser[];

/** Facets, and the parameter that a value of each goes into. A year goes into two: `since` and `until`. */
export const facetChoosers = {
  COUNTRY: 'country',
  THEME: 'theme',
  LANGUAGE: 'in',
  TYPE: 'type',
  YEAR: 'year',
  PUBLISHER: 'publisher',
} as const satisfies Partial<Record<Dimension, Chooser | 'year'>>;
export type FacetDimension = keyof typeof facetChoosers;
export const facetDimensions = Object.keys(facetChoosers) as FacetDimension[];

export const sorts = ['relevance', 'newest', 'oldest', 'byTitle'] as const;
export type Sort = (typeof sorts)[number];

export const kindNames = ['PUBLICATION', 'ORGANISATION', 'COUNTRY', 'INSTRUMENT', 'THEME', 'PROJECT', 'PERSON'] as const satisfies Kind[]; // prettier-ignore

/** What a reader has asked for: all of it stands in the address of the page. */
export interface State {
  text: string;
  /** One kind of entity alone; undefined for all. */
  kind?: Kind;
  chosen: Partial<Record<Chooser, string[]>>;
  since?: number;
  until?: number;
  sort?: Sort;
  after?: string;
}

/** Reads an address; what is in it and is none of these parameters is left alone. Throws a `RangeError` for a year that is none. */
export function readState(given: URLSearchParams): State {
  const values = (name: string) => [...new Set(given.getAll(name).map((value) => value.trim()))].filter(Boolean);
  const one = (name: string) => values(name)[0];
  const year = (name: string) => {
    const value = one(name);
    if (value !== undefined && !/^\d{4}$/.test(value))
      throw new RangeError(
        `${name}: ${JSON.stringify(value.slice(0, 40))} is no year; write four digits, such as 2021.`,
      );
    return value === undefined ? undefined : Number(value);
  };
  const kind = one('kind')?.toUpperCase();
  return {
    text: one('q') ?? '',
    kind: kindNames.find((name) => name === kind),
    chosen: Object.fromEntries(
      choosers
        .map((name) => [name, name === 'country' ? values(name).map(countryIdOf) : values(name)])
        .filter(([, list]) => list!.length > 0),
    ),
    since: year('since'),
    until: year('until'),
    sort: sorts.find((sort) => sort === one('sort')),
    after: one('after'),
  };
}

/** The filter of publications that a state asks for; undefined where it asks for none. */
export function filterOf({ chosen, since, until }: State): PublicationFilter | undefined {
  const filter: PublicationFilter = Object.fromEntries(
    Object.entries(chosen).map(([name, list]) => [fields[name as Chooser], list]),
  );
  if (since !== undefined) filter.yearFrom = since;
  if (until !== undefined) filter.yearTo = until;
  return Object.keys(filter).length > 0 ? filter : undefined;
}

/** The parameters that say a state. */
export function parametersOf(state: State): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.text) parameters.set('q', state.text);
  if (state.kind) parameters.set('kind', state.kind.toLowerCase());
  for (const name of choosers) for (const value of state.chosen[name] ?? []) parameters.append(name, value);
  for (const name of ['since', 'until', 'sort', 'after'] as const)
    if (state[name] !== undefined) parameters.set(name, String(state[name]));
  return parameters;
}

/** The order that results stand in: that of the reader, else the best first where there is a text to be good for. */
export const sortOf = ({ sort, text, kind }: State): Sort =>
  sort && (sort !== 'relevance' || text) && (!isOther(kind) || !text) ? sort : text ? 'relevance' : 'newest';

/** A kind of which nothing has a date. */
export const isOther = (kind?: Kind): kind is Exclude<Kind, 'PUBLICATION'> =>
  kind !== undefined && kind !== 'PUBLICATION';

/** The kind all of whose entities are asked for, by name; undefined where something is searched for. */
export const browsedKind = (state: State): Exclude<Kind, 'PUBLICATION'> | undefined =>
  isOther(state.kind) && !state.text && !filterOf(state) ? state.kind : undefined;

/** The same question with a value of a facet chosen, or no longer; from its first page on. */
export function toggled(state: State, dimension: FacetDimension, value: string): State {
  const chooser = facetChoosers[dimension];
  const { after: _, ...first } = state;
  if (chooser === 'year') {
    const isOn = isChosen(state, dimension, value);
    return { ...first, since: isOn ? undefined : Number(value), until: isOn ? undefined : Number(value) };
  }
  const list = state.chosen[chooser] ?? [];
  const next = list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
  const { [chooser]: __, ...others } = state.chosen;
  return { ...first, chosen: next.length > 0 ? { ...others, [chooser]: next } : others };
}

export function isChosen({ chosen, since, until }: State, dimension: FacetDimension, value: string): boolean {
  const chooser = facetChoosers[dimension];
  if (chooser === 'year') return String(since) === value && String(until) === value;
  return chosen[chooser]?.includes(value) ?? false;
}
