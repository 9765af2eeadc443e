import { kindOf, type CatalogueRecord } from '../model.ts';
import { digestOf, toProperties, type Properties } from './encode.ts';
import { deadAmong } from './addresses.ts';
import { groupBy, type Entity } from './entities.ts';
import { ranked, viewOf } from './entity.ts';
import { saveIdentifiers } from './identifiers.ts';
import { writeLinks } from './links.ts';
import { titleKey } from './near-titles.ts';
import type { Action, Write } from './revision.ts';
import { labels } from './schema.ts';
import type { Run } from './store.ts';
import { tabulate } from './tabulate.ts';

/** An entity as it shall be, and as it was. */
export interface Rewrite {
  entity: Entity;
  /** What it stood on until now; null for a new one. */
  before: Entity | null;
  action: Action;
}

/**
 * Writes entities whole: what was before into their history, then the node, the identifiers and the links that follow
 * from their records. With the action `linked` the records are the same and only the links are made anew.
 */
export async function writeEntities(write: Write, rewrites: readonly Rewrite[]): Promise<void> {
  if (rewrites.length === 0) return;
  const { run } = write;
  const revision = await write.revision();
  const changed = rewrites.filter(({ action }) => action !== 'linked');
  for (const { entity } of changed) entity.changed = revision;
  await keepVersions(
    run,
    changed.flatMap(({ before }) => before ?? []),
    revision,
  );
  const nodes = await nodeRows(
    run,
    rewrites.map(({ entity, before }) => ({ ...entity, revision, isNew: !before })),
  );
  // Started in this order and done in it: while the engine is at the nodes, what comes after them is made ready.
  const writing = [saveNodes(run, nodes), replaceIdentifiers(run, changed), writeLinks(write, rewrites)];
  for (const { entity, action } of rewrites)
    write.note(entity.id, action, action === 'linked' ? undefined : digestOfRecords(entity));
  await Promise.all(writing);
}

const replaceIdentifiers = (run: Run, rewrites: readonly Rewrite[]) =>
  saveIdentifiers(
    run,
    rewrites.filter(({ before }) => before).map(({ entity }) => entity.id),
    rewrites.map(({ entity }) => entity),
  );

/** What the change feed keeps of the records an entity stood on after a write: enough to see whether they are whole. */
export const digestOfRecords = ({ id, records }: Entity): string => digestOf(ranked(id, records));

/** An entity whose node is to be written. */
interface NodeOf extends Entity {
  revision: number;
  /** True where no such node is there, as the transaction has seen. */
  isNew?: boolean;
}

/** Writes the nodes of entities whole, as their records show them, without identifiers and links. */
export const writeNodes = async (run: Run, entities: readonly NodeOf[]): Promise<void> =>
  saveNodes(run, await nodeRows(run, entities));

type NodeRow = { key: string; isNew: boolean; properties: Properties };

async function nodeRows(run: Run, entities: readonly NodeOf[]): Promise<NodeRow[]> {
  const views = entities.map(({ id, records }) => viewOf(id, records));
  const dead = await deadAmong(
    run,
    views.filter((view) => view.kind === 'publication'),
  );
  return entities.map(({ id, records, changed, revision, isNew = false }, place) => {
    const texts = ranked(id, records).map((record) => JSON.stringify(record));
    const view = views[place]!;
    const found = view.kind === 'publication' && { titleKey: titleKey(view.title) };
    const kept = { records: texts, revision, changed, ...(dead.has(id) && { dead: true }), ...found };
    return { key: id, isNew, properties: { ...toProperties(view), ...kept } };
  });
}

async function saveNodes(run: Run, rows: readonly NodeRow[]): Promise<void> {
  const groups = groupBy(rows, ({ key, isNew }) => `${kindOf(key)} ${isNew}`);
  await Promise.all([...groups.values()].map((group) => (group[0]!.isNew ? createNodes : replaceNodes)(run, group)));
}

function createNodes(run: Run, nodes: readonly NodeRow[]) {
  const { map, rows, same } = tabulate('row', nodes);
  return run(`UNWIND $rows AS row CREATE (:${labelOf(nodes)} ${map})`, { rows, same });
}

const replaceNodes = (run: Run, rows: NodeRow[]) =>
  run(`UNWIND $rows AS row MERGE (n:${labelOf(rows)} {id: row.key}) SET n = row.properties`, { rows });

const labelOf = ([first]: readonly NodeRow[]) => labels[kindOf(first!.key)!];

/** Keeps what entities stood on before the write with number `until`. */
export async function keepVersions(run: Run, entities: readonly Entity[], until: number): Promise<void> {
  if (entities.length === 0) return;
  const rows = entities.map(({ id, records, changed }) => ({
    key: `${id}@${changed}`,
    of: id,
    revision: changed,
    records: records.map((record: CatalogueRecord) => JSON.stringify(record)),
  }));
  await run(
    `UNWIND $rows AS row MERGE (v:Version {id: row.key})
     SET v.of = row.of, v.revision = row.revision, v.until = $until, v.records = row.records`,
    { rows, until },
  );
}
