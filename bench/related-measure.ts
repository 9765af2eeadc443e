import { setTimeout as delay } from 'node:timers/promises';
import { askedAnew } from './asked-anew.ts';
import { measureLoad, type Load, type Pressure, type LoadRequest } from './load.ts';
import type { Answerer, RelatedQuestion } from './related-questions.ts';
import type { Targets } from './targets.ts';

/** What one server did with one question at one number of connections. */
export interface Result {
  /** The server as the table names it. */
  server: string;
  answerer: Answerer;
  question: string;
  connections: number;
  load: Load;
}

/** A server that is asked. */
export interface Asked {
  name: string;
  answerer: Answerer;
  url: string;
}

/** Asks a server one question about all targets in turn; no result where it has no answer to such a question. */
export async function measureQuestion(
  { name, answerer, url }: Asked,
  question: RelatedQuestion,
  targets: Targets,
  pressure: Pressure,
): Promise<Result[]> {
  const ask = question.ask[answerer];
  if (!ask) return [];
  const asked = targets[question.about].map(ask);
  const first = answerer === 'ours' ? askedAnew(asked) : asked;
  const load = await measureLoad(url, question.again ? await withEtags(url, first) : first, pressure);
  return [{ server: name, answerer, question: question.name, connections: pressure.connections, load }];
}

const secondsForEtags = 30;

/** The requests as one asks who has the answer already, as many as a server answers in half a minute. */
async function withEtags(url: string, requests: LoadRequest[]): Promise<LoadRequest[]> {
  const asked: LoadRequest[] = [];
  const waiting = [...requests];
  const late = delay(secondsForEtags * 1000, 'late', { ref: false });
  const ask = async () => {
    for (let request = waiting.pop(); request; request = waiting.pop()) {
      const { headers } = await fetch(url + request.path);
      const etag = headers.get('etag');
      if (!etag) throw new Error(`${request.path} was answered without an ETag`);
      asked.push({ ...request, headers: { ...request.headers, 'if-none-match': etag }, status: 304 });
    }
  };
  const all = Promise.all(Array.from({ length: 8 }, ask));
  if ((await Promise.race([all, late])) === 'late') waiting.length = 0;
  await all;
  return asked;
}
