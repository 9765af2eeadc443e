import grafeo from '@grafeo-db/js';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkWrites, readWrites, wayBack } from './accepted-writes.ts';
import { runOn, type Database } from './grafeo-transaction.ts';
import { readHolder } from './holder.ts';
import { sync, syncFilesIn } from './sync.ts';

/**
 * Brings the engine's log to disk. Its own checkpoint would too, but writes the whole graph anew each time: 1.6 s after
 * the tenth batch of 1,000 records and growing, against milliseconds here. A log that goes meanwhile has been folded
 * into the graph's file, which the engine syncs before it deletes the log.
 */
export function syncLog(folder: string): void {
  syncFilesIn(logIn(folder));
  sync(join(folder, 'graph.grafeo'));
}

const logIn = (folder: string) => join(folder, 'graph.grafeo.wal');

/** Opens the graph in a folder, made when missing, and tells how many writes are in it; throws with the way back where it cannot. */
export async function openFile(folder: string): Promise<{ database: Database; writes: number }> {
  const file = join(folder, 'graph.grafeo');
  try {
    const made = mkdirSync(folder, { recursive: true });
    if (made) sync(dirname(resolve(folder)));
    // A log is left only by a process that was not closed.
    if (existsSync(logIn(folder))) checkWrites(await writesIn(file), folder);
    const database = grafeo.GrafeoDB.create(file);
    try {
      const writes = await readWrites(runOn(database));
      checkWrites(writes, folder);
      return { database, writes };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    const { message } = error as Error;
    if (!message.includes('GRAFEO-') && !(error as NodeJS.ErrnoException).code) throw error;
    throw new Error(`The embedded graph ${file} cannot be opened: ${message}\n${remedy(message, folder)}`, {
      cause: error,
    });
  }
}

/** Read-only: opened to be written, a damaged log is cut where the damage begins, and what stands behind is gone. */
async function writesIn(file: string): Promise<number> {
  const database = grafeo.GrafeoDB.openReadOnly(file);
  try {
    return await readWrites(runOn(database));
  } finally {
    database.close();
  }
}

/** What to do about an error of opening, by the words of the engine or of the system. */
function remedy(message: string, folder: string): string {
  if (message.includes('locked'))
    return `It is open in another Common Thread process (${readHolder(folder)}): stop that one, or name another folder in GRAPH_URL.`;
  if (/GRAFEO-(S\d|V\d|X004)|Serialization|damaged/.test(message)) return wayBack(folder);
  return 'See to the folder and its disk, or name another folder in GRAPH_URL.';
}
