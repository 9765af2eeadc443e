import { applyFates } from './graph/fates.ts';
import { openLinks } from './graph/open-links.ts';
import type { Act } from './graph/revision.ts';
import { saveRecords, type Saved } from './graph/save.ts';
import { sourceKey } from './graph/statements.ts';
import { settle } from './graph/settle.ts';
import type { GraphStore } from './graph/store.ts';
import { readRecords, type LifeCycleLine, type Rejection } from './ingest/records/read-records.ts';
import type { CatalogueRecord } from './model.ts';

/** Lines of records under a name that tells them from others. They are read a second time only when links are left open. */
export interface Lines {
  name: string;
  read(): AsyncIterable<Uint8Array>;
  /** Where a line stands, for a person. */
  at(line: number): string;
}

/** What became of the lines of an import. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportLinesOptions {
  /** Who imports, and why: told by the change feed. */
  act: Act;
  /** Called for every line that is not accepted, and for every link of an accepted one that leads nowhere yet. */
  onReject(rejection: Rejection): void;
  /** Ends the import between two batches; run again, it goes on there. */
  signal?: AbortSignal;
}

/** Records of one transaction; and how many characters of them end it earlier. */
const batchSize = 1_000;
const batchLength = 4_000_000;

/**
 * Brings lines of records (JSON Lines) into the graph, batch by batch, each with its links or not at all. A link whose
 * target comes later is made when it comes: the order does not matter. Running it again changes nothing; cut off, it goes on
 * where it was. What cannot be accepted is told with field, value and reason, and so is a link to an id that is not there,
 * which waits in the graph; the rest goes in.
 */
export async function importLines(store: GraphStore, sources: readonly Lines[], options: ImportLinesOptions) {
  const summary: ImportSummary = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const { act, onReject: reject, signal } = options;
  const seen = new Map<string, Place>();
  const fates: Fate[] = [];
  let saving: Promise<unknown> = Promise.resolve();
  for await (const batch of inBatches(acceptedLines(sources, seen, fates, summary, reject))) {
    await saving; // the next batch is read while this one is written
    signal?.throwIfAborted();
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
  await rejectOpenLinks(store, sources, seen, summary, reject);
  return summary;
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
type Reject = ImportLinesOptions['onReject'];

const keyOf = ({ id, source }: CatalogueRecord) => `${id} ${sourceKey(source)}`;

/** The accepted lines of all sources; what is rejected, a repeated record included, is counted and told. */
async function* acceptedLines(
  sources: readonly Lines[],
  seen: Map<string, Place>,
  fates: Fate[],
  summary: ImportSummary,
  reject: Reject,
): AsyncGenerator<Accepted> {
  for (const { name: file, read: open } of sources)
    for await (const read of readRecords(file, open())) {
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
        const { at } = sources.find(({ name }) => name === first!.file)!;
        const reason = `was given before by the same source, at ${at(first!.line)}`;
        reject({ file, line, field: 'id', value: record.id, reason, text });
      }
    }
}

/** Tells of the links of these lines that lead nowhere: they are read once more, and only when there are any. */
async function rejectOpenLinks(
  store: GraphStore,
  sources: readonly Lines[],
  seen: Map<string, Place>,
  summary: ImportSummary,
  reject: Reject,
): Promise<void> {
  const open = await openLinks(store.read);
  if (open.size === 0) return;
  for (const { name: file, read: again } of sources)
    for await (const read of readRecords(file, again())) {
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
