import type { Publication } from '../model.ts';
import { allEntities, readEntities, type Entity } from './entities.ts';
import { viewOf } from './entity.ts';
import { seekById } from './hints.ts';
import { titleWords, type TitleWords } from './near-titles.ts';
import type { Run } from './store.ts';

/** What of a publication is compared. */
export type Candidate = Pick<Publication, 'id' | 'language' | 'translationOf' | 'editionOf'> & {
  title: TitleWords;
  year: string;
  publishers: readonly string[];
  countries: string;
  verified: boolean;
  fields: number;
};

/** An identifier and the publications that it leads to, by id. */
export interface SharedIdentifier {
  key: string;
  ids: string[];
}

/** What may be one with something else. */
export interface Candidates {
  byId: Map<string, Candidate>;
  /** Identifiers that lead to more than one. */
  shared: SharedIdentifier[];
}

/** Every publication of the catalogue. */
export async function allCandidates(run: Run): Promise<Candidates> {
  const byId = new Map<string, Candidate>();
  for await (const page of allEntities(run, ['publication']))
    for (const entity of page) byId.set(entity.id, toCandidate(entity));
  return { byId, shared: await sharedIdentifiers(run, `MATCH (i:Identifier)-[:IDENTIFIES]->(p:Publication)`) };
}

/**
 * These publications and what may be one with them: all that share an identifier with one of them, or a publisher and the
 * year. What it costs does not grow with the catalogue, but with what their publishers have.
 */
export async function candidatesAround(run: Run, ids: string[]): Promise<Candidates> {
  const keys = await run<{ key: string }>(
    `UNWIND $ids AS key
     MATCH (one:Publication {id: key})<-[:IDENTIFIES]-(i:Identifier) ${seekById('one', 'Publication')}
     RETURN DISTINCT i.id AS key`,
    { ids },
  );
  const shared = await sharedIdentifiers(
    run,
    `UNWIND $keys AS key MATCH (i:Identifier {id: key})-[:IDENTIFIES]->(p:Publication) ${seekById('i', 'Identifier')}`,
    keys.map(({ key }) => key),
  );
  const beside = (way: string) =>
    run<{ id: string }>(
      `UNWIND $ids AS key
       MATCH (one:Publication {id: key})${way}(p:Publication) ${seekById('one', 'Publication')}
       WHERE substring(p.date, 0, 4) = substring(one.date, 0, 4)
       RETURN DISTINCT p.id AS id`,
      { ids },
    );
  const sameYear = [
    ...(await beside('-[:PUBLISHED_BY]->(:Organisation)<-[:PUBLISHED_BY]-')),
    ...(await beside('<-[:AWAITED_BY]-(:Missing)-[:AWAITED_BY]->')), // of a publisher who is not there yet
  ].map(({ id }) => id);
  const all = new Set([...ids, ...shared.flatMap((identifier) => identifier.ids), ...sameYear]);
  const entities = await readEntities(run, all);
  return { byId: new Map([...entities.values()].map((entity) => [entity.id, toCandidate(entity)])), shared };
}

/** The identifiers `i` of a pattern that lead to more than one publication `p`. */
async function sharedIdentifiers(run: Run, pattern: string, keys: string[] = []): Promise<SharedIdentifier[]> {
  const rows = await run<SharedIdentifier>(
    `${pattern}
     WITH i.id AS key, collect(p.id) AS ids WHERE size(ids) > 1
     RETURN key, ids ORDER BY key`,
    { keys },
  );
  return rows.map(({ key, ids }) => ({ key, ids: ids.sort() }));
}

function toCandidate({ id, records }: Entity): Candidate {
  const view = viewOf(id, records) as Publication;
  return {
    id,
    language: view.language,
    translationOf: view.translationOf,
    editionOf: view.editionOf,
    title: titleWords(view.title),
    year: view.date?.slice(0, 4) ?? '',
    publishers: view.publishers ?? [],
    countries: [...(view.countries ?? [])].sort().join(' '),
    verified: view.source.verified,
    fields: Object.keys(view).length,
  };
}
