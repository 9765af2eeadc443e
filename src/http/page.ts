import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendCacheableText } from './responses.ts';

/** A policy that lets a page load what is named and nothing else; only where it is said may others frame it. */
export function policyOf(policy: Record<string, string>): string {
  const all = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };
  return Object.entries({ ...all, ...policy })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/**
 * The policy of a page for readers: the style sheets that stand in it, scripts and answers of this server, forms to it;
 * pictures that the page draws itself.
 */
export const pagePolicy = (...styles: string[]): string =>
  policyOf({
    'style-src': styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`).join(' '),
    'script-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'img-src': 'data: blob:',
    'form-action': "'self'",
  });

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
  response.setHeader('content-security-policy', policyOf(policy));
  response.appendHeader('vary', 'accept');
  sendCacheableText(request, response, 'text/html; charset=utf-8', body, 'no-cache');
}
