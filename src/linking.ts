import { idPages } from './graph/entities.ts';
import { readRecords } from './graph/read.ts';
import { labels } from './graph/schema.ts';
import type { GraphStore } from './graph/store.ts';
import { linkText, type Links } from './ingest/names/link-text.ts';
import { namedEntity } from './ingest/names/names-of.ts';
import { createNames, type NamedEntity, type Names } from './ingest/names/names.ts';
import { kindOf, type Kind } from './model.ts';

/** Finds in texts what the catalogue has names for. */
export interface Linker {
  link(page: { title: string; text: string; language?: string }): Promise<Links>;
  /** Lets go of the names when a write has touched one of them; with no ids in any case. */
  forget(ids?: readonly string[]): void;
}

const named: readonly Kind[] = ['country', 'theme', 'instrument', 'organisation', 'project'];

/** Whether the thing with an id is one whose names are looked for. */
export const isNamed = (id: string): boolean => named.includes(kindOf(id)!);

/** A linker that reads the names of the graph when it is first asked, and again after they have changed. */
export function createLinker(store: GraphStore): Linker {
  let names: Promise<Names> | null = null;
  return {
    async link(page) {
      names ??= readNames(store).catch((error: unknown) => {
        names = null;
        throw error;
      });
      return linkText(page, await names);
    },
    forget(ids) {
      if (!ids || ids.some(isNamed)) names = null;
    },
  };
}

/** What can be found in texts: everything in the graph that has names. */
export async function* namedEntities(store: GraphStore): AsyncGenerator<NamedEntity> {
  for (const kind of named)
    for await (const ids of idPages(store.read, labels[kind]))
      for (const record of (await readRecords(store, ids)).values()) yield namedEntity(record);
}

async function readNames(store: GraphStore): Promise<Names> {
  const entities: NamedEntity[] = [];
  for await (const entity of namedEntities(store)) entities.push(entity);
  return createNames(entities);
}
