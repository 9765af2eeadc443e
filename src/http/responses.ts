import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encodingFor, packer, type Encoding } from './compression.ts';
import { etagHeld, etagOf, packedForm, tagged, type Tagged } from './tagged.ts';

/** Largest body taken, in bytes. */
const largestBody = 100_000;

/** A refusal with an HTTP status; becomes a problem document (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

const statuses: Record<string, number> = { GONE: 410, NOT_FOUND: 404 };

/** What went wrong, as the client is told: a mistake of the client as it is, anything else is ours and goes to the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof GraphQLError) return new Problem(statuses[String(error.extensions.code)] ?? 400, error.message);
  console.error(error);
  return new Problem(500, 'Something went wrong here. Try again later.');
}

/** Throws a `Problem` for a parameter that a path does not know. */
export function checkParameters(path: string, given: URLSearchParams, known: readonly string[]): void {
  for (const name of given.keys())
    if (!known.includes(name))
      throw new Problem(400, `${name} is not a parameter of ${path}; there are ${known.join(', ')}.`);
}

/** Sends a client for good to where an id has been merged into another. */
export function sendMoved(response: ServerResponse, location: string): void {
  response.writeHead(301, { location, 'cache-control': 'public, max-age=3600' }).end();
}

/** Lets a page of another site, which asks first, ask in these ways with these headers. */
export function allowAsking(response: ServerResponse, methods: string, headers: string): void {
  response
    .writeHead(204, {
      'access-control-allow-methods': methods,
      'access-control-allow-headers': headers,
      'access-control-max-age': '86400',
    })
    .end();
}

/** Sends a problem document. */
export function sendProblem(response: ServerResponse, { status, message, headers }: Problem): void {
  const body = JSON.stringify({ type: 'about:blank', status, detail: message });
  response
    .writeHead(status, { 'cache-control': 'no-store', ...headers, 'content-type': 'application/problem+json' })
    .end(body);
}

/** Texts of more bytes are packed as they are sent: neither their packed form nor they themselves are kept. */
export const largestKept = 256_000;

/** For what a catalogue that changes now and then says: a cache asks again after five minutes, and may show what it has meanwhile. */
const forMinutes = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';

/**
 * Sends a text that anybody may keep: with an ETag, and 304 when the client has it already. After five minutes a cache
 * asks again; it may show what it has while it does, or for a week when this server does not answer; `cacheControl`
 * says otherwise.
 */
export function sendCacheableText(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  text: string | Tagged,
  cacheControl = forMinutes,
): void {
  const form = typeof text === 'string' ? tagged(text) : text;
  const encoding = encodingFor(request, form.size);
  const held = etagHeld(request.headers['if-none-match'], form, encoding);
  response.setHeader('etag', held ?? etagOf(form, encoding));
  response.setHeader('cache-control', cacheControl);
  if (held === undefined) return sendText(request, response, type, form);
  response.appendHeader('vary', 'accept-encoding');
  response.writeHead(304).end();
}

/** Sends a text as small as the client takes it; to `HEAD` the headers alone. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  text: string | Tagged,
  status = 200,
): void {
  const form = typeof text === 'string' ? { body: text, size: Buffer.byteLength(text), etag: '', packed: {} } : text;
  const { size } = form;
  const encoding = encodingFor(request, size);
  response.appendHeader('vary', 'accept-encoding');
  response.setHeader('content-type', type);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  else if (request.method === 'HEAD') response.setHeader('content-length', size);
  response.statusCode = status;
  if (request.method === 'HEAD') return void response.end();
  if (encoding === 'identity') return void response.end(form.body);
  const sent = size > largestKept ? stream(response, form.body, encoding) : sendForm(response, form, encoding);
  sent.catch(() => response.destroy()); // who asked has gone, or it cannot be packed: nothing else can be said any more
}

async function sendForm(response: ServerResponse, text: Tagged, encoding: Encoding): Promise<void> {
  response.end(await packedForm(text, encoding));
}

async function stream(response: ServerResponse, body: string, encoding: Encoding): Promise<void> {
  await pipeline(Readable.from(inChunks(body)), packer(encoding, Buffer.byteLength(body))!, response);
}

function* inChunks(body: string): Generator<Buffer> {
  const bytes = Buffer.from(body);
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

export const json = 'application/json; charset=utf-8';

/** The body of a request as text; a `Problem` when it is too large. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody)
      throw new Problem(413, `The body is larger than ${largestBody} bytes; of a long text its beginning is enough.`, {
        connection: 'close',
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON of a request's body; a `Problem` where it is none, or not said to be. `wanted` is what is to be sent. */
export async function readJson(request: IncomingMessage, wanted: string): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem(415, `Send ${wanted}.`);
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) throw new Problem(415, `Send ${wanted}, in UTF-8.`);
  const body = await readBody(request);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${(error as Error).message}`);
  }
  if (isDeeperThan(deepest, value))
    throw new Problem(400, `The body has values more than ${deepest} deep in one another.`);
  return value;
}

/** What stands deeper than this in JSON is not looked for by anybody, and may be too deep for what goes through it. */
const deepest = 50;

function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
