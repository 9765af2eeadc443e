import type { CatalogueRecord } from '../model.ts';
import { readEntities, readRetired, type Entity, type Retired } from './entities.ts';
import { withRecord } from './entity.ts';
import { accept, type Act } from './revision.ts';
import { relinkWaiting, settleCircles } from './settle.ts';
import type { GraphStore, Run } from './store.ts';
import { writeEntities, type Rewrite } from './write-entities.ts';

/** What became of a batch of records. */
export interface Saved {
  created: number;
  updated: number;
  unchanged: number;
  /** Records of withdrawn ids, which stay out, with the reason of the withdrawal. */
  refused: { record: CatalogueRecord; reason: string }[];
}

/**
 * Takes records into the graph, all of a batch or none: each becomes what its source says about its id, in the place
 * of what that source said before; other sources stay. Nodes, links, history and change feed follow in one write.
 * Records that are there already change nothing. The order of records does not matter.
 */
export async function saveRecords(store: GraphStore, act: Act, records: readonly CatalogueRecord[]): Promise<Saved> {
  const before = await planned(store.read, records);
  if (before.rewrites.length === 0) return before.saved;
  return accept(store, act, async (write) => {
    const { saved, rewrites } = await planned(write.run, records);
    await writeEntities(write, rewrites);
    await relinkWaiting(
      write,
      rewrites.filter(({ before }) => !before).map(({ entity }) => entity.id),
    );
    await settleCircles(
      write,
      rewrites.map(({ entity }) => entity.id),
    );
    return saved;
  });
}

/** Which entities a batch of records changes, and how. */
async function planned(run: Run, records: readonly CatalogueRecord[]): Promise<{ saved: Saved; rewrites: Rewrite[] }> {
  const { entities, retired } = await readAll(run, records);
  const saved: Saved = { created: 0, updated: 0, unchanged: 0, refused: [] };
  const rewrites = new Map<string, Rewrite>();
  for (const record of records) {
    const gone = retired.get(record.id);
    const id = gone?.survivor ?? record.id;
    if (gone && !gone.survivor) {
      if (withRecord(gone.records, record) === null) saved.unchanged++;
      else saved.refused.push({ record, reason: gone.reason ?? '' });
      continue;
    }
    const before = entities.get(id) ?? null;
    const entity: Entity = rewrites.get(id)?.entity ?? before ?? { id, records: [], changed: 0 };
    const next = withRecord(entity.records, record);
    if (next === null) saved.unchanged++;
    else {
      if (before || rewrites.has(id)) saved.updated++;
      else saved.created++;
      const action = before ? 'updated' : 'created';
      rewrites.set(id, { entity: { ...entity, records: next }, before, action });
    }
  }
  return { saved, rewrites: [...rewrites.values()] };
}

/** The entities that records belong to, those they have been merged into included. */
async function readAll(run: Run, records: readonly CatalogueRecord[]) {
  const ids = new Set(records.map(({ id }) => id));
  const entities = await readEntities(run, ids);
  const absent = [...ids].filter((id) => !entities.has(id));
  const retired: Map<string, Retired> = absent.length > 0 ? await readRetired(run, absent) : new Map();
  for (const [id, fate] of retired) retired.set(id, await endOf(run, fate));
  const survivors = [...retired.values()].flatMap(({ survivor }) => survivor ?? []);
  if (survivors.length > 0) for (const [id, entity] of await readEntities(run, survivors)) entities.set(id, entity);
  return { entities, retired };
}

/** Of an id that was merged into what was withdrawn: the withdrawal, with the records of both. */
async function endOf(run: Run, fate: Retired): Promise<Retired> {
  if (!fate.into || fate.survivor) return fate;
  const next = (await readRetired(run, [fate.into])).get(fate.into);
  return next ? endOf(run, next) : fate;
}
