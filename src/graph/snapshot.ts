import { randomUUID } from 'node:crypto';
import { kinds } from '../model.ts';
import { groupBy, idPages, type Entity } from './entities.ts';
import { saveIdentifiers } from './identifiers.ts';
import { createLinks, planLinks, removeLinks, waitForTargets } from './links.ts';
import { Refusal } from './refusal.ts';
import { catalogueId } from './revision.ts';
import { labels } from './schema.ts';
import type { GraphStore, Run, Value } from './store.ts';
import { writeNodes } from './write-entities.ts';

/** One line of a backup: a node that is no entity, with its properties, or an entity with the ages of its statements. */
export type SnapshotLine =
  | { label: (typeof plainLabels)[number]; properties: Record<string, Value> }
  | {
      entity: Pick<Entity, 'id' | 'changed'> & { revision: number; records: string[]; statements: [number, number][] };
    };

/** Nodes that stand for themselves; all else in the graph follows from the records of entities. */
const plainLabels = ['Retired', 'Change', 'Version', 'Proposal', 'Address'] as const;

const pageSize = 1_000;

/** Everything in the graph, as lines from which `placeNodes` and `placeLinks` make the same graph again. */
export async function* readSnapshot(run: Run): AsyncGenerator<SnapshotLine> {
  for (const label of plainLabels)
    for await (const ids of idPages<string | number>(run, label)) {
      const page = await run<{ properties: Record<string, Value> }>(
        `MATCH (n:${label}) WHERE n.id IN $ids RETURN properties(n) AS properties ORDER BY n.id`,
        { ids },
      );
      // In one order: each engine has its own, and the same graph shall give the same lines.
      for (const { properties } of page)
        yield { label, properties: Object.fromEntries(Object.entries(properties).sort()) };
    }
  for (const kind of kinds) for await (const ids of idPages(run, labels[kind])) yield* entityLines(run, kind, ids);
}

async function* entityLines(run: Run, kind: keyof typeof labels, ids: string[]): AsyncGenerator<SnapshotLine> {
  const rows = await run<{ id: string; changed: number; revision: number; records: string[] }>(
    `MATCH (n:${labels[kind]}) WHERE n.id IN $ids
     RETURN n.id AS id, n.changed AS changed, n.revision AS revision, n.records AS records ORDER BY id`,
    { ids },
  );
  const links = await run<{ id: string; position: number; revision: number }>(
    `MATCH (n:${labels[kind]})-[r]->() WHERE n.id IN $ids
     RETURN n.id AS id, r.position AS position, r.revision AS revision ORDER BY id, position`,
    { ids },
  );
  const ages = groupBy(links, ({ id }) => id);
  for (const { id, changed, revision, records } of rows) {
    const statements = (ages.get(id) ?? []).map(({ position, revision }): [number, number] => [position, revision]);
    yield { entity: { id, changed, revision, records, statements } };
  }
}

/** Empties the graph, a little at a time: all at once would take more memory than a database gives a transaction. */
export async function clearGraph(store: GraphStore): Promise<void> {
  for (const label of [...plainLabels, ...Object.values(labels), 'Identifier', 'Missing'])
    for (;;) {
      const rows = await store.read<{ id: string | number }>(`MATCH (n:${label}) RETURN n.id AS id LIMIT ${pageSize}`);
      if (rows.length === 0) break;
      await store.write((run) =>
        run(`MATCH (n:${label}) WHERE n.id IN $ids DETACH DELETE n`, { ids: rows.map(({ id }) => id) }),
      );
    }
}

/** First pass of a restore: the nodes of some lines, without their links. */
export async function placeNodes(store: GraphStore, lines: readonly SnapshotLine[]): Promise<void> {
  await store.write(async (run) => {
    for (const [label, group] of groupBy(lines, (line) => ('label' in line ? line.label : null))) {
      if (label === null) continue;
      const rows = group.map((line) => ('properties' in line ? line.properties : {}));
      await run(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row`, { rows });
    }
    const entities = entitiesOf(lines);
    await writeNodes(run, entities);
    await saveIdentifiers(
      run,
      entities.map(({ id }) => id),
      entities,
    );
  });
}

/** Second pass: the links of the same lines, each with the revision it came with. */
export async function placeLinks(store: GraphStore, lines: readonly SnapshotLine[]): Promise<void> {
  const entities = entitiesOf(lines);
  if (entities.length === 0) return;
  await store.write(async (run) => {
    const { rows, waiting } = await planLinks(run, entities);
    const ages = new Map(entities.map(({ id, statements }) => [id, new Map(statements)]));
    for (const row of rows) row.properties.revision = ages.get(row.from)!.get(row.properties.position as number) ?? 0;
    // What an attempt before this one has written, when the answer to its commit was lost.
    await removeLinks(
      run,
      entities.map(({ id }) => id),
    );
    await createLinks(run, rows);
    await waitForTargets(run, waiting);
  });
}

function entitiesOf(lines: readonly SnapshotLine[]) {
  return lines.flatMap((line) => {
    if (!('entity' in line)) return [];
    const { records, ...rest } = line.entity;
    return [{ ...rest, records: records.map((text) => JSON.parse(text) as Entity['records'][number]) }];
  });
}

/**
 * Says that the graph is being made anew from a backup: until `endRestore` nobody may take it for whole. `epoch` names
 * this restore; one that begins later takes the graph from it.
 */
export const beginRestore = (store: GraphStore, file: string, epoch = randomUUID()) =>
  store.write((run) =>
    run(`MERGE (c:Catalogue {id: $id}) SET c.restoring = $file, c.epoch = $epoch`, { id: catalogueId, file, epoch }),
  );

/** A store whose writes are refused once another restore has begun: two at once would mix two backups. */
export const restoringStore = (store: GraphStore, epoch: string): GraphStore => ({
  ...store,
  write: (work, timeout) =>
    store.write(async (run) => {
      const [row] = await run<{ epoch: string; restoring: string | null }>(
        `MATCH (c:Catalogue {id: $id}) SET c.touched = true RETURN c.epoch AS epoch, c.restoring AS restoring`,
        { id: catalogueId },
      );
      if (row?.epoch !== epoch || row.restoring === null)
        throw new Refusal('Another restore has begun meanwhile; this one has stopped. Wait for that one to end.');
      return work(run);
    }, timeout),
});

/**
 * Says that it is whole again. Its revision is that of the backup unless the graph was further already: who has asked
 * for changes up to there shall not miss what comes next.
 */
export const endRestore = (store: GraphStore, revision: number) =>
  store.write((run) =>
    run(
      `MATCH (c:Catalogue {id: $id})
       SET c.restoring = null, c.seeding = false,
           c.revision = CASE WHEN coalesce(c.revision, 0) > $revision THEN c.revision ELSE $revision END`,
      { id: catalogueId, revision },
    ),
  );
