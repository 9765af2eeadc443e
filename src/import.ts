import { appendFileSync, createReadStream, rmSync } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { applyFates } from './graph/fates.ts';
import type { Act } from './graph/revision.ts';
import { saveRecords, type Saved } from './graph/save.ts';
import { settle } from './graph/settle.ts';
import type { GraphStore } from './graph/store.ts';
import { openLinks } from './graph/open-links.ts';
import type { LifeCycleLine } from './ingest/read-records.ts';
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
  /** Who imports, and why: told by the change feed. */
  act?: Act;
  /** Called for every line that is not accepted, beside its place in `<file>.rejects.jsonl`. */
  onReject?: (rejection: Rejection) => void;
  /** Called after each batch with the bytes of the files read so far. */
  onProgress?: (bytes: number) => void;
  /** Ends the import between two batches; run again, it goes on there. */
  signal?: AbortSignal;
}

/** Records of one transaction; and how many characters of them end it earlier. */
const batchSize = 1_000;
const batchLength = 4_000_000;

/**
 * Brings files of records (JSON Lines) into the graph, batch by batch, each with its links or not at all. A link whose
 * target comes later is made when it comes: neither the order of lines nor of files matters. Running it again changes
 * nothing; cut off, it goes on where it was. A line that cannot be accepted goes to `<file>.rejects.jsonl` with field,
 * value and reason, and so does a link to an id that is not there, which waits in the graph; the rest goes in.
 */
export async function importFiles(store: GraphStore, files: string[], options: ImportOptions = {}) {
  const summary: ImportSummary = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const act = options.act ?? { author: 'import' };
  const reject = rejectTo(options);
  for (const file of files) await access(file, constants.R_OK); // before anything is done
  for (const file of files) rmSync(rejectsOf(file), { force: true });

  const seen = new Map<string, Place>();
  const fates: Fate[] = [];
  let saving: Promise<unknown> = Promise.resolve();
  for await (const batch of inBatches(acceptedLines(files, seen, fates, summary, reject, options))) {
    await saving; // the next batch is read while this one is written
    options.signal?.throwIfAborted();
    saving = saveRecords(
      store,
      act,
      batch.map(({ record }) => record),
    ).then((saved) => {
      count(summary, saved);
      for (const { record, reason } of saved.refused) reject(refusedLine(batch, record, reason));
    });
    saving.catch(() => {}); // thrown at the next await
  }
  await saving;
  const told = fates.map(({ fate }) => fate);
  for (const { fate, reason } of await applyFates(store, act, told)) {
    summary.rejected++;
    const { file, line, text } = fates.find((accepted) => accepted.fate === fate)!;
    reject({ file, line, field: 'id', value: fate.id, reason, text });
  }
  await settle(store, act);
  await rejectOpenLinks(store, files, seen, summary, reject);
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

interface Place {
  file: string;
  line: number;
}
interface Accepted extends Place {
  text: string;
  record: CatalogueRecord;
}
interface Fate extends Place {
  text: string;
  fate: LifeCycleLine;
}

const rejectsOf = (file: string) => `${file}.rejects.jsonl`;
const sourceOf = ({ source }: CatalogueRecord) => source.url ?? source.file;
const keyOf = (record: CatalogueRecord) => `${record.id} ${sourceOf(record)}`;

/** The accepted lines of all files; what is rejected, a repeated record included, is counted and written down. */
async function* acceptedLines(
  files: string[],
  seen: Map<string, Place>,
  fates: Fate[],
  summary: ImportSummary,
  reject: Reject,
  { onProgress }: ImportOptions,
): AsyncGenerator<Accepted> {
  let bytes = 0;
  const counted = async function* (file: string) {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      yield chunk;
      onProgress?.((bytes += chunk.length));
    }
  };
  for (const file of files)
    for await (const read of readRecords(file, counted(file))) {
      summary.read++;
      if ('fate' in read) {
        fates.push({ file, ...read });
        continue;
      }
      const first = 'record' in read ? seen.get(keyOf(read.record)) : undefined;
      if ('record' in read && !first) {
        seen.set(keyOf(read.record), { file, line: read.line });
        yield { file, ...read };
        continue;
      }
      summary.rejected++;
      if (!('record' in read)) reject(read);
      else {
        const { line, text, record } = read;
        const reason = `was given before by the same source, at ${first!.file}:${first!.line}`;
        reject({ file, line, field: 'id', value: record.id, reason, text });
      }
    }
}

/** Tells of the links of these files that lead nowhere: the lines are read once more, and only when there are any. */
async function rejectOpenLinks(
  store: GraphStore,
  files: string[],
  seen: Map<string, Place>,
  summary: ImportSummary,
  reject: Reject,
): Promise<void> {
  const open = await openLinks(store.read);
  if (open.size === 0) return;
  for (const file of files)
    for await (const read of readRecords(file, createReadStream(file))) {
      if (!('record' in read)) continue;
      const { line, text, record } = read;
      const place = seen.get(keyOf(record));
      if (place?.line !== line || place.file !== file) continue;
      const links = open.of(record);
      for (const { field, value, reason } of links) reject({ file, line, field, value, reason, text });
      if (links.length > 0) summary.rejected++;
    }
}

function count(summary: ImportSummary, saved: Saved): void {
  summary.created += saved.created;
  summary.updated += saved.updated;
  summary.unchanged += saved.unchanged;
  summary.rejected += saved.refused.length;
}

function refusedLine(batch: Accepted[], record: CatalogueRecord, why: string): Rejection {
  const { file, line, text } = batch.find((accepted) => accepted.record === record)!;
  const reason = `was withdrawn (${why}); undo that first if it shall come back`;
  return { file, line, field: 'id', value: record.id, reason, text };
}

async function* inBatches(lines: AsyncIterable<Accepted>): AsyncGenerator<Accepted[]> {
  let batch: Accepted[] = [];
  let length = 0;
  for await (const line of lines) {
    batch.push(line);
    length += line.text.length;
    if (batch.length < batchSize && length < batchLength) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

type Reject = (rejection: Rejection) => void;

/** Writes a rejection behind the others of its file, and tells it. Throws when it cannot be written: none is lost. */
const rejectTo =
  ({ onReject }: ImportOptions): Reject =>
  (rejection) => {
    appendFileSync(rejectsOf(rejection.file), `${JSON.stringify(rejection)}\n`);
    onReject?.(rejection);
  };
