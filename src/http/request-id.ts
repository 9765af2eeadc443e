import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/**
 * What one request is called in the log and in answers that say something went wrong: what a proxy before us has called it
 * in `X-Request-Id`, else a name of our own. Made when it is first asked for.
 */
export function requestId(request: IncomingMessage): string {
  let id = ids.get(request);
  if (id === undefined) {
    const given = request.headers['x-request-id'];
    id = typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
    ids.set(request, id);
  }
  return id;
}
