import type { ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext, type Context } from '../../api/context.ts';
import type { Catalogue } from '../../catalogue.ts';
import { explorerPage, siteOf, type ExplorerPage, type Site } from '../../explorer/page.ts';
import { style } from '../../explorer/style.ts';
import { builtAssetPath } from '../assets.ts';
import { pagePolicy } from '../page.ts';
import { readerLanguage } from '../reader-language.ts';
import { Problem, problemOf, sendCacheableText, sendText } from '../responses.ts';
import { asker, type Ask } from './ask.ts';
import { sendProblemPage } from './problem-answer.ts';
import { sendTable, type Table } from './table.ts';

/** What a page is made of: the API, the parameters of its address, and where it stands. */
export interface Asked {
  ask: Ask;
  given: URLSearchParams;
  site: Site;
}

/** A page of the explorer, the table it shows as a file, or where the reader is to go. */
export type Made = ExplorerPage | { table: Table } | { location: string };

export type PageMaker = (asked: Asked) => Promise<Made>;

const html = 'text/html; charset=utf-8';

/**
 * Answers a path of the explorer with what `make` makes. What a reader has asked for is kept by nobody on the way; pages
 * that are the same for all are kept for minutes. A mistake in the address is told on a page, in the place of the answer.
 */
export async function answerPage(
  path: string,
  make: PageMaker,
  { apollo, catalogue, publicUrl }: { apollo: ApolloServer<Context>; catalogue: Catalogue; publicUrl: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = new URL(request.url!, 'http://localhost').searchParams;
  response.setHeader('vary', 'accept-language');
  const reader = readerLanguage(request, given.get('language'));
  const site = siteOf({ ...reader, path, given, base: publicUrl, asset: builtAssetPath });
  response.setHeader('content-language', reader.told);
  response.setHeader('content-security-policy', pagePolicy(style));
  try {
    const made = await make({ ask: asker(apollo, createContext(catalogue)), given, site });
    if ('location' in made)
      return void response.writeHead(303, { location: made.location, 'cache-control': 'no-store' }).end();
    if ('table' in made) return sendTable(request, response, made.table);
    if (made.style !== undefined) response.setHeader('content-security-policy', pagePolicy(style, made.style));
    const page = explorerPage(site, made);
    if (!made.isAnswer) return sendCacheableText(request, response, html, page);
    response.setHeader('cache-control', 'no-store');
    sendText(request, response, html, page);
  } catch (error) {
    const problem = error instanceof RangeError ? new Problem(400, error.message) : problemOf(error);
    sendProblemPage(path, publicUrl, problem, request, response);
  }
}
