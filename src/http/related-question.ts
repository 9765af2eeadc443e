import type { RelatedArguments } from '../api/related-list.ts';
import type { Target } from '../api/publication.ts';
import { readFilter } from './filter-parameters.ts';
import { checkParameters, Problem } from './responses.ts';

const single = ['id', 'url', 'doi', 'first', 'language'] as const;
const filters = ['theme', 'country', 'publisher'] as const;

/** What a related list is asked for in an address. */
export interface RelatedQuestion {
  to: Target;
  args: RelatedArguments;
}

/** Reads `?id=|url=|doi=&first=&language=&theme=&country=&publisher=` and parameters of the path's own, `others`. */
export function readRelatedQuestion(path: string, given: URLSearchParams, others: string[] = []): RelatedQuestion {
  checkParameters(path, given, [...single, ...filters, ...others]);
  for (const name of [...single, ...others])
    if (given.getAll(name).length > 1) throw new Problem(400, `${name} was given more than once.`);
  const [id, url, doi, first, language] = single.map((name) => given.get(name) ?? undefined);
  const to = Object.fromEntries(Object.entries({ id, url, doi }).filter(([, value]) => value !== undefined));
  return { to, args: { first: pageSize(first), language, filter: readFilter(given, filters) ?? undefined } };
}

function pageSize(first: string | undefined): number {
  const size = first === undefined ? 6 : Number(first);
  if (first !== undefined && !/^-?\d{1,9}$/.test(first))
    throw new Problem(400, `first=${first} is not a whole number.`);
  return size;
}
