import { kindOf } from '../model.ts';
import { broaderKey, circlesIn, readHierarchy } from './circles.ts';
import { existing, readEntities, readRetired } from './entities.ts';
import { accept, type Act, type Write } from './revision.ts';
import type { GraphStore, Run } from './store.ts';
import { writeEntities } from './write-entities.ts';

/** So many entities get their links anew in one transaction. */
const batchSize = 500;
const mostToRelink = 2_000;

/** An entity and the id that one of its links names, which is not there. */
export interface Waiting {
  id: string;
  target: string;
}

/** Every link that waits for its target, by id. */
export async function readWaiting(run: Run): Promise<Waiting[]> {
  const rows = await run<Waiting>(`MATCH (m:Missing)-[:AWAITED_BY]->(n) RETURN n.id AS id, m.id AS target`);
  return rows.sort((a, b) => (a.id + a.target < b.id + b.target ? -1 : 1));
}

/** Makes the links that waited for something that has come meanwhile. Gives how many entities got links. */
export async function settle(store: GraphStore, act: Act): Promise<number> {
  const waiting = await readWaiting(store.read);
  const targets = [...new Set(waiting.map(({ target }) => target))];
  const come = new Set<string>();
  for (let start = 0; start < targets.length; start += batchSize) {
    const page = targets.slice(start, start + batchSize);
    for (const id of await existing(store.read, page)) come.add(id);
    for (const { id, survivor } of (await readRetired(store.read, page)).values()) if (survivor) come.add(id);
  }
  const ready = [...new Set(waiting.filter(({ target }) => come.has(target)).map(({ id }) => id))];
  for (let start = 0; start < ready.length; start += batchSize)
    await accept(store, act, (write) => relink(write, ready.slice(start, start + batchSize)));
  return ready.length;
}

/**
 * Within a write that brings these ids: makes the links that waited for them. Where more entities wait than one
 * transaction should hold, they are left to `settle`.
 */
export async function relinkWaiting(write: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const waiting = await write.run<{ id: string }>(
    `MATCH (m:Missing)-[:AWAITED_BY]->(n) WHERE m.id IN $ids RETURN DISTINCT n.id AS id LIMIT ${mostToRelink + 1}`,
    { ids: [...ids] },
  );
  if (waiting.length <= mostToRelink)
    await relink(
      write,
      waiting.map(({ id }) => id),
    );
}

/**
 * Within a write that has changed these entities: where themes are among them, gives or takes the links of other themes
 * that a circle let go or caught.
 */
export async function settleCircles(write: Write, changed: readonly string[]): Promise<void> {
  if (!changed.some((id) => kindOf(id) === 'theme')) return;
  const hierarchy = await readHierarchy(write.run);
  const circles = circlesIn(hierarchy);
  const rows = await write.run<{ from: string; to: string }>(
    `MATCH (a:Theme)-[:BROADER]->(b:Theme) RETURN a.id AS from, b.id AS to`,
  );
  const made = new Set(rows.map(({ from, to }) => broaderKey(from, to)));
  const differs = (id: string, to: string) =>
    id !== to && hierarchy.has(to) && made.has(broaderKey(id, to)) === circles.has(broaderKey(id, to));
  const wrong = [...hierarchy].filter(([id, broader]) => broader.some((to) => differs(id, to)));
  await relink(
    write,
    wrong.map(([id]) => id),
  );
}

/** Makes the links of entities anew from the records they have. */
export async function relink(write: Write, ids: readonly string[]): Promise<void> {
  const entities = await readEntities(write.run, ids);
  await writeEntities(
    write,
    [...entities.values()].map((entity) => ({ entity, before: entity, action: 'linked' as const })),
  );
}
