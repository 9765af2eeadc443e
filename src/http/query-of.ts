import type { IncomingMessage } from 'node:http';

/** What stands behind the first question mark of an address: an address that is a value in it may have one of its own. */
export function queryOf({ url }: IncomingMessage): string {
  const place = url!.indexOf('?');
  return place < 0 ? '' : url!.slice(place + 1);
}
