import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const fileIn = (folder: string) => join(folder, 'opened-by');

/** Leaves word beside the embedded graph which process has it open. It stays when that one dies: the engine's lock counts. */
export function sayHolder(folder: string): void {
  try {
    writeFileSync(fileIn(folder), `process ${process.pid} on ${hostname()}`);
  } catch {
    // A full disk: the graph can be read all the same.
  }
}

/** Who has opened the graph last, in words. */
export function readHolder(folder: string): string {
  try {
    return readFileSync(fileIn(folder), 'utf8');
  } catch {
    return 'it left no word which';
  }
}
