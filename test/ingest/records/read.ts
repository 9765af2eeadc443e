import { readRecords, type ReadLine, type Rejection } from '../../../src/ingest/records/read-records.ts';

/** Gives bytes in pieces of a size, as a file is read. */
export async function* inPieces(bytes: Uint8Array, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What reading a file of these lines finds; a line that is no string is written as JSON. */
export async function read(...lines: unknown[]): Promise<ReadLine[]> {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + '\n');
  return readBytes(Buffer.from(texts.join('')));
}

/** What reading a file of these bytes finds. */
export async function readBytes(bytes: Uint8Array): Promise<ReadLine[]> {
  const found: ReadLine[] = [];
  for await (const line of readRecords('list.jsonl', inPieces(bytes))) found.push(line);
  return found;
}

/** The first line as a rejection; one that was accepted fails the test. */
export async function rejectionOf(line: unknown): Promise<Rejection> {
  const [found] = await read(line);
  if (!found || !('reason' in found)) throw new Error(`was accepted: ${JSON.stringify(found)}`);
  return found;
}

/** The first line as a record; one that was rejected fails the test. */
export async function recordOf(line: unknown) {
  const [found] = await read(line);
  if (!found || !('record' in found)) throw new Error(`was not accepted: ${JSON.stringify(found)}`);
  return found.record;
}
