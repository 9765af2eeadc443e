import type { IncomingMessage } from 'node:http';
import { Problem, problemOf } from './responses.ts';
import { itsTurn } from './turnstile.ts';

/** Largest body taken, in bytes; of whoever has a key. */
const largestBody = 100_000;
const largestWithKey = 5_000_000;

/** The body of a request as text; a `Problem` when it is too large. */
async function readBody(request: IncomingMessage, mayBeLarge?: () => Promise<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  let largest = largestBody;
  for await (const chunk of whole(request)) {
    size += chunk.length;
    if (size > largest && largest === largestBody && mayBeLarge) {
      await mayBeLarge().catch((error: unknown) => {
        const { status, message, headers, code } = problemOf(error);
        throw new Problem(status, message, { ...headers, connection: 'close' }, code);
      });
      largest = largestWithKey;
    }
    if (size > largest) throw tooLarge(largest);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks)); // without a byte order mark
}

/** What is sent as a body; a `Problem` where its sender has gone before its end: that is no fault of ours. */
async function* whole(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    throw new Problem(400, 'The body ended before it was whole.', { connection: 'close' });
  }
}

function tooLarge(largest: number): Problem {
  const remedy = largest === largestBody ? 'of a long text its beginning is enough' : 'send it in several requests';
  return new Problem(
    413,
    `The body is larger than ${largest} bytes; ${remedy}.`,
    { connection: 'close' },
    'BODY_TOO_LARGE',
  );
}

/**
 * The JSON of a request's body; a `Problem` where it is none, or not said to be. `wanted` is what is to be sent. A body that
 * is larger than anybody may send is read on where `mayBeLarge` does not throw.
 */
export async function readJson(
  request: IncomingMessage,
  wanted: string,
  mayBeLarge?: () => Promise<unknown>,
): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem(415, `Send ${wanted}.`);
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) throw new Problem(415, `Send ${wanted}, in UTF-8.`);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!/^identity$/i.test(encoding))
    throw new Problem(415, `The body is compressed (${encoding.slice(0, 40)}); send it as it is.`, {
      'accept-encoding': 'identity',
    });
  const body = await readBody(request, mayBeLarge);
  await itsTurn(request);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${(error as Error).message}`);
  }
  const problem = problemOfShape(value);
  if (problem) throw new Problem(400, `The body has ${problem}.`, {}, 'BODY_TOO_LARGE');
  return value;
}

/** What stands deeper than this in JSON is not looked for by anybody, and may be too deep for what goes through it. */
const deepest = 50;
/** More than the largest body of records holds; a body of brackets and commas alone would hold everybody up for seconds. */
const mostValues = 500_000;

function problemOfShape(value: unknown): string | null {
  let level: unknown[] = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > deepest)
      return `values more than ${deepest} deep in one another; nothing that is asked for here needs more`;
    if (count > mostValues) return `more than ${mostValues} values; send them in several requests`;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return null;
}
