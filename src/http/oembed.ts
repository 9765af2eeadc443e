import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '../api/context.ts';
import { labelOf } from '../api/label.ts';
import { resolveTarget } from '../api/publication.ts';
import { loadResolved } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { kindOf } from '../model.ts';
import { frameHeight, frameHtml } from '../shown/snippets.ts';
import { json, Problem, openToAnySite, sendCacheableText } from './responses.ts';

const items = 6;

/**
 * Answers `GET /oembed?url=&maxwidth=&maxheight=&format=json` (oEmbed 1.0): the frame with the related list of an address
 * of the catalogue. Other parameters, which consumers add at will, make no difference. No page is ever fetched for it.
 */
export async function answerOembed(
  catalogue: Catalogue,
  publicUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  openToAnySite(response);
  const given = new URL(request.url!, 'http://localhost').searchParams;
  const format = given.get('format') ?? 'json';
  if (format !== 'json') throw new Problem(501, `format=${format.slice(0, 60)} is not there; there is json.`);
  const url = given.get('url');
  if (!url) throw new Problem(400, 'Give the address in url.');
  const context = createContext(catalogue);
  const named = await namedBy(url, publicUrl, (address) => resolveTarget(context, { url: address }));
  const record = named && (await loadResolved(context, named));
  if (!record) throw new Problem(404, `url: ${JSON.stringify(url.slice(0, 300))} is not in the catalogue.`);
  const width = Math.min(600, limit(given, 'maxwidth'));
  const height = Math.min(frameHeight(items, width), limit(given, 'maxheight'));
  const title = `Related: ${labelOf(record)}`;
  const embed = `${publicUrl}/embed/related?${new URLSearchParams({ id: record.id, first: String(items) })}`;
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Common Thread',
    provider_url: `${publicUrl}/`,
    cache_age: 86_400,
    width,
    height,
    html: frameHtml(embed, title, { width, height }),
  };
  sendCacheableText(request, response, json, JSON.stringify(answer));
}

/** The id that an address stands for: one of ours says it, any other is looked up. */
async function namedBy(url: string, publicUrl: string, find: (address: string) => Promise<string | null>) {
  if (!url.startsWith(`${publicUrl}/`)) return find(url);
  const { pathname, searchParams } = new URL(url);
  if (pathname === new URL(`${publicUrl}/embed/related`).pathname) {
    const address = searchParams.get('url');
    return searchParams.get('id') ?? (address ? find(address) : null);
  }
  const id = url.slice(publicUrl.length + 1).split(/[?#]/)[0]!;
  return kindOf(id) === null ? null : id;
}

function limit(given: URLSearchParams, name: string): number {
  const value = given.get(name);
  if (value === null) return Infinity;
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Problem(400, `${name}=${value.slice(0, 60)} is not a number of pixels.`);
  return Number(value);
}
