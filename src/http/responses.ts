import { GraphQLError } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
  response.writeHead(status, { ...headers, 'content-type': 'application/problem+json' }).end(body);
}

/** A text with what tells it from others: its `ETag`. */
export interface Tagged {
  body: string;
  etag: string;
}

export const tagged = (body: string): Tagged => ({
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
});

/**
 * Sends a text that anybody may keep: with an ETag, and 304 when the client has it already. After five minutes a cache
 * asks again; it may show what it has while it does, or for a week when this server does not answer.
 */
export function sendCacheableText(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  text: string | Tagged,
): void {
  const { body, etag } = typeof text === 'string' ? tagged(text) : text;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800');
  if (matches(request.headers['if-none-match'], etag)) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a header `If-None-Match` names this tag. */
export const matches = (header: string | undefined, etag: string) =>
  header !== undefined &&
  header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

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
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new Problem(415, `Send ${wanted}.`);
  const body = await readBody(request);
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${(error as Error).message}`);
  }
}
