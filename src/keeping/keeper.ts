import { digestOfWrite } from '../graph/history.ts';
import { readState, type GraphState } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';
import { log } from '../observe/log.ts';
import type { Projection } from '../projection/projection.ts';
import {
  codeDigest,
  dropProjection,
  dropUnfinished,
  keepProjection,
  readProjection,
  type Origin,
} from './kept-projection.ts';

/** Sees to it that the next process, even after a crash, finds the projection in a file and need not read it all again. */
export interface Keeper {
  /** What the file holds, where that is a past of this graph from which nothing was erased since; else it is deleted. */
  take(state: GraphState): Promise<Projection | null>;
  /**
   * Called before the graph is read: where something was erased from it, or another past was put in its place, the file
   * goes, and no other is made of what is in memory.
   */
  heed(state: GraphState): Promise<void>;
  /** Called before the projection is changed: a file that is being written is given up. */
  interrupt(): Promise<void>;
  /** Called with the next projection, and how many entities were read for it: null where the whole graph was. */
  follow(projection: Projection, epoch: string, read: number | null): void;
  /** Begins to put the latest into the file where so much has changed since that reading it again would take long. */
  keepWhenDue(): void;
  /** Puts the latest into the file where more than a little has changed, or deletes one that is no past of this graph. */
  close(): Promise<void>;
}

/** The file is made anew after so many writes, or when one in so many entities has changed. */
const writesBetween = 500;
const partBetween = 4;
/** So few changed entities are read at a start sooner than a file is written at the end. */
const fewAtEnd = 500;
/** Milliseconds after which a file that could not be written is tried again. */
const backOff = 60_000;

export function createKeeper(store: GraphStore, file: string): Keeper {
  codeDigest().catch(() => {}); // of the code as it is now: who writes the file later may have been built anew meanwhile
  let latest: { projection: Projection; epoch: string } | null = null;
  let inFile: number | null = null; // the revision of what is in the file
  let read = 0; // entities since then
  let clean: { since: number; epoch: string } | null = null; // what was erased up to then is not in our memory
  let tainted = false; // by what the graph said last
  let mayHold = true; // whether there may be a file that holds what was erased
  let retryAt = 0;
  let changing = false; // from `interrupt` until `follow`
  let writing: { stop: AbortController; done: Promise<void> } | null = null;

  const isPastOf = async ({ epoch, revision, erased }: GraphState, origin: Origin) =>
    origin.epoch === epoch &&
    origin.revision >= erased &&
    origin.revision <= revision &&
    origin.lastWrite === (await lastWriteOf(origin.revision));
  const lastWriteOf = async (revision: number) => (await digestOfWrite(store, revision)) ?? '';

  const isTainted = ({ epoch, erased }: GraphState) =>
    clean !== null && (erased > clean.since || epoch !== clean.epoch);

  async function drop(): Promise<void> {
    try {
      await dropProjection(file);
      [inFile, mayHold] = [null, false];
    } catch (error) {
      if (performance.now() < retryAt) return; // said already
      retryAt = performance.now() + backOff;
      log.error({ error }, `${file} may hold what was erased and could not be deleted: delete it.`);
    }
  }
  async function heed(state: GraphState): Promise<void> {
    tainted = isTainted(state);
    if (!tainted || !mayHold) return;
    await stopWriting();
    await drop();
  }
  async function stopWriting(): Promise<void> {
    writing?.stop.abort();
    await writing?.done;
  }

  async function write(signal?: AbortSignal): Promise<void> {
    const { projection, epoch } = latest!;
    const { revision } = projection;
    try {
      if (isTainted(await readState(store))) return await drop();
      const origin = { epoch, revision, lastWrite: await lastWriteOf(revision) };
      mayHold = true;
      await keepProjection(file, origin, projection, signal);
      [inFile, read] = [revision, 0];
      if (isTainted(await readState(store))) await drop(); // erased while it was written
    } catch (error) {
      if (signal?.aborted) return;
      retryAt = performance.now() + backOff;
      log.warn({ error }, `${file} could not be written; a start that needs it will read more of the graph.`);
    }
  }
  function keep(): Promise<void> {
    const stop = new AbortController();
    writing = { stop, done: write(stop.signal).finally(() => (writing = null)) };
    return writing.done;
  }

  const isDue = ({ ids, revision }: Projection) =>
    inFile === null || revision - inFile >= writesBetween || read * partBetween >= ids.length;

  async function dropOther(state: GraphState): Promise<void> {
    let isPast = false;
    await readProjection(file, async (origin) => {
      isPast = await isPastOf(state, origin);
      return false;
    }).catch(() => {});
    if (!isPast) await drop();
  }

  return {
    async take(state) {
      try {
        const projection = await readProjection(file, (origin) => isPastOf(state, origin));
        if (projection) {
          inFile = projection.revision;
          clean = { since: inFile, epoch: state.epoch };
          await dropUnfinished(file);
          return projection;
        }
      } catch (error) {
        log.warn({ error }, 'The whole graph is read instead.');
      }
      await drop();
      return null;
    },
    heed,
    async interrupt() {
      changing = true;
      await stopWriting();
    },
    follow(projection, epoch, entities) {
      changing = false;
      latest = { projection, epoch };
      if (entities !== null) read += entities;
      else {
        clean = { since: projection.revision, epoch };
        [inFile, tainted] = [null, false];
      }
    },
    keepWhenDue() {
      if (latest && !tainted && !changing && !writing && performance.now() >= retryAt && isDue(latest.projection))
        void keep();
    },
    async close() {
      const state = await readState(store);
      if (!clean) return dropOther(state);
      await writing?.done;
      await heed(state);
      if (latest && !isTainted(state) && (isDue(latest.projection) || read >= fewAtEnd)) await keep();
    },
  };
}
