import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { mustNotBeGone, resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { json, Problem, sendCacheableText, sendMoved } from './responses.ts';

/**
 * Answers `GET /<id>`: the records that the entity stands on as JSON. A merged id answers 301 to what it was merged
 * into, a withdrawn one 410 with the reason, for ever.
 */
export async function answerEntity(
  catalogue: Catalogue,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  const context = createContext(catalogue);
  let now = await resolveId(context, id);
  const entity = await context.loaders.entity.load(now);
  if (!entity) now = await mustNotBeGone(context, now); // merged or withdrawn a moment ago
  if (now !== id) return sendMoved(response, `/${now}`);
  if (!entity) throw new Problem(404, `There is no ${id.slice(0, 200)}.`);
  const body = JSON.stringify({ id, revision: entity.changed, records: entity.records });
  sendCacheableText(request, response, json, body);
}
