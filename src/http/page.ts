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
