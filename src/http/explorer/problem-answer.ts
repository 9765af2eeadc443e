import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { explorerPage, siteOf } from '../../explorer/page.ts';
import { problemPage } from '../../explorer/problem.ts';
import { style } from '../../explorer/style.ts';
import { builtAssetPath } from '../assets.ts';
import { pagePolicy } from '../page.ts';
import { queryOf } from '../query-of.ts';
import { readerLanguage, type ReaderLanguage } from '../reader-language.ts';
import { sendText, type Problem } from '../responses.ts';
import { tagged, type Tagged } from '../tagged.ts';

/** Whether a person with a browser asks: then what is wrong is told on a page. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  new Negotiator({ headers: { accept: headers.accept } }).mediaType(['application/problem+json', 'text/html']) ===
    'text/html';

/**
 * Says what is wrong on a page in the reader's language, with a way on. `path` is where this page is, without a slash before
 * it, for the ways to it in other languages: nothing for an address that is not ours.
 */
export function sendProblemPage(
  path: string,
  publicUrl: string,
  problem: Problem,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const given = new URLSearchParams(queryOf(request));
  const reader = languageOf(request, given);
  response.setHeader('vary', 'accept, accept-language');
  response.setHeader('content-language', reader.told);
  response.setHeader('content-security-policy', pagePolicy(style));
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  const page =
    problem.code === 'OVERLOADED' || problem.status === 429
      ? keptPage(reader, publicUrl, problem)
      : explorerPage(...madeOf({ ...reader, path, given, base: publicUrl }, problem));
  sendText(request, response, 'text/html; charset=utf-8', page, problem.status);
}

function madeOf(visit: Omit<Parameters<typeof siteOf>[0], 'asset'>, problem: Problem): Parameters<typeof explorerPage> {
  const site = siteOf({ ...visit, asset: builtAssetPath });
  return [site, problemPage(site, problem)];
}

/** What is said when there is no time to make a page, or who asks has had enough of it: made and packed once. */
const kept = new LRUCache<string, Tagged>({ max: 200 });

function keptPage({ told }: ReaderLanguage, publicUrl: string, problem: Problem): Tagged {
  const key = `${publicUrl} ${told} ${problem.message}`;
  const visit = { told, language: told, isChosen: false, path: '', given: new URLSearchParams(), base: publicUrl };
  const page = kept.get(key) ?? tagged(explorerPage(...madeOf(visit, problem)));
  kept.set(key, page);
  return page;
}

/** The language of a reader; a tag that is none is passed over here, as it may be what is wrong. */
function languageOf(request: IncomingMessage, given: URLSearchParams): ReaderLanguage {
  try {
    return readerLanguage(request, given.get('language'));
  } catch {
    return readerLanguage(request, null);
  }
}
