import normalizeUrl from 'normalize-url';
import { kindOf, type Publication, type Source } from '../model.ts';
import type { Entity } from './entities.ts';
import type { GraphStore, Run } from './store.ts';

/** An address without what does not change the page: scheme, `www.`, last slash, fragment, tracking parameters. */
export function urlKey(url: string): string | null {
  try {
    const normal = normalizeUrl(url, {
      stripProtocol: true,
      stripHash: true,
      removeQueryParameters: [/^utm_\w+/i, 'fbclid', 'gclid', 'mc_cid', 'mc_eid'],
    });
    return `url:${normal}`;
  } catch {
    return null; // not an address at all
  }
}

/** A DOI however it is written (`10.…`, `doi:10.…`, `https://doi.org/10.…`), or null when it is none. */
export function doiKey(doi: string): string | null {
  const text = doi.trim().toLowerCase();
  const address = /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/([^?#]*)/.exec(text)?.[1];
  const bare = address?.replace(/^(10\.\d+)%2f/, '$1/') ?? text.replace(/^(info:)?doi[:/]?\s*/, '');
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? `doi:${bare}` : null;
}

/** The key of an ISBN, with or without hyphens; null for what is none. */
export function isbnKey(isbn: string): string | null {
  const bare = isbn
    .replace(/^isbn[:\s]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return /^(\d{9}[\dX]|\d{13})$/.test(bare) ? `isbn:${bare}` : null;
}

/** What tells pages apart: all addresses that lead to one page are one. */
export const placeOf = ({ url, file }: Pick<Source, 'url' | 'file'>): string => (url ? (urlKey(url) ?? url) : file!);

/** A key as a person says it: `DOI 10.1000/182`. */
export const describeKey = (key: string): string =>
  key
    .replace(/^url:/, 'address ')
    .replace(/^doi:/, 'DOI ')
    .replace(/^isbn:/, 'ISBN ');

/** Every key by which a publication can be found from outside. */
export function identifierKeys(publication: Partial<Publication>): string[] {
  const { url, urls = [], doi, isbn } = publication;
  const keys = [
    ...[url, ...urls].map((address) => address && urlKey(address)),
    doi && doiKey(doi),
    isbn && isbnKey(isbn),
  ];
  return [...new Set(keys.filter((key): key is string => Boolean(key)))];
}

/**
 * Makes the identifiers that the records of publications name lead to them; entities of other kinds are passed over.
 * `before` are those of them that were there already: what led to them leads to them no more unless it is named again.
 */
export async function saveIdentifiers(
  run: Run,
  before: readonly string[],
  entities: readonly Pick<Entity, 'id' | 'records'>[],
): Promise<void> {
  const ids = before.filter(isPublication);
  if (ids.length > 0)
    await run(`MATCH (p:Publication)<-[r:IDENTIFIES]-(:Identifier) WHERE p.id IN $ids DELETE r`, { ids });
  const publications = entities.filter(({ id }) => isPublication(id));
  const pairs = publications.flatMap(({ id, records }) =>
    records.flatMap((record) => identifierKeys(record as Publication).map((key) => [key, id])),
  );
  const rows = [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
  if (rows.length === 0) return;
  await run(`UNWIND $keys AS key MERGE (i:Identifier {id: key})`, { keys: [...new Set(rows.map(([key]) => key!))] });
  // A statement of its own: after a MERGE the embedded engine would look for each publication without its index.
  await run(
    `UNWIND $rows AS row
     MATCH (i:Identifier {id: row[0]})
     MATCH (p:Publication {id: row[1]})
     CREATE (i)-[:IDENTIFIES]->(p)`,
    { rows },
  );
}

const isPublication = (id: string) => kindOf(id) === 'publication';

/** The ids of the publications that these keys lead to, in the order of the keys; null where none does. */
export async function findByIdentifier(store: GraphStore, keys: readonly string[]): Promise<(string | null)[]> {
  const rows = await store.read<{ key: string; id: string }>(
    `MATCH (i:Identifier)-[:IDENTIFIES]->(p:Publication) WHERE i.id IN $keys
     RETURN i.id AS key, p.id AS id ORDER BY id DESC`,
    { keys: [...keys] },
  );
  const found = new Map(rows.map(({ key, id }) => [key, id])); // of several, the first id stays
  return keys.map((key) => found.get(key) ?? null);
}
