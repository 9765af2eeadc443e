import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './store.ts';

/**
 * The embedded engine opens a file that has lost its last writes (a damaged log, an older copy) without a word. So the
 * number of writes stands twice: in the graph, with each write, and in a file beside it, after each write.
 */
const fileIn = (folder: string) => join(folder, 'accepted-writes');
const id = 'store';

/** Says in the graph, within the transaction of `run`, that this is its write number `writes`. */
export const countWrite = (run: Run, writes: number) =>
  run(`MERGE (s:Store {id: $id}) SET s.writes = $writes`, { id, writes });

/** Says beside the graph that write number `writes` is on disk: whole or not at all, whenever the power goes. */
export function acceptWrite(folder: string, writes: number): void {
  const unfinished = `${fileIn(folder)}.new`;
  const file = openSync(unfinished, 'w');
  try {
    writeSync(file, `${writes}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, fileIn(folder));
}

/** The number of writes in the graph; throws, with the way back, when fewer are there than were accepted. */
export async function checkWrites(run: Run, folder: string): Promise<number> {
  const [found] = await run<{ writes: number }>(`MATCH (s:Store {id: $id}) RETURN s.writes AS writes`, { id });
  const [there, accepted] = [found?.writes ?? 0, readAccepted(folder)];
  if (there >= accepted) return there;
  throw new Error(
    `The embedded graph in ${folder} has lost writes: ${accepted} were accepted and ${there} are there.\n` +
      `Put back a copy of the whole folder; or delete ${fileIn(folder)} to go on with what is there; ` +
      'or delete that and graph.grafeo to begin with the seed.',
  );
}

function readAccepted(folder: string): number {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  if (/^\d+\n$/.test(text)) return Number(text);
  throw new Error(`${fileIn(folder)} holds ${JSON.stringify(text.slice(0, 40))}, which is no number of writes.`);
}
