import Negotiator from 'negotiator';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Catalogue } from '../catalogue.ts';
import { exportLines } from '../graph/export.ts';
import { sendWhole } from './of-revision.ts';
import { Problem } from './responses.ts';

/** A dump reads the whole graph: so many at a time. */
const mostAtOnce = 4;
let running = 0;

/**
 * Answers `GET /dump.jsonl`: every record and what became of ids, as `export` prints them, page by page and no faster than
 * the client takes them. When the graph changes meanwhile the connection is cut: what came is not of one moment.
 */
export async function answerDump(
  { store }: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('content-disposition', 'attachment; filename="common-thread.jsonl"');
  const zipped = new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip';
  await sendWhole(store, 'dump', 'application/jsonl; charset=utf-8', request, response, async () => {
    if (running >= mostAtOnce) throw new Problem(503, 'Several dumps are being made already.', { 'retry-after': '30' });
    if (zipped) response.setHeader('content-encoding', 'gzip');
    running++;
    try {
      await pipeline([Readable.from(dumpText(store)), ...(zipped ? [createGzip() as Transform] : []), response]);
    } finally {
      running--;
    }
  });
}

async function* dumpText(store: Catalogue['store']): AsyncGenerator<Buffer> {
  for await (const lines of exportLines(store)) if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
}
