import { appendFileSync, createReadStream, rmSync } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Act } from './graph/revision.ts';
import type { GraphStore } from './graph/store.ts';
import { importLines, type ImportSummary } from './import-lines.ts';
import type { Rejection } from './ingest/records/read-records.ts';

export interface ImportOptions {
  /** Who imports, and why: told by the change feed. */
  act?: Act;
  /** Called for every line that is not accepted, beside its place in `<file>.rejects.jsonl`. */
  onReject?: (rejection: Rejection) => void;
  /** Called after each piece of a file with the bytes of the files read so far. */
  onProgress?: (bytes: number) => void;
  /** Ends the import between two batches; run again, it goes on there. */
  signal?: AbortSignal;
}

/**
 * Brings files of records (JSON Lines) into the graph, as `importLines` does. What is rejected goes to
 * `<file>.rejects.jsonl` as well.
 */
export async function importFiles(
  store: GraphStore,
  files: string[],
  { act = { author: 'import' }, onReject, onProgress, signal }: ImportOptions = {},
): Promise<ImportSummary> {
  for (const file of files) await access(file, constants.R_OK); // before anything is done
  for (const file of files) rmSync(rejectsOf(file), { force: true });
  const size = { bytes: 0 };
  const sources = files.map((file) => ({
    name: file,
    read: onceCounted(file, size, onProgress),
    at: (line: number) => `${file}:${line}`,
  }));
  return importLines(store, sources, {
    act,
    signal,
    onReject(rejection) {
      // Throws when it cannot be written: none is lost.
      appendFileSync(rejectsOf(rejection.file), `${JSON.stringify(rejection)}\n`);
      onReject?.(rejection);
    },
  });
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

const rejectsOf = (file: string) => `${file}.rejects.jsonl`;

/** Reads a file; how far it has come is told the first time. */
function onceCounted(file: string, size: { bytes: number }, onProgress: ImportOptions['onProgress']) {
  let isFirst = true;
  return async function* (): AsyncGenerator<Buffer> {
    const counts = isFirst;
    isFirst = false;
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      yield chunk;
      if (counts) onProgress?.((size.bytes += chunk.length));
    }
  };
}
