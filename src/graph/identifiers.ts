import normalizeUrl from 'normalize-url';
import type { Publication } from '../model.ts';
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
  const bare = doi
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/, '');
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? `doi:${bare}` : null;
}

const isbnKey = (isbn: string) => `isbn:${isbn.replace(/[^\dX]/gi, '').toUpperCase()}`;

/** Every key by which a publication can be found from outside. */
function identifierKeys(publication: Publication): string[] {
  const { url, urls = [], doi, isbn } = publication;
  const keys = [
    ...[url, ...urls].map((address) => address && urlKey(address)),
    doi && doiKey(doi),
    isbn && isbnKey(isbn),
  ];
  return [...new Set(keys.filter((key): key is string => Boolean(key)))];
}

/** Makes the identifiers of these publications lead to them, and no others any more. */
export async function saveIdentifiers(run: Run, publications: Publication[]): Promise<void> {
  const ids = publications.map(({ id }) => id);
  const rows = publications.flatMap((publication) =>
    identifierKeys(publication).map((key) => ({ key, id: publication.id })),
  );
  await run(`MATCH (p:Publication)<-[r:IDENTIFIES]-(:Identifier) WHERE p.id IN $ids DELETE r`, { ids });
  await run(`UNWIND $rows AS row MERGE (i:Identifier {id: row.key})`, { rows });
  // A statement of its own: after a MERGE the embedded engine would look for each publication without its index.
  await run(
    `UNWIND $rows AS row
     MATCH (i:Identifier {id: row.key})
     MATCH (p:Publication {id: row.id})
     MERGE (i)-[:IDENTIFIES]->(p)`,
    { rows },
  );
}

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
