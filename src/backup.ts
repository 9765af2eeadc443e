import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from './graph/refusal.ts';
import { accept, readState, type Write } from './graph/revision.ts';
import {
  beginRestore,
  clearGraph,
  endRestore,
  placeLinks,
  placeNodes,
  restoringStore,
  readSnapshot,
  type SnapshotLine,
} from './graph/snapshot.ts';
import type { GraphStore } from './graph/store.ts';

/** The layout of the file: raised when an older program could not read it. */
const layout = 1;
const batchSize = 1_000;

/** Milliseconds that writers may have to wait for a copy. */
const longestCopy = 30 * 60_000;

/** What a backup holds; its first line says the first two, its last line the last two. */
export interface BackupSummary {
  revision: number;
  created: string;
  lines: number;
  /** SHA-256 of all lines between the first and the last, hex. */
  digest: string;
}

/**
 * Writes the whole graph (records, history, review queue, link checks) to a gzipped file of JSON lines, the same for
 * every engine. Reading goes on meanwhile; writers wait, so that the copy is of one moment. A file of that name is
 * replaced only once the new one is whole and on disk.
 */
export async function backup(store: GraphStore, file: string): Promise<BackupSummary> {
  const unfinished = `${file}.${randomUUID()}.unfinished`; // of this backup alone
  const created = new Date().toISOString();
  try {
    const copy = async ({ run }: Write) => {
      const { revision } = await readState(store);
      const counted = { lines: 0, hash: createHash('sha256') };
      const text = async function* () {
        yield `${JSON.stringify({ backup: layout, revision, created })}\n`;
        for await (const line of readSnapshot(run)) yield countLine(counted, lineOf(line));
        yield `${JSON.stringify({ end: true, lines: counted.lines, digest: counted.hash.copy().digest('hex') })}\n`;
      };
      await pipeline(Readable.from(text()), createGzip({ level: 6 }), createWriteStream(unfinished));
      return { revision, created, lines: counted.lines, digest: counted.hash.digest('hex') };
    };
    const summary = await accept(store, { author: 'backup' }, copy, longestCopy);
    await sync(unfinished);
    await rename(unfinished, file);
    await sync(dirname(file));
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Makes the graph what a backup says, whatever it held. The file is read to its end and its digest compared before
 * anything is changed. Until it ends a server answers 503; cut off, the graph stays marked as half restored, and nobody
 * opens it but to restore. Of two at once the one that began first stops.
 */
export async function restore(store: GraphStore, file: string, onProgress?: (lines: number, of: number) => void) {
  const summary = await verifyBackup(file);
  const epoch = randomUUID();
  await beginRestore(store, file, epoch);
  const ours = restoringStore(store, epoch);
  await clearGraph(ours);
  let done = 0;
  for (const place of [placeNodes, placeLinks])
    for await (const batch of batchesOf(file)) {
      await place(ours, batch);
      onProgress?.((done += batch.length), 2 * summary.lines);
    }
  await endRestore(ours, summary.revision);
  return summary;
}

/** Brings a file or the names in a folder to disk. Not as `graph/sync.ts` does: a server goes on answering meanwhile. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Reads a backup to its end; throws a `Refusal` that says what is wrong with it. */
export async function verifyBackup(file: string): Promise<BackupSummary> {
  const refuse = (why: string) => new Refusal(`${file} cannot be restored: ${why}. Nothing has been changed.`);
  const found: { head?: Pick<BackupSummary, 'revision' | 'created'>; end?: Pick<BackupSummary, 'lines' | 'digest'> } =
    {};
  const counted = { lines: 0, hash: createHash('sha256') };
  try {
    for await (const line of linesOf(file)) {
      if (!found.head) {
        const first = JSON.parse(line) as BackupSummary & { backup?: number };
        if (first.backup !== layout) throw refuse(`it does not begin as a backup of layout ${layout} does`);
        found.head = first;
      } else if (found.end) throw refuse('something follows its last line');
      else if (line.startsWith('{"end":')) found.end = JSON.parse(line) as BackupSummary;
      else countLine(counted, `${line}\n`);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse((error as Error).message);
  }
  const { head, end } = found;
  if (!head || !end) throw refuse('it is cut off');
  const digest = counted.hash.digest('hex');
  if (end.lines !== counted.lines || end.digest !== digest) throw refuse('its content does not fit its digest');
  return { revision: head.revision, created: head.created, lines: counted.lines, digest };
}

/** In JSON two separators of Unicode may stand as they are; a reader of lines would end a line there. */
const lineOf = (value: unknown) =>
  `${JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}\n`;

function countLine(counted: { lines: number; hash: Hash }, line: string): string {
  counted.lines++;
  counted.hash.update(line);
  return line;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  yield* createInterface({ input: text, crlfDelay: Infinity });
}

async function* batchesOf(file: string): AsyncGenerator<SnapshotLine[]> {
  let batch: SnapshotLine[] = [];
  for await (const line of linesOf(file)) {
    const parsed = JSON.parse(line) as SnapshotLine | { backup: number } | { end: true };
    if ('backup' in parsed || 'end' in parsed) continue;
    batch.push(parsed);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
