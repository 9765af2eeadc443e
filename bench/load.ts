import { Client } from 'undici';
import { quantile } from './samples.ts';

/** A request with the status that its answer must have. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
  status: number;
}

/** How hard a server is asked. */
export interface Pressure {
  connections: number;
  /** Asked before anything is counted. */
  warmUpSeconds: number;
  seconds: number;
}

/** What came of it. */
export interface Load {
  /** Right answers a second. */
  rate: number;
  /** Milliseconds of right answers; NaN where there were none. */
  p50: number;
  p99: number;
  answered: number;
  errors: number;
  /** What the first error said. */
  firstError?: string;
}

/** After so long without an answer a request is given up. */
const secondsAllowed = 60;

/**
 * Asks a server over kept-alive connections, each with the next request as soon as it has an answer. What was asked
 * within the time counts, and is waited for to its end: a server of slow answers is then idle when the next one is
 * measured. The rate is the sum of what each connection got a second: the last answers of slow servers, which come
 * after the time, make it neither smaller nor larger.
 */
export async function measureLoad(url: string, requests: LoadRequest[], pressure: Pressure): Promise<Load> {
  const { connections, warmUpSeconds, seconds } = pressure;
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const times: number[] = [];
  let errors = 0;
  let firstError: string | undefined;
  let next = 0;
  let rate = 0;

  async function connection(): Promise<void> {
    const client = new Client(url, {
      headersTimeout: secondsAllowed * 1000,
      bodyTimeout: secondsAllowed * 1000,
    });
    let answered = 0;
    let busy = 0;
    // At least one counts: the one of the warm-up may take longer than the whole time.
    for (let began = performance.now(); began < until || busy === 0;) {
      const problem = await ask(client, requests[next++ % requests.length]!);
      const ended = performance.now();
      if (began >= from) {
        busy += ended - began;
        if (problem) {
          errors++;
          firstError ??= problem;
        } else {
          answered++;
          times.push(ended - began);
        }
      }
      began = ended;
    }
    if (answered > 0) rate += answered / (busy / 1000);
    await client.destroy();
  }

  await Promise.all(Array.from({ length: connections }, connection));
  return { rate, p50: quantile(times, 0.5), p99: quantile(times, 0.99), answered: times.length, errors, firstError };
}

/** Asks once; gives back what is wrong with the answer, or null. */
async function ask(client: Client, { status, ...request }: LoadRequest): Promise<string | null> {
  try {
    const { statusCode, body } = await client.request(request);
    const text = await body.text();
    if (statusCode !== status) return `status ${statusCode} where ${status} was expected: ${text.slice(0, 300)}`;
    return tellsErrors(text) ? text.slice(0, 300) : null;
  } catch (error) {
    return String(error);
  }
}

/** Whether an answer of GraphQL is one of errors: these come with 200. */
export const tellsErrors = (text: string): boolean => text.startsWith('{"errors"');
