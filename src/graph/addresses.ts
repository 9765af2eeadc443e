import type { Publication } from '../model.ts';
import { allEntities } from './entities.ts';
import { urlKey } from './identifiers.ts';
import { accept, type Act } from './revision.ts';
import type { GraphStore, Run } from './store.ts';

/** What was found at an address when it was last looked at. */
export interface AddressCheck {
  url: string;
  status: 'alive' | 'moved' | 'dead' | 'unreachable' | 'refused';
  httpStatus?: number;
  movedTo?: string;
  reason?: string;
  /** ISO date and time. */
  checkedAt: string;
  /** An archived copy, asked for when the address is dead. */
  archived?: string;
  /** Since when its host has not existed, as far as we looked. */
  goneSince?: string;
}

/** Every address of the catalogue's publications, each once, with the last check where there was one. */
export async function* publicationAddresses(run: Run): AsyncGenerator<{ url: string; last: AddressCheck | null }> {
  const seen = new Set<string>();
  for await (const page of allEntities(run, ['publication'])) {
    const urls = page.flatMap(({ records }) => records.flatMap((record) => addressesOf(record as Publication)));
    const fresh = [...new Set(urls)].filter((url) => !seen.has(url));
    const checks = await readChecks(run, fresh);
    for (const url of fresh) {
      seen.add(url);
      yield { url, last: checks.get(url) ?? null };
    }
  }
}

type Named = Pick<Publication, 'id' | 'url' | 'urls'>;

/** The addresses of a publication, the leading one first. */
export const addressesOf = ({ url, urls }: Named): string[] => [...(url ? [url] : []), ...(urls ?? [])];

/** The last checks of these addresses, by address. */
export async function readChecks(run: Run, urls: Iterable<string>): Promise<Map<string, AddressCheck>> {
  const rows = await run<{ url: string; check: string }>(
    `MATCH (a:Address) WHERE a.id IN $urls RETURN a.id AS url, a.check AS check`,
    { urls: [...urls] },
  );
  return new Map(rows.map(({ url, check }) => [url, JSON.parse(check) as AddressCheck]));
}

/** Milliseconds after which a host that still does not exist is believed to be gone: before that, it may be our network. */
const patience = 86_400_000;

/** A check in the light of the last one: a name that does not resolve is only dead when it did not a day before either. */
function inLightOf(check: AddressCheck, last: AddressCheck | undefined): AddressCheck {
  if (check.status !== 'dead' || check.httpStatus !== undefined) return check;
  const goneSince = last?.goneSince ?? check.checkedAt;
  const isGone = Date.parse(check.checkedAt) - Date.parse(goneSince) >= patience;
  return { ...check, goneSince, status: isGone ? 'dead' : 'unreachable' };
}

/**
 * Records checks, and marks the publications none of whose addresses works any more, so that lists can put them last.
 * Only a change of that mark is a change of the catalogue.
 */
export async function saveChecks(store: GraphStore, act: Act, checks: readonly AddressCheck[]): Promise<void> {
  await accept(store, act, async (write) => {
    const last = await readChecks(write.run, new Set(checks.map(({ url }) => url)));
    const rows = checks.map((given) => {
      const check = inLightOf(given, last.get(given.url));
      return { url: check.url, check: JSON.stringify(check), status: check.status };
    });
    await write.run(
      `UNWIND $rows AS row MERGE (a:Address {id: row.url}) SET a.check = row.check, a.status = row.status`,
      { rows },
    );
    const publications = await write.run<Named & { marked: boolean | null }>(
      `MATCH (i:Identifier)-[:IDENTIFIES]->(p:Publication) WHERE i.id IN $keys
       RETURN DISTINCT p.id AS id, p.url AS url, p.urls AS urls, p.dead AS marked`,
      { keys: checks.flatMap(({ url }) => urlKey(url) ?? []) },
    );
    const dead = await deadAmong(write.run, publications);
    const changed = publications.filter(({ id, marked }) => dead.has(id) !== (marked ?? false));
    if (changed.length === 0) return;
    await write.run(
      `UNWIND $rows AS row MATCH (p:Publication {id: row.id}) SET p.dead = row.dead, p.revision = $revision`,
      { rows: changed.map(({ id }) => ({ id, dead: dead.has(id) })), revision: await write.revision() },
    );
    for (const { id } of changed) write.note(id, 'checked');
  });
}

/** Which of these publications have addresses, every one of them dead when last looked at. One read. */
export async function deadAmong(run: Run, publications: readonly Named[]): Promise<Set<string>> {
  const checks = await readChecks(run, new Set(publications.flatMap(addressesOf)));
  const isDead = (url: string) => checks.get(url)?.status === 'dead';
  const dead = publications.filter((publication) => {
    const urls = addressesOf(publication);
    return urls.length > 0 && urls.every(isDead);
  });
  return new Set(dead.map(({ id }) => id));
}
