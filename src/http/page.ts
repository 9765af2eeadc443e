import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Sends an HTML page that may load what `policy` names and nothing else. It is asked for anew each time, since it
 * names assets that change with each release.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  policy: Record<string, string>,
): void {
  const all = { 'default-src': "'none'", ...policy, 'base-uri': "'none'", 'form-action': "'none'" };
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': Object.entries({ ...all, 'frame-ancestors': "'none'" })
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'cache-control': 'no-cache',
    vary: 'accept',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
