import type { ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext, type Context } from '../api/context.ts';
import { describe } from '../api/describe.ts';
import { mustNotBeGone, resolveId } from '../api/resolve-id.ts';
import type { Catalogue } from '../catalogue.ts';
import { bibtexOf } from '../formats/bibtex.ts';
import { cslItemOf } from '../formats/csl-item.ts';
import type { Described } from '../formats/described.ts';
import { jsonLdOf, nodeOf } from '../formats/json-ld.ts';
import { risOf } from '../formats/ris.ts';
import { turtleOf, turtlePrefixes } from '../formats/turtle.ts';
import type { Entity } from '../graph/entities.ts';
import { style } from '../landing/style.ts';
import { entityPage } from './entity-page.ts';
import { asker } from './explorer/ask.ts';
import { pagePolicy } from './page.ts';
import { queryOf } from './query-of.ts';
import { readerLanguage } from './reader-language.ts';
import { representationsOf, wantedRepresentation, type RepresentationName } from './representations.ts';
import { openToAnySite, Problem, sendCacheableText, sendMoved } from './responses.ts';
import { signposts } from './signposting.ts';

/**
 * Answers `GET /<id>` in what the client asks for by `Accept` or `?format=`: a page, linked data, a citation, or the
 * records that the entity stands on, which is what a program gets that asks for anything. A merged id answers 301 to what it
 * was merged into, a withdrawn one 410 with the reason, for ever. Parameters it does not know are left alone: links that
 * others share carry them.
 */
export async function answerEntity(
  apollo: ApolloServer<Context>,
  catalogue: Catalogue,
  publicUrl: string,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  openToAnySite(response);
  response.setHeader('vary', 'accept, accept-language');
  const context = createContext(catalogue);
  let now = await resolveId(context, id);
  const entity = await context.loaders.entity.load(now);
  if (!entity) now = await mustNotBeGone(context, now); // merged or withdrawn a moment ago
  const query = queryOf(request);
  if (now !== id) return sendMoved(response, `/${now}${query ? `?${query}` : ''}`);
  if (!entity) throw new Problem(404, `There is no ${id.slice(0, 200)}.`);
  const given = new URLSearchParams(query);
  const wanted = wantedRepresentation(request, id, given.get('format'));
  const described = await describe(context, entity, publicUrl);
  response.setHeader('link', signposts(described, representationsOf(id)));
  if (wanted === 'html') {
    const reader = readerLanguage(request, given.get('language'));
    response.setHeader('content-language', reader.told);
    response.setHeader('content-security-policy', pagePolicy(style));
    const page = await entityPage(context, asker(apollo, context), described, reader);
    return sendCacheableText(request, response, 'text/html; charset=utf-8', page);
  }
  const { mediaType } = representationsOf(id).find(({ name }) => name === wanted)!;
  const file = endings[wanted];
  if (file) response.setHeader('content-disposition', `inline; filename="${id.slice(id.indexOf('/') + 1)}.${file}"`);
  sendCacheableText(request, response, `${mediaType}; charset=utf-8`, await tellers[wanted](described, entity));
}

type Teller = (described: Described, entity: Entity) => string | Promise<string>;

const tellers: Record<Exclude<RepresentationName, 'html'>, Teller> = {
  json: (_, { id, changed, records }) => JSON.stringify({ id, revision: changed, records }),
  jsonld: (described) => JSON.stringify(jsonLdOf(described)),
  turtle: async (described) => `${turtlePrefixes}\n${await turtleOf([nodeOf(described)])}`,
  bibtex: (described) => bibtexOf(cslItemOf(described)),
  ris: (described) => risOf(cslItemOf(described)),
  csl: (described) => JSON.stringify([cslItemOf(described)]),
};

/** What a browser that keeps it names the file by. */
const endings: Partial<Record<RepresentationName, string>> = { bibtex: 'bib', ris: 'ris', csl: 'json' };
