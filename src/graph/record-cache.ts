import { LRUCache } from 'lru-cache';
import type { CatalogueRecord } from '../model.ts';
import { readRecords } from './read.ts';
import type { GraphStore } from './store.ts';

/** Records kept in memory as long as nothing was written about them. */
export interface RecordCache {
  /** The records with these ids, without their links, by id; what is not there is left out. `from`: the store as it may be read now. */
  read(ids: readonly string[], from?: GraphStore): Promise<Map<string, CatalogueRecord>>;
  /** The record with an id if it is in memory, without asking the store. */
  peek(id: string): CatalogueRecord | undefined;
  /** Forgets what a write has touched; with no ids all of it. */
  forget(ids?: readonly string[]): void;
}

/** So many records are kept: about 50 MB. */
const mostKept = 25_000;

export function createRecordCache(store: GraphStore, most = mostKept): RecordCache {
  const kept = new LRUCache<string, CatalogueRecord>({ max: most });
  let forgotten = 0;
  return {
    async read(ids, from = store) {
      const found = new Map<string, CatalogueRecord>();
      const missing: string[] = [];
      for (const id of ids) {
        const record = kept.get(id);
        if (record) found.set(id, record);
        else missing.push(id);
      }
      if (missing.length === 0) return found;
      const before = forgotten;
      for (const [id, record] of await readRecords(from, missing)) {
        found.set(id, record);
        // What was read while something was forgotten may be what was to be forgotten.
        if (forgotten === before) kept.set(id, record);
      }
      return found;
    },
    peek: (id) => kept.get(id),
    forget(ids) {
      forgotten++;
      if (ids) for (const id of ids) kept.delete(id);
      else kept.clear();
    },
  };
}
