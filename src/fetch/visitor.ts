import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { openGuardedAgent, refusalOf, type GuardOptions } from './address-guard.ts';
import { refused } from './failure.ts';
import { headerOf, requestOnce, type Answer, type Visit } from './request.ts';
import { createRobots, productToken, robotsBytes } from './robots.ts';
import { createTurns, longestRest } from './turns.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** How a run asks other people's servers. */
export interface VisitorOptions extends GuardOptions {
  /** Where an owner of a server can reach whoever runs this: an address of a page or a mailbox. Sent with every request. */
  contact: string;
  /** Longest time for one request with its body, in milliseconds. Default: 20 000. */
  timeout?: number;
  /** Pause between two requests of a host, in milliseconds; robots.txt may ask for more. Default: 1000. */
  pause?: number;
  /** Ends everything under way: whatever waits throws its reason. */
  signal?: AbortSignal;
}

/** Asks addresses politely: within the guard, as robots.txt allows, one request per host at a time. */
export interface Visitor {
  /** Asks one address, following no redirect. `readBytes`: most bytes of the body to read, default none. */
  visit(url: URL, request?: { method?: 'HEAD' | 'GET'; readBytes?: number }): Promise<Visit>;
  close(): Promise<void>;
}

/** Opens a visitor for one run: what it learns of hosts and their robots.txt is kept until it is closed. Throws a TypeError when `contact` cannot be sent. */
export function openVisitor(options: VisitorOptions): Visitor {
  const { contact, timeout = 20_000, pause, signal } = options;
  if (!/^[\x21-\x7e]+$/.test(contact))
    throw new TypeError(
      `contact must be an address of a page or a mailbox without spaces, not ${JSON.stringify(contact)}`,
    );
  if (signal) setMaxListeners(0, signal); // each request listens, and many hosts at once are no leak
  const userAgent = `${productToken}/${version} (+${contact})`;
  const agent = openGuardedAgent(options);
  const turns = createTurns(pause, signal);
  const robotsOf = createRobots((url) => ask(url, 'GET', robotsBytes));

  async function ask(url: URL, method: 'HEAD' | 'GET', readBytes: number): Promise<Visit> {
    const refusal = refusalOf(url);
    if (refusal) return { failure: refused(refusal) };
    const once = async () => {
      const request = () => requestOnce(agent, url, { method, userAgent, readBytes, timeout, signal });
      const visit = await turns.take(url.hostname, request);
      const rest = visit?.answer && restAskedFor(visit.answer);
      if (rest !== undefined) turns.rest(url.hostname, rest);
      return { visit, again: rest !== undefined && rest <= longestRest };
    };
    const first = await once();
    const visit = (first.again && (await once()).visit) || first.visit;
    return visit ?? { failure: refused(`${url.hostname} asked to be left alone for longer than we wait`) };
  }

  return {
    async visit(url, { method = 'GET', readBytes = 0 } = {}) {
      const refusal = refusalOf(url);
      if (refusal) return { failure: refused(refusal) };
      const robots = await robotsOf(url);
      const failure = robots.refusalOf(url);
      if (failure) return { failure };
      turns.slowDown(url.hostname, robots.crawlDelay);
      return ask(url, method, readBytes);
    },
    close: () => agent.destroy(),
  };
}

/** The Retry-After of a 429 or 503 in milliseconds: a number of seconds or a date. */
function restAskedFor(answer: Answer): number | undefined {
  const asked = headerOf(answer, 'retry-after');
  if ((answer.status !== 429 && answer.status !== 503) || asked === undefined) return undefined;
  const wait = /^\d+$/.test(asked.trim()) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
