import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue.ts';
import { kinds } from '../model.ts';
import type { Facts, Metrics } from '../observe/metrics.ts';
import { sendText } from './responses.ts';

/** What metrics tell of a catalogue. */
export function factsOf({ projection, inStep }: Catalogue): Facts {
  const entities = Object.fromEntries(kinds.map((kind) => [kind, projection.ofKind[kind].length]));
  return { revision: projection.revision, inStep, entities };
}

/** Answers with the metrics of this server, for Prometheus. */
export async function answerMetrics(
  metrics: Metrics,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, metrics.type, await metrics.text());
}

/** Counts a request by its route until its answer has gone, or who asked has. */
export function observe(metrics: Metrics, route: string, request: IncomingMessage, response: ServerResponse): void {
  const end = metrics.begin(route, request.method ?? '');
  response.once('close', () => end(response.writableFinished ? response.statusCode : null));
}
