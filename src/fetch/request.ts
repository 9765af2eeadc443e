import { request, type Agent } from 'undici';
import { failureOf, type Failure } from './failure.ts';

/** One request: no redirect is followed. */
export interface RequestOptions {
  method: 'HEAD' | 'GET';
  userAgent: string;
  /** Most bytes of the body that are read; the rest is never asked for. Default 0: the connection is dropped at the headers. */
  readBytes?: number;
  /** Longest time for the whole request with its body, in milliseconds. */
  timeout: number;
  signal?: AbortSignal;
}

/** What a server answered. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The body as it was sent, at most `readBytes` of it: empty where none was asked for. */
  body: Buffer;
}

/** A header of an answer by its name in lower case; the first where a server sent several. */
export const headerOf = ({ headers }: Answer, name: string): string | undefined => [headers[name]].flat()[0];

/** An answer, or why there is none. */
export type Visit = { answer: Answer; failure?: undefined } | { answer?: undefined; failure: Failure };

/** Asks once. A failure is returned; only an aborted `signal` throws, with its reason. */
export async function requestOnce(agent: Agent, url: URL, options: RequestOptions): Promise<Visit> {
  const { method, userAgent, readBytes = 0, timeout, signal } = options;
  signal?.throwIfAborted();
  const limit = new AbortController();
  const abort = () => limit.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => limit.abort(lateError(timeout)), timeout);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      method,
      // `identity`: nothing is ever unpacked, so a small answer cannot become a large one.
      headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' },
      signal: limit.signal,
    });
    body.on('error', () => {}); // a body that is dropped says so
    const chunks: Buffer[] = [];
    let missing = readBytes;
    if (method === 'GET' && missing === 0) body.destroy();
    else
      for await (const chunk of body as AsyncIterable<Buffer>) {
        chunks.push(chunk.subarray(0, missing));
        missing -= chunk.length;
        if (missing <= 0) break;
      }
    return { answer: { status: statusCode, headers, body: Buffer.concat(chunks) } };
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: failureOf(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

const lateError = (timeout: number) => new Error(`no answer within ${timeout / 1000} s`);
