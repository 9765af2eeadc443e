import { LRUCache } from 'lru-cache';
import robotsParser from 'robots-parser';
import { refused, type Failure } from './failure.ts';
import { followRedirects } from './redirects.ts';
import { headerOf, type Visit } from './request.ts';

// The package's types tell of a default export inside the default export; there is none.
const readRobots = robotsParser as unknown as typeof robotsParser.default;

/** The name that a robots.txt calls us by. */
export const productToken = 'CommonThread';

/** How much of a robots.txt is read, in bytes (RFC 9309, 2.5). */
export const robotsBytes = 500 * 1024;

/** Longest pause between two requests that a robots.txt can ask for, in milliseconds. */
const longestCrawlDelay = 30_000;

/** Most `*` in a robots.txt: each costs a walk along the address, and 500 KiB of them would hold everything up for seconds. */
const mostWildcards = 20_000;

/** What the robots.txt of an origin says. */
export interface Robots {
  /** Null where the address may be asked. */
  refusalOf(url: URL): Failure | null;
  /** Pause that is asked for between two requests, in milliseconds; 0 where none is. */
  crawlDelay: number;
}

/** How long what was read holds, and that nothing could be read, in milliseconds: a server asks for months. */
const tenMinutes = 600_000;
/** Origins that are remembered at once. */
const mostOrigins = 1_000;

/**
 * Reads the robots.txt of the origins, each once in `holds` milliseconds (RFC 9309). `ask` gets one address, with at most `robotsBytes` of its
 * body, following no redirect. 4xx: all allowed. 5xx: nothing allowed. Where the host itself cannot be reached, the
 * refusal is that failure, for the pages would fare no better.
 */
export function createRobots(ask: (url: URL) => Promise<Visit>, holds = tenMinutes): (url: URL) => Promise<Robots> {
  const byOrigin = new LRUCache<string, Promise<Robots>>({ max: mostOrigins, ttl: holds });
  return ({ origin }) => {
    const known = byOrigin.get(origin);
    if (known) return known;
    const coming = fetchRobots(origin, ask);
    byOrigin.set(origin, coming);
    return coming;
  };
}

async function fetchRobots(origin: string, ask: (url: URL) => Promise<Visit>): Promise<Robots> {
  const address = new URL('/robots.txt', origin);
  const { hops, visit } = await followRedirects(address, ask);
  if (visit.failure)
    return nothing(
      hops.length === 0 ? visit.failure : refused(`robots.txt of ${origin} cannot be read: ${visit.failure.reason}`),
    );
  const { status, body } = visit.answer;
  if (status >= 500)
    return nothing(refused(`robots.txt of ${origin} answers ${status}, so nothing there may be asked`));
  if (status < 200 || status > 299) return { refusalOf: () => null, crawlDelay: 0 };
  // Packed although we asked for it plain; unpacking it is not worth a way in for a bomb.
  if ((headerOf(visit.answer, 'content-encoding') ?? 'identity') !== 'identity')
    return nothing(refused(`robots.txt of ${origin} comes packed and cannot be read`));

  const text = body.toString('utf8');
  if (text.split('*').length > mostWildcards)
    return nothing(refused(`robots.txt of ${origin} has more than ${mostWildcards} wildcards`));

  const robots = readRobots(address.href, text);
  const delay = Number(robots.getCrawlDelay(productToken) ?? 0) * 1000;
  return {
    refusalOf: (url) =>
      robots.isAllowed(url.href, productToken) === false
        ? refused(`robots.txt of ${origin} does not allow ${url.pathname}${url.search}`)
        : null,
    crawlDelay: delay > 0 ? Math.min(delay, longestCrawlDelay) : 0,
  };
}

const nothing = (failure: Failure): Robots => ({ refusalOf: () => failure, crawlDelay: 0 });
