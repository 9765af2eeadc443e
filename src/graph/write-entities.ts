import { kindOf, type CatalogueRecord } from '../model.ts';
import { digestOf, toProperties } from './encode.ts';
import { deadAmong } from './addresses.ts';
import { groupBy, type Entity } from './entities.ts';
import { ranked, viewOf } from './entity.ts';
import { saveIdentifiers } from './identifiers.ts';
import { writeLinks } from './links.ts';
import { titleKey } from './near-titles.ts';
import type { Action, Write } from './revision.ts';
import { labels } from './schema.ts';
import type { Run } from './store.ts';

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
  for (const { entity, action } of rewrites)
    write.note(entity.id, action, action === 'linked' ? undefined : digestOfRecords(entity));
  for (const { entity } of changed) entity.changed = revision;
  await keepVersions(
    run,
    changed.flatMap(({ before }) => before ?? []),
    revision,
  );
  await writeNodes(
    run,
    rewrites.map(({ entity }) => ({ ...entity, revision })),
  );
  await saveIdentifiers(
    run,
    changed.filter(({ before }) => before).map(({ entity }) => entity.id),
    changed.map(({ entity }) => entity),
  );
  await writeLinks(write, rewrites);
}

/** What the change feed keeps of the records an entity stood on after a write: enough to see whether they are whole. */
export const digestOfRecords = ({ id, records }: Entity): string => digestOf(ranked(id, records));

/** Writes the nodes of entities whole, as their records show them, without identifiers and links. */
export async function writeNodes(run: Run, entities: readonly (Entity & { revision: number })[]): Promise<void> {
  const views = entities.map(({ id, records }) => viewOf(id, records));
  const dead = await deadAmong(
    run,
    views.filter((view) => view.kind === 'publication'),
  );
  const rows = entities.map(({ id, records, changed, revision }, place) => {
    const texts = ranked(id, records).map((record) => JSON.stringify(record));
    const view = views[place]!;
    const found = view.kind === 'publication' && { titleKey: titleKey(view.title) };
    const kept = { records: texts, revision, changed, ...(dead.has(id) && { dead: true }), ...found };
    return { id, properties: { ...toProperties(view), ...kept } };
  });
  const writes = [...groupBy(rows, ({ id }) => kindOf(id)!)].map(([kind, rows]) =>
    run(`UNWIND $rows AS row MERGE (n:${labels[kind]} {id: row.id}) SET n = row.properties`, { rows }),
  );
  await Promise.all(writes);
}

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
