import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './store.ts';
import { sync } from './sync.ts';
import { Unavailable } from './unavailable.ts';

/**
 * The embedded engine opens a graph that has lost its last writes (a log cut short, an older copy) without a word. So
 * the number of writes stands twice: in the graph, with each write, and in a file beside it, after each write.
 */
const fileIn = (folder: string) => join(folder, 'accepted-writes');
const announcedIn = (folder: string) => `${fileIn(folder)}.new`;
const id = 'store';

/** Says in the graph, within the transaction of `run`, that this is its write number `writes`. */
export const countWrite = (run: Run, writes: number) =>
  run(`MERGE (s:Store {id: $id}) SET s.writes = $writes`, { id, writes });

/** Before write number `writes` begins: a disk that is full or cannot be written refuses it here, and nothing is done. */
export function announceWrite(folder: string, writes: number): void {
  try {
    writeFileSync(announcedIn(folder), `${writes}\n`, { flush: true });
  } catch (error) {
    throw noRoom(error as Error, folder);
  }
}

/** A write that the disk has refused; none of it is there. */
export const noRoom = (cause: Error, folder: string): Unavailable =>
  new Unavailable(
    `Nothing can be written to ${folder}: ${cause.message}\nThe graph is as it was.`,
    `This server cannot write to its disk (${reasonOf(cause)}). Nothing was changed; reading goes on.`,
    { cause, passing: false },
  );

const reasonOf = ({ message }: Error) =>
  /no space left|ENOSPC|EDQUOT/i.test(message) ? 'it is full' : 'it does not take what is written';

/** Says beside the graph that the announced write is on disk: whole or not at all, whenever the power goes. */
export function acceptWrite(folder: string): void {
  renameSync(announcedIn(folder), fileIn(folder));
  sync(folder);
}

/** The number of writes in the graph, by what it says itself. */
export async function readWrites(run: Run): Promise<number> {
  const [found] = await run<{ writes: number }>(`MATCH (s:Store {id: $id}) RETURN s.writes AS writes`, { id });
  return found?.writes ?? 0;
}

/** Throws, with the way back, when fewer writes are in the graph than were accepted. */
export function checkWrites(there: number, folder: string): void {
  const accepted = readAccepted(folder);
  if (there >= accepted) return;
  throw new Error(
    `The embedded graph in ${folder} has lost writes: ${accepted} were accepted and ${there} are there.\n` +
      `${wayBack(folder)} To go on with what is there, delete ${fileIn(folder)}.`,
  );
}

/** What to do with a folder whose graph is damaged. */
export const wayBack = (folder: string): string =>
  `Put back a copy of the whole folder; or move ${folder} away: the next start begins with the seed, and restore FILE ` +
  'brings a backup back.';

function readAccepted(folder: string): number {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  if (/^\d+\n$/.test(text)) return Number(text);
  throw new Error(
    `${fileIn(folder)} holds ${JSON.stringify(text.slice(0, 40))}, which is no number of writes.\n` +
      `${wayBack(folder)} To go on with what is there, delete that file.`,
  );
}
