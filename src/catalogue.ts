import { applySchema } from './graph/schema.ts';
import { readRevision } from './graph/revision.ts';
import { scanChanges } from './graph/scan.ts';
import { openStore, type GraphStore } from './graph/store.ts';
import { createBuilder, emptyProjection, type Projection } from './projection/projection.ts';
import type { GraphAddress } from './config.ts';

/** The graph and its projection, kept in step. */
export interface Catalogue {
  readonly store: GraphStore;
  /** The projection as it is now. Take it once per question. */
  readonly projection: Projection;
  /** Brings the projection up to the graph's revision; call it after a write to read that write. */
  refresh(): Promise<Projection>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at the graph's revision: a write of another process shows within a second. */
const pollEvery = 500;

/** Opens the graph at an address, makes its constraints, and holds it in memory from then on. */
export async function openCatalogue(address: GraphAddress): Promise<Catalogue> {
  const store = await openStore(address);
  try {
    await applySchema(store);
    return await followStore(store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A catalogue on a store that is open already and has its constraints. */
export async function followStore(store: GraphStore): Promise<Catalogue> {
  let projection = emptyProjection;
  let failing = false;
  let running: Promise<Projection> | null = null;
  let waiting: Promise<Projection> | null = null;
  let closed = false;

  async function update(): Promise<Projection> {
    const revision = await readRevision(store);
    if (revision === projection.revision) return projection;
    // A graph behind us was emptied or restored: what we hold is of another past.
    const base = revision < projection.revision ? emptyProjection : projection;
    const builder = createBuilder(base);
    for await (const changes of scanChanges(store, base.revision)) builder.add(changes);
    return (projection = builder.build(revision));
  }
  // One runs and at most one waits: a call that comes while one runs must see writes made before the call.
  const refresh = () => {
    waiting ??= (running ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        running = waiting;
        waiting = null;
        return update();
      });
    return waiting;
  };
  async function poll() {
    if (closed) return;
    try {
      await refresh();
      if (failing) console.error('The graph answers again.');
      failing = false;
    } catch (error) {
      // Said once, not twice a second.
      if (!failing) console.error(`The graph does not answer; what is in memory goes on being served: ${error}`);
      failing = true;
    }
    if (!closed) timer = setTimeout(poll, pollEvery);
  }

  await refresh();
  let timer = setTimeout(poll, pollEvery);
  return {
    store,
    get projection() {
      return projection;
    },
    refresh,
    async close() {
      closed = true;
      clearTimeout(timer);
      await (waiting ?? running)?.catch(() => {});
      await store.close();
    },
  };
}
