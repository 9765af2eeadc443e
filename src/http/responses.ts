import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { shortened } from '../api/errors.ts';
import { Unavailable } from '../graph/unavailable.ts';
import { encodingFor, packer, type Encoding } from './compression.ts';
import { log } from '../observe/log.ts';
import { etagHeld, etagOf, packedForm, tagged, type Tagged } from './tagged.ts';

/** A refusal with an HTTP status; becomes a problem document (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** What programs can rely on, where the status alone does not say it. */
  readonly code?: string;

  constructor(status: number, message: string, headers: Record<string, string> = {}, code?: string) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.code = code;
  }
}

const statuses: Record<string, number> = { GONE: 410, NOT_FOUND: 404, UNAVAILABLE: 503, BUSY: 503 };
/** Seconds after which it is worth while to ask again. */
const soon = { 'retry-after': '2' };

/**
 * What went wrong, as the client is told: a mistake of the client as it is, anything else is ours and goes to the log, with
 * the name of the request.
 */
export function problemOf(error: unknown, request?: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Unavailable) return new Problem(503, error.told, error.passing ? soon : {});
  if (error instanceof GraphQLError) {
    const { code, http } = error.extensions as {
      code?: string;
      http?: { status?: number; headers?: Map<string, string> };
    };
    const status = http?.status ?? statuses[String(code)] ?? 400;
    const headers = { ...(status === 503 ? soon : {}), ...Object.fromEntries(http?.headers ?? []) };
    return new Problem(status, shortened(error.message), headers, http && code); // of all others the status says it
  }
  log.error({ request, error }, 'A request failed.');
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

/** What a page of another site may read of an answer beside its body. */
const exposed =
  'content-disposition, etag, link, ratelimit, ratelimit-policy, retry-after, warning, www-authenticate, x-next-cursor, x-request-id, x-row-count';

/** Lets pages of any site read the answer: there are no cookies, so nothing of the reader is at stake. */
export const forAnySite = { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };

export function openToAnySite(response: ServerResponse): void {
  for (const [name, value] of Object.entries(forAnySite)) response.setHeader(name, value);
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
export function sendProblem(response: ServerResponse, problem: Problem): void {
  const { headers, body } = problemAnswer(problem);
  response.writeHead(problem.status, headers).end(body);
}

/** The headers and the body of a problem document. */
export function problemAnswer({ status, message, headers, code }: Problem) {
  const body = JSON.stringify({ type: 'about:blank', status, detail: message, code });
  const described = { 'content-type': 'application/problem+json', 'content-length': String(Buffer.byteLength(body)) };
  return { headers: { 'cache-control': 'no-store', ...headers, ...described }, body };
}

/** What stands in the head of every answer. */
export const safely = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

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
