import DataLoader from 'dataloader';
import type { Statement } from '../graph/encode.ts';
import { findByIdentifier } from '../graph/identifiers.ts';
import { readRecords, readStatements, readStatementsTo } from '../graph/read.ts';
import type { GraphStore } from '../graph/store.ts';
import type { CatalogueRecord } from '../model.ts';
import type { RelationName } from '../relations.ts';

/** Reads of one request, gathered: however many nodes of a list ask, the store is asked once per kind. */
export interface Loaders {
  /** The record with an id, without its links; null when it is not there. */
  record: DataLoader<string, CatalogueRecord | null>;
  /** The statements that the record with an id makes. */
  statementsFrom: DataLoader<string, Statement[]>;
  /** The statements of one relation that point to an id. */
  statementsTo(relation: RelationName): DataLoader<string, Statement[]>;
  /** The id of the publication an identifier key leads to. */
  identified: DataLoader<string, string | null>;
}

/** Loaders for one request: nothing is remembered beyond it. */
export function createLoaders(store: GraphStore): Loaders {
  const statementsTo = new Map<RelationName, DataLoader<string, Statement[]>>();
  return {
    record: new DataLoader(async (ids) => {
      const records = await readRecords(store, ids);
      return ids.map((id) => records.get(id) ?? null);
    }),
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
    identified: new DataLoader((keys) => findByIdentifier(store, keys)),
  };
}
