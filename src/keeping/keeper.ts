import { digestOfWrite } from '../graph/history.ts';
import { readState, type GraphState } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';
import { dropProjection, keepProjection, readProjection, type Origin } from './kept-projection.ts';
import { log } from '../observe/log.ts';
import type { Projection } from '../projection/projection.ts';

/** Sees to it that the next process, even after a crash, finds the projection in a file and need not read it all again. */
export interface Keeper {
  /** What the file holds, where that is a past of this graph from which nothing was erased since; else it is deleted. */
  take(state: GraphState): Promise<Projection | null>;
  /** Called before the graph is read: where something was erased from it, the file goes and no other is made. */
  heed(state: GraphState): Promise<void>;
  /** Called with the next projection, and how many entities were read for it: null where the whole graph was. */
  follow(projection: Projection, epoch: string, read: number | null): void;
  /** Puts the latest into the file where so much has changed since that reading it again would take long. */
  keepWhenDue(): Promise<void>;
  /** Puts the latest into the file, or deletes one that is no past of this graph. */
  close(): Promise<void>;
}

/** The file is made anew after so many writes, or when one in so many entities has changed. */
const writesBetween = 500;
const partBetween = 4;

export function createKeeper(store: GraphStore, file: string): Keeper {
  let latest: { projection: Projection; epoch: string } | null = null;
  let inFile: number | null = null; // the revision of what is in the file
  let read = 0; // entities since then
  let cleanSince: number | null = null; // what was erased up to this revision is not in our memory
  let stopped = false;

  const isPastOf = async ({ epoch, revision, erased }: GraphState, origin: Origin) =>
    origin.epoch === epoch &&
    origin.revision >= erased &&
    origin.revision <= revision &&
    origin.lastWrite === (await digestOfWrite(store, origin.revision));

  async function heed({ erased }: GraphState) {
    if (stopped || cleanSince === null || erased <= cleanSince) return;
    stopped = true;
    inFile = null;
    await dropProjection(file).catch((error: unknown) =>
      log.error({ error }, `${file} holds what was erased and could not be deleted: delete it.`),
    );
  }

  const isDue = ({ ids, revision }: Projection) =>
    inFile === null || revision - inFile >= writesBetween || read * partBetween >= ids.length;

  async function keep() {
    if (!latest || latest.projection.revision === inFile) return;
    await heed(await readState(store));
    if (stopped) return;
    const { projection, epoch } = latest;
    const { revision } = projection;
    try {
      const lastWrite = await digestOfWrite(store, revision);
      if (!lastWrite) return;
      await keepProjection(file, { epoch, revision, lastWrite }, projection);
      [inFile, read] = [revision, 0];
    } catch (error) {
      stopped = true; // a disk that is full now would be filled again twice a second
      log.warn({ error }, `${file} could not be written; a start that needs it will read the whole graph.`);
    }
    await heed(await readState(store)); // while it was written
  }

  async function dropOther(state: GraphState) {
    let isPast = false;
    await readProjection(file, async (origin) => {
      isPast = await isPastOf(state, origin);
      return false;
    }).catch(() => {});
    if (!isPast) await dropProjection(file);
  }

  return {
    async take(state) {
      try {
        const projection = await readProjection(file, (origin) => isPastOf(state, origin));
        if (projection) {
          inFile = cleanSince = projection.revision;
          return projection;
        }
      } catch (error) {
        log.warn({ error }, 'The whole graph is read instead.');
      }
      await dropProjection(file);
      return null;
    },
    heed,
    follow(projection, epoch, entities) {
      latest = { projection, epoch };
      if (entities !== null) read += entities;
      else {
        cleanSince = projection.revision;
        inFile = null;
        stopped = false;
      }
    },
    async keepWhenDue() {
      if (latest && !stopped && isDue(latest.projection)) await keep();
    },
    async close() {
      if (cleanSince === null) await dropOther(await readState(store));
      else await keep();
    },
  };
}
