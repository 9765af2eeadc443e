import { appendFileSync, createReadStream, rmSync } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { saveLinks, saveNodes } from './graph/save.ts';
import type { GraphStore } from './graph/store.ts';
import { readRecords, type Rejection } from './ingest/read-records.ts';
import type { CatalogueRecord } from './model.ts';

/** What became of the lines of an import. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportOptions {
  /** Called for every line that is not accepted, beside its place in `<file>.rejects.jsonl`. */
  onReject?: (rejection: Rejection) => void;
  /** Called after each batch with the records seen so far in this pass. */
  onProgress?: (pass: 'nodes' | 'links', records: number) => void;
}

const batchSize = 500;

/**
 * Brings files of records (JSON Lines) into the graph: in a first pass every node, in a second every link, so that
 * neither the order of lines nor of files matters. Running it again changes nothing; cut off, it goes on where it was.
 * A line that cannot be accepted goes to `<file>.rejects.jsonl` with field, value and reason; the rest goes in.
 */
export async function importFiles(store: GraphStore, files: string[], options: ImportOptions = {}) {
  const summary: ImportSummary = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const reject = rejectTo(options);
  const seen = new Map<string, string>(); // id → the place it was first given
  for (const file of files) await access(file, constants.R_OK); // before anything is done
  for (const file of files) rmSync(rejectsOf(file), { force: true });

  for (const file of files) {
    await inBatches(readFile(file, reject, summary, seen), async (batch) => {
      const { created, updated, unchanged } = await saveNodes(store, batch.map(recordOf));
      summary.created += created;
      summary.updated += updated;
      summary.unchanged += unchanged;
      options.onProgress?.('nodes', summary.created + summary.updated + summary.unchanged);
    });
  }
  let linked = 0;
  for (const file of files) {
    await inBatches(acceptedLines(file, seen), async (batch) => {
      const dangling = await saveLinks(store, batch.map(recordOf));
      const places = new Map(batch.map((line) => [line.record.id, line]));
      for (const { id, field, value } of dangling) {
        const { line, text } = places.get(id)!;
        const reason = 'is not in the graph nor in these files; the record went in without this link';
        reject({ file, line, field, value, reason, text });
      }
      summary.rejected += new Set(dangling.map(({ id }) => id)).size;
      options.onProgress?.('links', (linked += batch.length));
    });
  }
  return summary;
}

/** A rejection in one line for a person; what the file brought is escaped. */
export const describeRejection = ({ file, line, field, value, reason }: Rejection): string =>
  `${file}:${line} ${JSON.stringify(field).slice(1, -1)} ${JSON.stringify(value)} ${reason}`;

/** The record files of a folder, sorted by name. */
export async function recordFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.jsonl') && !name.endsWith('.rejects.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

interface Accepted {
  line: number;
  text: string;
  record: CatalogueRecord;
}

const recordOf = ({ record }: Accepted) => record;
const rejectsOf = (file: string) => `${file}.rejects.jsonl`;
const place = (file: string, line: number) => `${file}:${line}`;
const linesOf = (file: string) => createInterface({ input: createReadStream(file), crlfDelay: Infinity });

/** The accepted lines of a file; what is rejected, a repeated id included, is counted and written down. */
async function* readFile(file: string, reject: Reject, summary: ImportSummary, seen: Map<string, string>) {
  for await (const read of readRecords(file, linesOf(file))) {
    summary.read++;
    const first = 'record' in read ? seen.get(read.record.id) : undefined;
    if ('record' in read && !first) {
      seen.set(read.record.id, place(file, read.line));
      yield read;
      continue;
    }
    summary.rejected++;
    if (!('record' in read)) reject(read);
    else {
      const { line, text, record } = read;
      reject({ file, line, field: 'id', value: record.id, reason: `was given before, at ${first}`, text });
    }
  }
}

/** The same accepted lines once more, for the second pass. */
async function* acceptedLines(file: string, seen: Map<string, string>) {
  for await (const read of readRecords(file, linesOf(file)))
    if ('record' in read && seen.get(read.record.id) === place(file, read.line)) yield read;
}

async function inBatches<Item>(items: AsyncIterable<Item>, work: (batch: Item[]) => Promise<void>) {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    await work(batch);
    batch = [];
  }
  if (batch.length > 0) await work(batch);
}

type Reject = (rejection: Rejection) => void;

/** Writes a rejection behind the others of its file, and tells it. Throws when it cannot be written: none is lost. */
const rejectTo =
  ({ onReject }: ImportOptions): Reject =>
  (rejection) => {
    appendFileSync(rejectsOf(rejection.file), `${JSON.stringify(rejection)}\n`);
    onReject?.(rejection);
  };
