import type { IncomingMessage, ServerResponse } from 'node:http';
import { readState } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';

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
  response.setHeader('access-control-allow-origin', '*');
  // Weak: the same in a compressed form has the same tag.
  response.setHeader('etag', `W/${etag}`);
  response.setHeader('cache-control', 'public, max-age=300, stale-while-revalidate=86400');
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', type);
  if (request.method === 'HEAD') response.end();
  else await send();
}

/** Whether a header `If-None-Match` names this tag. */
const matches = (header: string | undefined, etag: string) =>
  header !== undefined &&
  header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
