import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SitemapIndexStream, SitemapStream } from 'sitemap';
import type { Catalogue } from '../catalogue.ts';
import { kinds, type Kind } from '../model.ts';
import { derived } from '../projection/derived.ts';
import { compareText } from '../projection/order.ts';
import type { Projection } from '../projection/projection.ts';
import { newestFirst } from '../projection/publications.ts';
import { sendWhole } from './of-revision.ts';
import { checkParameters, Problem } from './responses.ts';

/** The protocol allows no more in one file. */
const mostInOne = 50_000;

/**
 * Answers `GET /sitemap.xml`: the pages that are always there, and that of every entity. Where there are more than one file may hold it is an index, and its parts
 * are `/sitemap.xml?part=1` and on.
 */
export async function answerSitemap(
  catalogue: Catalogue,
  publicUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  most = mostInOne,
): Promise<void> {
  const given = new URL(request.url!, 'http://localhost').searchParams;
  checkParameters('/sitemap.xml', given, ['part']);
  const { projection } = catalogue;
  const count = kinds.reduce((sum, kind) => sum + projection.ofKind[kind].length, fixedPages.length);
  const parts = Math.max(1, Math.ceil(count / most));
  const asked = given.get('part');
  const part = asked === null ? null : Number(asked);
  if (part !== null && !(Number.isInteger(part) && part >= 1 && part <= parts))
    throw new Problem(404, `part=${asked!.slice(0, 20)} is none; there are 1 to ${parts}.`);
  await sendWhole(
    catalogue.store,
    `sitemap-${asked ?? ''}`,
    'application/xml; charset=utf-8',
    request,
    response,
    async () => {
      if (part === null && parts > 1) {
        const addresses = Array.from({ length: parts }, (_, place) => `${publicUrl}/sitemap.xml?part=${place + 1}`);
        return pipeline(Readable.from(addresses.map((url) => ({ url }))), new SitemapIndexStream(), response);
      }
      // Of a server that is behind the graph the list would be an older one than its tag says.
      const items = addressesOf(await catalogue.refresh(), publicUrl, ((part ?? 1) - 1) * most, most);
      return pipeline(Readable.from(items), new SitemapStream({ xmlns: plainNamespaces }), response);
    },
  );
}

/** No pictures, films or news. */
const plainNamespaces = { news: false, video: false, image: false, xhtml: false };

/** The pages that are there whatever the catalogue holds. */
const fixedPages = ['', 'search', 'timeline', 'matrix', 'coverage', 'path', 'widget', 'widget/privacy'];

/** The nodes of each kind in an order that is the same on every server, whichever way it came to hold them. */
const inOrder = derived((projection) =>
  kinds.map((kind) => (kind === 'publication' ? newestFirst(projection) : byId(projection, kind))),
);

const byId = ({ ids, ofKind }: Projection, kind: Kind) =>
  ofKind[kind].toSorted((a, b) => compareText(ids[a]!, ids[b]!));

function* addressesOf(projection: Projection, publicUrl: string, from: number, most: number) {
  for (const page of fixedPages.slice(from, from + most)) yield { url: `${publicUrl}/${page}` };
  let passed = fixedPages.length;
  for (const nodes of inOrder(projection)) {
    for (let place = Math.max(0, from - passed); place < nodes.length && passed + place < from + most; place++)
      yield { url: `${publicUrl}/${projection.ids[nodes[place]!]!}` };
    passed += nodes.length;
  }
}

/** What `/robots.txt` says: pages may be read by all; what only costs and shows nothing new is left alone. */
export const robotsText = (publicUrl: string): string =>
  `User-agent: *\nDisallow: /graphql\nDisallow: /dump.jsonl\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
