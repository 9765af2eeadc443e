import DataLoader from 'dataloader';
import type { Statement } from '../graph/statements.ts';
import { readChecks, type AddressCheck } from '../graph/addresses.ts';
import { readEntities, readRetired, type Entity, type Retired } from '../graph/entities.ts';
import { findByIdentifier } from '../graph/identifiers.ts';
import { linkKey, readStatements, readStatementsTo, type GraphLink } from '../graph/read.ts';
import type { GraphStore } from '../graph/store.ts';
import { keepAtMost, keepFor, type AnswerNotes } from './answer-notes.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CatalogueRecord } from '../model.ts';
import type { RelationName } from '../relations.ts';
import type { Soon } from './soon.ts';

/** Reads of one request, gathered: however many nodes of a list ask, the store is asked once per kind. */
export interface Loaders {
  /** The record with an id, without its links, at once where it is in memory; null when it is not there. */
  record: { load(id: string): Soon<CatalogueRecord | null> };
  /** The first statement behind a link, at once where it is in memory; undefined when there is none any more. */
  behindLink: { load(link: GraphLink): Soon<Statement | undefined> };
  /** The statements that the record with an id makes. */
  statementsFrom: DataLoader<string, Statement[]>;
  /** The statements of one relation that point to an id. */
  statementsTo(relation: RelationName): DataLoader<string, Statement[]>;
  /** The records that the entity with an id stands on. */
  entity: DataLoader<string, Entity | null>;
  /** What became of an id that was merged or withdrawn. */
  retired: DataLoader<string, Retired | null>;
  /** What was found at an address when it was last looked at. */
  check: DataLoader<string, AddressCheck | null>;
  /** The id of the publication an identifier key leads to. */
  identified: DataLoader<string, string | null>;
}

/** Loaders for one request, from the store as it may be read for it: nothing but records and what links stand on is remembered beyond it. */
export function createLoaders(
  { records: cache, statements: kept }: Pick<Catalogue, 'records' | 'statements'>,
  store: GraphStore,
  notes: AnswerNotes,
): Loaders {
  const statementsTo = new Map<RelationName, DataLoader<string, Statement[]>>();
  const records = new DataLoader<string, CatalogueRecord | null>(async (ids) => {
    const found = await cache.read(ids, store);
    return ids.map((id) => found.get(id) ?? null);
  });
  const behindLinks = new DataLoader<GraphLink, Statement | undefined, string>((links) => kept.read(links, store), {
    cacheKeyFn: linkKey,
  });
  return {
    behindLink: { load: (link) => kept.peek(link) ?? behindLinks.load(link) },
    record: { load: (id) => cache.peek(id) ?? records.load(id) },
    statementsFrom: new DataLoader(async (ids) => {
      const statements = await readStatements(store, ids);
      return ids.map((id) => statements.get(id)!);
    }),
    statementsTo(relation) {
      let loader = statementsTo.get(relation);
      if (!loader) {
        loader = new DataLoader(async (ids) => {
          const statements = await readStatementsTo(store, relation, ids);
          return ids.map((id) => statements.get(id)!);
        });
        statementsTo.set(relation, loader);
      }
      return loader;
    },
    entity: new DataLoader(async (ids) => {
      const entities = await readEntities(store.read, ids);
      return ids.map((id) => entities.get(id) ?? null);
    }),
    retired: new DataLoader(async (ids) => {
      const retired = await readRetired(store.read, ids);
      return ids.map((id) => retired.get(id) ?? null);
    }),
    check: new DataLoader(async (urls) => {
      keepAtMost(notes, keepFor.catalogue); // what is found at an address is no revision of the graph
      const checks = await readChecks(store.read, urls);
      return urls.map((url) => checks.get(url) ?? null);
    }),
    identified: new DataLoader((keys) => findByIdentifier(store, keys)),
  };
}
