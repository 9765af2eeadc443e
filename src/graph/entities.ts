import { kinds, kindOf, type CatalogueRecord, type Kind } from '../model.ts';
import { labels } from './schema.ts';
import type { Run } from './store.ts';

/** An entity as it is in the graph, by the records it stands on. */
export interface Entity {
  id: string;
  /** Empty for one that is not there yet. */
  records: CatalogueRecord[];
  /** The revision its records came with; 0 for one that is not there yet. */
  changed: number;
}

/** An id that no longer leads to an entity of its own. */
export interface Retired {
  id: string;
  status: 'merged' | 'withdrawn';
  /** What a merged id was merged into, and what that has become by now: null when it was withdrawn in turn. */
  into: string | null;
  survivor: string | null;
  reason: string | null;
  /** What a withdrawn entity stood on, unless it was erased. */
  records: CatalogueRecord[];
  revision: number;
}

/** The entities with these ids that are in the graph, by id. One read per kind. */
export async function readEntities(run: Run, ids: Iterable<string>): Promise<Map<string, Entity>> {
  const groups = [...groupBy([...ids], kindOf)].map(async ([kind, group]) => {
    const rows = await run<{ id: string; records: string[]; changed: number }>(
      `UNWIND $ids AS key MATCH (n:${labels[kind!]} {id: key})
       RETURN n.id AS id, n.records AS records, n.changed AS changed`,
      { ids: group },
    );
    return rows.map(({ id, records, changed }): Entity => ({ id, records: parse(id, records), changed }));
  });
  return new Map((await Promise.all(groups)).flat().map((entity) => [entity.id, entity]));
}

/** Those of these ids that have been merged or withdrawn, by id. */
export async function readRetired(run: Run, ids: Iterable<string>): Promise<Map<string, Retired>> {
  const rows = await run<Omit<Retired, 'records'> & { records: string[] }>(
    `MATCH (r:Retired) WHERE r.id IN $ids
     RETURN r.id AS id, r.status AS status, r.into AS into, r.survivor AS survivor, r.reason AS reason,
            r.records AS records, r.revision AS revision`,
    { ids: [...ids] },
  );
  return new Map(rows.map((row) => [row.id, { ...row, records: parse(row.id, row.records) }]));
}

/** Which of these ids are entities of the graph. One read per kind. */
export async function existing(run: Run, ids: Iterable<string>): Promise<Set<string>> {
  const groups = [...groupBy([...ids], kindOf)].map(([kind, group]) =>
    run<{ id: string }>(`UNWIND $ids AS key MATCH (n:${labels[kind!]} {id: key}) RETURN n.id AS id`, { ids: group }),
  );
  return new Set((await Promise.all(groups)).flat().map(({ id }) => id));
}

/** The ids of all nodes with a label, in order, page by page. */
export async function* idPages<Id extends string | number = string>(run: Run, label: string): AsyncGenerator<Id[]> {
  // The ids at once, the rest by keys: a page that had to be found behind the last one would cost a scan each.
  const rows = await run<{ id: Id }>(`MATCH (n:${label}) RETURN n.id AS id`);
  const ids = rows.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  for (let start = 0; start < ids.length; start += pageSize) yield ids.slice(start, start + pageSize);
}

const pageSize = 1_000;

/** Every entity of the graph, kind by kind and by id, in pages that leave the event loop free in between. */
export async function* allEntities(run: Run, only: readonly Kind[] = kinds): AsyncGenerator<Entity[]> {
  for (const kind of only)
    for await (const ids of idPages(run, labels[kind])) {
      const page = await readEntities(run, ids);
      yield [...page.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    }
}

function parse(id: string, texts: readonly string[]): CatalogueRecord[] {
  try {
    return texts.map((text) => JSON.parse(text) as CatalogueRecord);
  } catch (cause) {
    throw new Error(`The records of ${id} in the graph are damaged. A backup can put it right: restore FILE`, {
      cause,
    });
  }
}

export function groupBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
