import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Brings the files of a folder to disk, and their names. One that goes meanwhile is left out. */
export function syncFilesIn(folder: string): void {
  for (const name of readdirSync(folder)) sync(join(folder, name));
  sync(folder);
}

/** Brings a file to disk, or the names in a folder. One that is not there is left out. */
export function sync(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
