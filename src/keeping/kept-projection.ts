import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSlices, writeSlice } from './column-file.ts';
import type { Projection } from '../projection/projection.ts';
import { projectionOf, slicesOf, type Column } from '../projection/parts.ts';

/** What tells which graph a projection is of, and how far it goes. */
export interface Origin {
  epoch: string;
  /** The last write that it knows of. */
  revision: number;
  /** A digest of that write: of another graph that is another one. */
  lastWrite: string;
}

const unfinished = (file: string) => `${file}.unfinished`;

/**
 * Puts a projection into a file that only its owner can read, for the process that comes next: little by little, so that
 * others get their turn. The file is whole or what it was; before the projection is patched it must be stopped by `signal`.
 */
export async function keepProjection(
  file: string,
  origin: Origin,
  projection: Projection,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const handle = await open(unfinished(file), 'w', 0o600);
    try {
      await writeSlice(handle, { name: 'origin', values: [{ ...origin, code: await codeDigest() }] });
      for (const slice of slicesOf(projection)) {
        signal?.throwIfAborted();
        await writeSlice(handle, slice);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await rename(unfinished(file), file);
  } catch (error) {
    await rm(unfinished(file), { force: true });
    throw error;
  }
}

/** Deletes what a process that was cut off has left of a file. */
export const dropUnfinished = (file: string): Promise<void> => rm(unfinished(file), { force: true });

/** Deletes the file, and what is left of an unfinished one. */
export async function dropProjection(file: string): Promise<void> {
  await rm(file, { force: true });
  await dropUnfinished(file);
}

/**
 * The projection in a file. Null where there is no file, one that another version of this program wrote, or one whose
 * origin is not wanted; throws where it is damaged.
 */
export async function readProjection(
  file: string,
  isWanted: (origin: Origin) => Promise<boolean>,
): Promise<Projection | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const columns = new Map<string, Column>();
    for await (const name of readSlices(handle, columns)) {
      if (name !== 'origin') continue;
      const [{ code, ...origin }] = columns.get(name) as [Origin & { code: string }];
      if (code !== (await codeDigest()) || !(await isWanted(origin))) return null;
    }
    return projectionOf(columns);
  } catch (error) {
    throw new Error(`${file} is damaged: ${(error as Error).message}`, { cause: error });
  } finally {
    await handle.close();
  }
}

let digest: Promise<string> | undefined;

/** A digest of all that makes a projection of a graph, as it was when it was first asked for: what other code made is not believed. */
export const codeDigest = (): Promise<string> => (digest ??= digestOfCode());

async function digestOfCode(): Promise<string> {
  const { node, icu = '' } = process.versions; // ICU folds and parts words
  const hash = createHash('sha256').update(`${node} ${icu}`);
  const src = join(import.meta.dirname, '..');
  const files = ['projection', 'graph', 'keeping', '.'].map(async (folder) =>
    (await readdir(join(src, folder))).filter((name) => /\.[jt]s$/.test(name)).map((name) => join(src, folder, name)),
  );
  for (const file of (await Promise.all(files)).flat().sort()) hash.update(await readFile(file));
  return hash.update(await readFile(join(src, '../package.json'))).digest('hex');
}
