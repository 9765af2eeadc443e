import { kindOf } from '../model.ts';
import { eraseFromHistory, eraseTraces } from './erase.ts';
import { groupBy, readEntities, readRetired, type Entity, type Retired } from './entities.ts';
import { sourceKey } from './statements.ts';
import { Refusal } from './refusal.ts';
import { accept, type Act, type Write } from './revision.ts';
import { labels } from './schema.ts';
import { relink, relinkWaiting, settle, settleCircles } from './settle.ts';
import type { GraphStore } from './store.ts';
import { refreshSurvivors } from './survivors.ts';
import { keepVersions, writeEntities } from './write-entities.ts';

/**
 * Merges one entity into another of its kind: the survivor stands on the records of both from now on, every link to
 * the old id leads to the survivor, and the old id resolves to it for ever. `undo` brings it back as it was.
 * Gives the survivor's id. Throws a `Refusal` when either is not there.
 */
export function merge(store: GraphStore, act: Act, from: string, into: string): Promise<string> {
  return accept(store, act, async (write) => {
    const retired = await readRetired(write.run, [from, into]);
    const target = retired.get(into)?.survivor ?? into;
    if (kindOf(from) === null || kindOf(from) !== kindOf(target))
      throw new Refusal(`${from} cannot be merged into ${into}: both must be ids of one kind.`);
    if (from === target) throw new Refusal(`${from} cannot be merged into itself.`);
    const old = retired.get(from);
    if (old?.status === 'merged' && old.survivor === target) return target;
    if (old) throw new Refusal(`${from} is ${old.status} already; undo that first: undo ${from}`);
    const entities = await readEntities(write.run, [from, target]);
    const [leaving, survivor] = [entities.get(from), entities.get(target)];
    if (leaving && !survivor && retired.has(into))
      throw new Refusal(`${into} is withdrawn; undo that first: undo ${into}`);
    if (!leaving || !survivor) throw new Refusal(`${leaving ? into : from} is not in the graph.`);

    const pointing = await takeOut(write, leaving);
    await saveRetired(write, { id: from, status: 'merged', into: target, reason: act.reason ?? null, records: [] });
    const joined = { ...survivor, records: [...survivor.records, ...leaving.records] };
    await writeEntities(write, [{ entity: joined, before: survivor, action: 'updated' }]);
    await relink(write, pointing);
    await relinkWaiting(write, [from]);
    await settleCircles(write, [from]);
    return target;
  });
}

/**
 * Withdraws an entity: it leaves the graph with its links, and its id answers with the reason of `act` from now on.
 * `undo` brings it back, unless `erase` is set: then what was known of it is deleted for good, its history too.
 */
export function withdraw(store: GraphStore, act: Act & { reason: string }, id: string, erase = false): Promise<void> {
  return accept(store, act, async (write) => {
    const entity = (await readEntities(write.run, [id])).get(id);
    const old = (await readRetired(write.run, [id])).get(id);
    if (!entity && old?.status !== 'withdrawn')
      throw new Refusal(
        old ? `${id} is merged into ${old.into}; undo that first: undo ${id}` : `${id} is not in the graph.`,
      );
    const { records } = entity ?? old!;
    if (!entity && old!.reason === act.reason && !(erase && records.length > 0)) return;
    const into = await mergedInto(write, id);
    const pointing = entity ? await takeOut(write, entity) : [];
    await saveRetired(write, {
      id,
      status: 'withdrawn',
      into: null,
      reason: act.reason,
      records: erase ? [] : records,
    });
    if (erase) await eraseTraces(write, [id, ...into], records);
    await relink(write, pointing);
    await settleCircles(write, [id]);
  });
}

/**
 * Withdraws what one source says about an entity; what others say stays. `source` is its address or file name. With
 * `erase` it is deleted from the history too.
 */
export function withdrawSource(store: GraphStore, act: Act, id: string, source: string, erase = false): Promise<void> {
  return accept(store, act, async (write) => {
    const before = (await readEntities(write.run, [id])).get(id);
    if (!before) throw new Refusal(`${id} is not in the graph.`);
    const records = before.records.filter((record) => sourceKey(record.source) !== source);
    if (records.length === before.records.length)
      throw new Refusal(`${id} has no record from ${source}; there are ${sourcesOf(before).join(', ')}.`);
    if (!records.some((record) => record.id === id))
      throw new Refusal(`${id} stands on ${source} alone: withdraw it as a whole.`);
    await writeEntities(write, [{ entity: { ...before, records }, before, action: 'updated' }]);
    if (erase) await eraseFromHistory(write, [id], (record) => sourceKey(record.source) === source);
    await settleCircles(write, [id]);
  });
}

/** The ids that lead to this one. */
async function mergedInto({ run }: Write, id: string): Promise<string[]> {
  const rows = await run<{ id: string }>(`MATCH (r:Retired) WHERE r.survivor = $id RETURN r.id AS id`, { id });
  return rows.map((row) => row.id);
}

const sourcesOf = ({ records }: Entity) => records.map(({ source }) => sourceKey(source));

/** Takes a merge or a withdrawal back. Throws a `Refusal` when there is nothing to undo. */
export async function undo(store: GraphStore, act: Act, id: string): Promise<void> {
  await accept(store, act, async (write) => {
    const retired = (await readRetired(write.run, [id])).get(id);
    if (!retired) throw new Refusal(`${id} was neither merged nor withdrawn.`);
    if (retired.status === 'withdrawn' && retired.records.length === 0)
      throw new Refusal(`${id} was erased when it was withdrawn; it can only be imported anew under another id.`);
    if (retired.status === 'merged' && !retired.survivor)
      throw new Refusal(`${id} was merged into ${retired.into}, which was withdrawn: undo ${retired.into} first.`);
    await write.revision();
    write.note(id, 'restored');
    await write.run(`MATCH (r:Retired {id: $id}) DELETE r`, { id });
    const back = await refreshSurvivors(write);
    const returning = [id, ...[...back].filter(([, survivor]) => survivor === id).map(([other]) => other)];
    if (retired.status === 'withdrawn') await revive(write, id, retired.records);
    else await separate(write, id, retired.survivor!, new Set(returning));
    await relinkWaiting(write, returning);
    await settleCircles(write, [id]);
  });
  await settle(store, act); // where more waited for it than one write should hold
}

const revive = (write: Write, id: string, records: Entity['records']) =>
  writeEntities(write, [{ entity: { id, records, changed: 0 }, before: null, action: 'restored' }]);

/** Gives the records of these ids back to the entity that was merged, and takes them from the survivor. */
async function separate(write: Write, id: string, survivor: string, returning: ReadonlySet<string>): Promise<void> {
  const before = (await readEntities(write.run, [survivor])).get(survivor)!;
  const [leaving, staying] = [true, false].map((own) =>
    before.records.filter((record) => returning.has(record.id) === own),
  );
  // It came with its merge, or its sources were withdrawn since.
  if (leaving!.length === 0)
    throw new Refusal(`${id} has no record of its own any more: it goes on leading to ${survivor}.`);
  await revive(write, id, leaving!);
  await writeEntities(write, [{ entity: { ...before, records: staying! }, before, action: 'updated' }]);
  await relink(write, await pointingTo(write, survivor));
}

/** Takes an entity out of the graph, its last version into its history. Gives the entities that pointed to it. */
async function takeOut(write: Write, entity: Entity): Promise<string[]> {
  const { id } = entity;
  const pointing = await pointingTo(write, id);
  await keepVersions(write.run, [entity], await write.revision());
  await write.run(`MATCH (n:${labels[kindOf(id)!]} {id: $id}) DETACH DELETE n`, { id });
  return pointing;
}

/** Leaves a fate under an id, whether or not there was an entity. */
export async function saveRetired(
  write: Write,
  { id, status, into, reason, records }: Omit<Retired, 'survivor' | 'revision'>,
) {
  write.note(id, status);
  const properties = { status, into, reason, records: records.map((record) => JSON.stringify(record)) };
  await write.run(
    `MERGE (r:Retired {id: $id})
     SET r.status = $status, r.into = $into, r.reason = $reason, r.records = $records, r.revision = $revision`,
    { id, ...properties, revision: await write.revision() },
  );
  await refreshSurvivors(write);
}

/** The entities with a link to this one. */
async function pointingTo({ run }: Write, id: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `MATCH (a)-[]->(b:${labels[kindOf(id)!]} {id: $id}) RETURN DISTINCT a.id AS id`,
    { id },
  );
  return (groupBy(rows, (row) => kindOf(row.id) !== null).get(true) ?? [])
    .map((row) => row.id)
    .filter((from) => from !== id);
}
