import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateRecords } from './generate.ts';

/** A file of records (JSON Lines) with what is known of it. */
export interface RecordFile {
  path: string;
  lines: number;
  bytes: number;
  sha256: string;
}

const folder = join(tmpdir(), 'common-thread-bench');
const generator = ['generate.ts', 'random.ts', 'vocabulary.ts'];

/** The generated catalogue of `size` publications as a file in the temporary folder, made when it is not there yet. */
export async function recordFile(size: number, seed = 42): Promise<RecordFile> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${size}-publications-seed-${seed}-${generatorDigest()}.jsonl`);
  if (!existsSync(path)) {
    const unfinished = `${path}.${process.pid}`;
    await pipeline(Readable.from(linesOf(size, seed)), createWriteStream(unfinished));
    renameSync(unfinished, path);
  }
  return describeFile(path);
}

/** Counts the lines of a file and takes its digest. */
export async function describeFile(path: string): Promise<RecordFile> {
  const hash = createHash('sha256');
  let lines = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  }
  return { path, lines, bytes, sha256: hash.digest('hex') };
}

/** Makes a file of an older generator not be taken for one of this. */
function generatorDigest(): string {
  const hash = createHash('sha256');
  for (const name of generator) hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest('hex').slice(0, 8);
}

function* linesOf(size: number, seed: number): Generator<string> {
  for (const record of generateRecords(size, seed)) yield `${JSON.stringify(record)}\n`;
}
