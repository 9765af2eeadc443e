import type { PublicationFilter } from '../api/publication-filter.ts';
import { countryIdOf } from '../shown/country-id.ts';

/** Parameters that say which publications are meant, by the field of a filter that each fills. */
export const filterParameters = {
  country: 'countries',
  theme: 'themes',
  instrument: 'instruments',
  publisher: 'publishers',
  project: 'projects',
  language: 'languages',
} as const satisfies Record<string, keyof PublicationFilter>;

export type FilterParameter = keyof typeof filterParameters;

/**
 * The filter that these parameters of an address make, null for none. Each may be given several times, or once with
 * commas: any of its values will do.
 */
export function readFilter(given: URLSearchParams, names: readonly FilterParameter[]): PublicationFilter | null {
  const filter: PublicationFilter = {};
  for (const name of names) {
    const values = given
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .map((value) => (name === 'country' ? countryIdOf(value) : value));
    if (values.length > 0) filter[filterParameters[name]] = [...new Set(values)].sort();
  }
  return Object.keys(filter).length > 0 ? filter : null;
}
