import type { IncomingMessage, ServerResponse } from 'node:http';
import { readState } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';
import { openToAnySite } from './responses.ts';
import { tagsHeld } from './tagged.ts';

/**
 * Answers with what follows from the whole graph and is too large to be made twice: tagged with the revision, 304 when the
 * client has that already, else `send` writes the body.
 */
export async function sendWhole(
  store: GraphStore,
  name: string,
  type: string,
  request: IncomingMessage,
  response: ServerResponse,
  send: () => Promise<void>,
): Promise<void> {
  const { revision, epoch } = await readState(store);
  const etag = `"${name}-${epoch}-${revision}"`;
  openToAnySite(response);
  // Weak: the same in a compressed form has the same tag.
  response.setHeader('etag', `W/${etag}`);
  response.setHeader('cache-control', 'public, max-age=300, stale-while-revalidate=86400');
  const held = tagsHeld(request.headers['if-none-match']);
  if (held.includes('*') || held.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', type);
  if (request.method === 'HEAD') response.end();
  else await send();
}
