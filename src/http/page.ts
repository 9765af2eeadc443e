import type { IncomingMessage, ServerResponse } from 'node:http';

/** A policy that lets a page load what is named and nothing else; only where it is said may others frame it. */
export function policyOf(policy: Record<string, string>): string {
  const all = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };
  return Object.entries({ ...all, ...policy })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

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
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(policy),
    'cache-control': 'no-cache',
    vary: 'accept',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
