import { kindOf, type CatalogueRecord } from '../model.ts';
import { groupBy, readEntities, readRetired } from './entities.ts';
import { Refusal } from './refusal.ts';
import { merge, saveRetired, withdraw } from './retire.ts';
import { accept, type Act } from './revision.ts';
import { relinkWaiting } from './settle.ts';
import type { GraphStore } from './store.ts';

/** What an import or export file says became of an id. */
export type Fate =
  | { kind: 'merged'; id: string; into: string; reason?: string }
  | { kind: 'withdrawn'; id: string; reason: string; records?: CatalogueRecord[] };

/**
 * Makes ids what files say of them, after all records of the files are in: merges first, a chain from its far end,
 * then withdrawals. What is so already changes nothing. Gives those that could not be, with the reason.
 */
export async function applyFates(store: GraphStore, act: Act, fates: readonly Fate[]) {
  for (let left = inOrder(fates); ;) {
    const refused: { fate: Fate; reason: string }[] = [];
    for (const fate of left) {
      try {
        await applyFate(store, { ...act, reason: fate.reason }, fate);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ fate, reason: `stays as it is: ${error.message}` });
      }
    }
    // An id of which nothing is known but its fate is there for others only once that is told.
    if (refused.length === 0 || refused.length === left.length) return refused;
    left = refused.map(({ fate }) => fate);
  }
}

async function applyFate(store: GraphStore, act: Act, fate: Fate): Promise<void> {
  const { id } = fate;
  const into = fate.kind === 'merged' ? fate.into : null;
  const old = (await readRetired(store.read, [id])).get(id);
  if (old && old.status === fate.kind && (old.into === into || old.survivor === into)) return;
  const there = (await readEntities(store.read, [id])).has(id);
  if (there && fate.kind === 'merged') await merge(store, act, id, fate.into);
  else if (there) await withdraw(store, { ...act, reason: fate.reason! }, id);
  else if (old) throw new Refusal(`${id} is ${old.status} already; undo that first: undo ${id}`);
  else if (!(await leaveFate(store, act, fate, into))) await applyFate(store, act, fate);
}

/**
 * An id that is not there, or not any more: it resolves all the same. What a withdrawn one stood on goes with it and is
 * never to be seen in between. False when another process has brought the id meanwhile.
 */
const leaveFate = (store: GraphStore, act: Act, fate: Fate, into: string | null) =>
  accept(store, act, async (write) => {
    const { kind: status, id, reason } = fate;
    if ((await readEntities(write.run, [id])).has(id)) return false;
    if (into && kindOf(into) !== kindOf(id)) throw new Refusal(`${id} and ${into} are not of one kind.`);
    if (into && !(await readEntities(write.run, [into])).has(into) && !(await readRetired(write.run, [into])).has(into))
      throw new Refusal(`${into} is not in the graph.`);
    const records = fate.kind === 'withdrawn' ? (fate.records ?? []) : [];
    await saveRetired(write, { id, status, into, reason: reason ?? null, records });
    await relinkWaiting(write, [id]);
    return true;
  });

/** Merges before withdrawals; a merge into an id that is itself merged comes before that one's own. */
function inOrder(fates: readonly Fate[]): Fate[] {
  const merges = fates.filter((fate) => fate.kind === 'merged');
  const intoId = groupBy(merges, ({ into }) => into);
  const ordered = new Set<Fate>();
  const begun = new Set<Fate>(); // in a circle of merges every one has another before it
  const place = (fate: Fate) => {
    if (begun.has(fate)) return;
    begun.add(fate);
    for (const other of intoId.get(fate.id) ?? []) place(other);
    ordered.add(fate);
  };
  merges.forEach(place);
  return [...ordered, ...fates.filter(({ kind }) => kind === 'withdrawn')];
}
