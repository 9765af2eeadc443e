import { kindOf, kinds, type CatalogueRecord, type Publication } from '../model.ts';
import { digestOf, toProperties, toStatements, type StatementRow } from './encode.ts';
import { saveIdentifiers } from './identifiers.ts';
import { nextRevision } from './revision.ts';
import { labels } from './schema.ts';
import type { GraphStore, Run } from './store.ts';

/** What became of a batch of records. */
export interface Saved {
  created: number;
  updated: number;
  unchanged: number;
}

/** A link whose target is not in the graph. */
export interface Dangling {
  id: string;
  field: string;
  value: string;
}

/**
 * Writes the nodes of a batch of records, in one transaction. Links wait for `saveLinks`, once every node is there:
 * so the order of records does not matter. A node that holds the same already is left alone.
 */
export async function saveNodes(store: GraphStore, records: CatalogueRecord[]): Promise<Saved> {
  const known = await readDigests(store.read, records);
  const digests = digestsOf(records);
  const changed = records.filter(({ id }) => known.get(id)?.digest !== digests.get(id));
  const updated = changed.filter((record) => known.has(record.id)).length;
  if (changed.length > 0) {
    await store.write(async (run) => {
      const revision = await nextRevision(run);
      for (const [kind, group] of groupBy(changed, (record) => record.kind)) {
        const rows = group.map((record) => ({
          id: record.id,
          properties: { ...toProperties(record), digest: digests.get(record.id)!, revision },
        }));
        await run(`UNWIND $rows AS row MERGE (n:${labels[kind]} {id: row.id}) SET n = row.properties`, { rows });
      }
      await saveIdentifiers(run, changed.filter(isPublication));
    });
  }
  return { created: changed.length - updated, updated, unchanged: records.length - changed.length };
}

/**
 * Writes the statements of a batch of records whose nodes are there, in one transaction, and takes away those that
 * the records no longer make. Gives back the links that were left out because their target is not in the graph.
 */
export async function saveLinks(store: GraphStore, records: CatalogueRecord[]): Promise<Dangling[]> {
  const known = await readDigests(store.read, records);
  const digests = digestsOf(records);
  const open = records.filter(({ id }) => known.get(id)?.linked !== linkedDigest(digests.get(id)!, []));
  if (open.length === 0) return [];
  const statements = open.flatMap(toStatements);
  const targets = await existing(store, statements);
  const [found, missing] = partition(statements, ({ to }) => targets.has(to));
  const missingOf = groupBy(missing, ({ from }) => from);
  const linked = new Map(open.map(({ id }) => [id, linkedDigest(digests.get(id)!, missingOf.get(id) ?? [])]));
  const wanted = open.filter(({ id }) => known.get(id)?.linked !== linked.get(id));

  if (wanted.length > 0) {
    await store.write(async (run) => {
      const revision = await nextRevision(run);
      // Another import may have written another record under the same id meanwhile: that one brings its own links.
      const now = await readDigests(run, wanted);
      const changed = wanted.filter(({ id }) => now.get(id)?.digest === digests.get(id));
      const ours = new Set(changed.map(({ id }) => id));
      const written = found.filter(({ from }) => ours.has(from));
      const keep = written.map(({ id }) => id);
      for (const [kind, group] of groupBy(changed, (record) => record.kind)) {
        const ids = group.map(({ id }) => id);
        await run(`MATCH (a:${labels[kind]})-[r]->() WHERE a.id IN $ids AND NOT r.id IN $keep DELETE r`, { ids, keep });
      }
      for (const group of groupBy(written, ({ relation, to }) => `${relation} ${kindOf(to)}`).values())
        await mergeStatements(run, group, revision);
      for (const [kind, group] of groupBy(changed, (record) => record.kind)) {
        const rows = group.map(({ id }) => ({ id, linked: linked.get(id)! }));
        await run(
          `UNWIND $rows AS row MATCH (n:${labels[kind]} {id: row.id}) SET n.linked = row.linked, n.revision = $revision`,
          { rows, revision },
        );
      }
    });
  }
  return missing.map(({ from: id, field, to: value }) => ({ id, field, value }));
}

/** Says which links of a record have been written: of a record that is complete, all of them. */
const linkedDigest = (digest: string, missing: StatementRow[]) => digestOf([digest, ...missing.map(({ id }) => id)]);

const digestsOf = (records: CatalogueRecord[]) => new Map(records.map((record) => [record.id, digestOf(record)]));

/** Writes statements of one relation between one pair of kinds. A statement keeps the revision it came with. */
async function mergeStatements(run: Run, group: StatementRow[], revision: number) {
  const { relation, from, to } = group[0]!;
  await run(
    `UNWIND $rows AS row
     MATCH (a:${labels[kindOf(from)!]} {id: row.from})
     MATCH (b:${labels[kindOf(to)!]} {id: row.to})
     MERGE (a)-[r:${relation} {id: row.id}]->(b)
     ON CREATE SET r.revision = $revision
     SET r += row.properties`,
    { rows: group.map(({ from, to, id, properties }) => ({ from, to, id, properties })), revision },
  );
}

/** Of each record that is in the graph: the digest of its own fields and, once they are written, that of its links. */
async function readDigests(read: Run, records: CatalogueRecord[]) {
  const digests = new Map<string, { digest: string; linked: string | null }>();
  for (const [kind, group] of groupBy(records, (record) => record.kind)) {
    const rows = await read<{ id: string; digest: string; linked: string | null }>(
      `MATCH (n:${labels[kind]}) WHERE n.id IN $ids RETURN n.id AS id, n.digest AS digest, n.linked AS linked`,
      { ids: group.map(({ id }) => id) },
    );
    for (const { id, digest, linked } of rows) digests.set(id, { digest, linked });
  }
  return digests;
}

async function existing(store: GraphStore, statements: StatementRow[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const kind of kinds) {
    const ids = [...new Set(statements.map(({ to }) => to).filter((to) => kindOf(to) === kind))];
    if (ids.length === 0) continue;
    const rows = await store.read<{ id: string }>(`MATCH (n:${labels[kind]}) WHERE n.id IN $ids RETURN n.id AS id`, {
      ids,
    });
    for (const { id } of rows) found.add(id);
  }
  return found;
}

const isPublication = (record: CatalogueRecord): record is Publication => record.kind === 'publication';

function groupBy<Item, Key extends string>(items: Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function partition<Item>(items: Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
