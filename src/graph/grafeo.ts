import grafeo from '@grafeo-db/js';
import { acceptWrite, announceWrite, countWrite, noRoom } from './accepted-writes.ts';
import { isConflict, isInDoubt, isOfDisk, notOnDisk } from './grafeo-errors.ts';
import { openFile, syncLog } from './grafeo-file.ts';
import { inTransaction, runOn, type Database } from './grafeo-transaction.ts';
import { sayHolder } from './holder.ts';
import { retry } from './retry.ts';
import type { GraphStore, Run } from './store.ts';

const attempts = 5;

/**
 * The embedded engine in `folder` (made when missing), or in memory alone when `folder` is `:memory:`. After `longestLog`
 * bytes of log the engine folds it into its file by itself: so much an opening after a crash replays.
 */
export async function openGrafeo(folder: string, longestLog = 64 * 2 ** 20): Promise<GraphStore> {
  if (folder === ':memory:') return createStore(grafeo.GrafeoDB.create(), 0);
  const { database, writes } = await openFile(folder);
  sayHolder(folder);
  database.setCheckpointTriggers({ walBytes: longestLog });
  return createStore(database, writes, {
    announce: (write) => announceWrite(folder, write),
    explain: (error) => (isOfDisk(error) ? noRoom(error, folder) : error),
    // A commit alone is not on disk yet here; a write is acknowledged only after this.
    accept() {
      syncLog(folder);
      acceptWrite(folder);
    },
  });
}

/** What brings a write to disk: told its number before it begins, and when the engine has committed it. */
interface Disk {
  announce(write: number): void;
  /** What an error of the engine means, where it comes from the disk. */
  explain(error: Error): Error;
  accept(): void;
}
const noDisk: Disk = { announce() {}, explain: (error) => error, accept() {} };

/** A store on an open database that holds `writes` writes. */
function createStore(database: Database, writes: number, disk = noDisk): GraphStore {
  let lastWrite: Promise<unknown> = Promise.resolve();
  let stopped: Error | null = null;
  return {
    engine: 'embedded',
    read: runOn(database),
    // One writer at a time: transactions that overlap would only meet in a conflict at commit.
    write(work) {
      const writing = lastWrite.then(async () => {
        if (stopped) throw stopped;
        disk.announce(writes + 1);
        const counted = async (run: Run) => {
          const result = await work(run);
          await countWrite(run, writes + 1);
          return result;
        };
        const result = await retry(
          () => inTransaction(database, counted),
          (error, attempt) => attempt < attempts && isConflict(error),
        ).catch((error: Error) => {
          if (isInDoubt(error)) stopped = notOnDisk(error);
          throw stopped ?? disk.explain(error);
        });
        writes++;
        try {
          disk.accept();
        } catch (error) {
          // Once a sync has failed, a later one succeeds without having written what the first one lost.
          throw (stopped = notOnDisk(error as Error));
        }
        return result;
      });
      lastWrite = writing.catch(() => {});
      return writing;
    },
    async close() {
      await lastWrite;
      try {
        database.close();
      } catch (error) {
        // The log that it could not fold stays, and all that was accepted is in it.
        if (!stopped && !isOfDisk(error)) throw error;
      }
    },
  };
}
