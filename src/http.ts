import type { ApolloServer } from '@apollo/server';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { Context } from './api/context.ts';
import type { Catalogue } from './catalogue.ts';
import { withDeadline } from './graph/deadline.ts';
import { answerAsset } from './http/assets.ts';
import { answerConsole, isOpenedInBrowser } from './http/console.ts';
import { answerDump } from './http/dump.ts';
import { answerEmbed } from './http/embed.ts';
import { answerEntity } from './http/entity.ts';
import { answerPage, type PageMaker } from './http/explorer/answer-page.ts';
import { explorerPages } from './http/explorer/pages.ts';
import { sendProblemPage, wantsPage } from './http/explorer/problem-answer.ts';
import { answerFeed } from './http/feed.ts';
import { createTurnstile, hasBody, itsTurn, type Load } from './http/turnstile.ts';
import { answerGraphql, type Serving } from './http/graphql.ts';
import { answerMetrics, factsOf, observe } from './http/metrics.ts';
import { answerOembed } from './http/oembed.ts';
import { answerPrivacyPage } from './http/privacy-page.ts';
import { charge, type RateLimit } from './http/rate-limit.ts';
import { answerRelated } from './http/related.ts';
import { nobody, type Writers } from './http/origins.ts';
import { sendAway } from './http/overload.ts';
import { requestId } from './http/request-id.ts';
import { Problem, problemOf, safely, sendCacheableText, sendProblem, sendText } from './http/responses.ts';
import { answerSandbox } from './http/sandbox.ts';
import { answerSitemap, robotsText } from './http/sitemap.ts';
import { answerSnippetPage } from './http/snippet-page.ts';
import { answerWidgetFile } from './http/widget-files.ts';
import { hasKeyInIt } from './keys/key.ts';
import { kindOf } from './model.ts';
import { createMetrics } from './observe/metrics.ts';
import { tracedAnswer } from './observe/tracing.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
interface Route {
  /** What it is counted under, where that is not its path. */
  name?: string;
  methods: string[];
  /** What it takes from a client's budget whatever is asked, where that is not the usual. */
  cost?: number;
  /** Whether there are pages here for people: then a browser is told on one what is wrong. */
  hasPages?: boolean;
  answer: Answer;
}

/** How much and how long a server listens to one request. */
export const serverLimits = { maxHeaderSize: 16_384, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 };

/** What a server puts up with. */
export interface Limits {
  load: Load;
  /** What each client may ask for; null where it may ask for anything. */
  rate: RateLimit | null;
}

/** For a server that nobody but its owner reaches. */
const ownersOnly: Limits = { load: { inFlight: 64, patience: Infinity }, rate: null };

/** A server, not listening yet, that answers for one catalogue: see `createAnswers`. */
export const createHttpServer = (...served: Parameters<typeof createAnswers>): Server =>
  createServer(serverLimits, createAnswers(...served));

/**
 * What answers every path of the product for one catalogue. `publicUrl` is the address it is reached at, without a slash
 * at the end, for what must name itself; `writers` are those who may write; `limits`, what is refused because it is too
 * much.
 */
export function createAnswers(
  catalogue: Catalogue,
  apollo: ApolloServer<Context>,
  publicUrl: string,
  writers: Writers = nobody,
  limits: Limits = ownersOnly,
): RequestListener {
  const metrics = createMetrics(() => factsOf(catalogue));
  const serving: Serving = { apollo, catalogue, metrics, writers, publicUrl, rateLimit: limits.rate };
  const turnstile = createTurnstile(limits.load);
  const explorerRoute = (path: string, make: PageMaker): Route => ({
    methods: ['GET', 'HEAD'],
    cost: costs.page,
    hasPages: true,
    answer: (request, response) => answerPage(path.slice(1), make, { apollo, catalogue, publicUrl }, request, response),
  });
  const routes: Record<string, Route> = {
    ...Object.fromEntries(Object.entries(explorerPages).map(([path, make]) => [path, explorerRoute(path, make)])),
    '/graphql': {
      methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
      answer: (request, response) =>
        isOpenedInBrowser(request) ? answerConsole(request, response) : answerGraphql(serving, request, response),
    },
    '/console': { methods: ['GET', 'HEAD'], answer: answerConsole },
    '/sandbox': { methods: ['GET', 'HEAD'], answer: answerSandbox },
    '/related': {
      methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
      cost: costs.related,
      answer: (request, response) => answerRelated(catalogue, request, response),
    },
    '/embed/related': {
      methods: ['GET', 'HEAD'],
      cost: costs.related,
      answer: (request, response) => answerEmbed(catalogue, publicUrl, request, response),
    },
    '/oembed': {
      methods: ['GET', 'HEAD'],
      cost: costs.related,
      answer: (request, response) => answerOembed(catalogue, publicUrl, request, response),
    },
    '/widget': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerSnippetPage(publicUrl, request, response),
    },
    '/widget/privacy': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerPrivacyPage(publicUrl, request, response),
    },
    '/feed.atom': {
      methods: ['GET', 'HEAD'],
      cost: costs.feed,
      answer: (request, response) => answerFeed(catalogue, publicUrl, request, response),
    },
    '/dump.jsonl': {
      methods: ['GET', 'HEAD'],
      cost: costs.all,
      answer: (request, response) => answerDump(catalogue, request, response),
    },
    '/sitemap.xml': {
      methods: ['GET', 'HEAD'],
      cost: costs.feed,
      answer: (request, response) => answerSitemap(catalogue, publicUrl, request, response),
    },
    '/robots.txt': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendText(request, response, plain, robotsText(publicUrl)),
    },
    '/schema.graphql': { methods: ['GET', 'HEAD'], answer: sendSchema },
    '/metrics': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerMetrics(metrics, request, response),
    },
    '/health/live': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendText(request, response, plain, 'live\n'),
    },
    '/health/ready': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendReadiness(catalogue, request, response),
    },
  };
  return (request, response) => {
    const path = request.url!.split('?')[0]!;
    const leave = isFree(path) ? () => {} : turnstile.enter(request);
    if (leave) return void respond(routes, serving, path, request, response).finally(leave);
    metrics.countSentAway();
    sendAway(publicUrl, request, response);
  };
}

async function respond(
  routes: Record<string, Route>,
  serving: Serving,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(safely)) response.setHeader(name, value);
  response.setHeader('x-request-id', requestId(request));
  const route = Object.hasOwn(routes, path) ? routes[path] : (assetRoute(path) ?? entityRoute(serving, path.slice(1)));
  const name = route ? (route.name ?? path) : 'none';
  observe(serving.metrics, name, request, response);
  await tracedAnswer(name, request, response, () => admit(route, path, serving, request, response));
}

/** Answers a request by a route, or says what is in the way. */
async function admit(
  route: Route | undefined,
  path: string,
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    mustBePlain(request);
    if (!isFree(path)) await charge(serving.rateLimit, request, response, route?.cost ?? costs.usual);
    if (request.method !== 'POST' || !hasBody(request)) await itsTurn(request); // of a body: when it has been read
    if (!route) throw new Problem(404, `There is nothing at ${path.slice(0, 200)}.`);
    if (!serving.catalogue.whole && !isFree(path))
      throw new Problem(503, 'The catalogue is being restored from a backup.', { 'retry-after': '30' });
    if (!route.methods.includes(request.method!)) {
      const allow = route.methods.join(', ');
      throw new Problem(405, `${request.method} is not taken at ${path}; there are ${allow}.`, { allow });
    }
    if (!serving.catalogue.inStep && !beside.test(path)) response.setHeader('warning', '110 - "Response is stale"');
    await route.answer(request, response);
  } catch (error) {
    const problem = problemOf(error, requestId(request));
    if (response.headersSent) response.destroy();
    else if ((!route || route.hasPages) && wantsPage(request))
      sendProblemPage(route ? path.slice(1) : '', serving.publicUrl, problem, request, response);
    else sendProblem(response, problem);
  }
}

/** What says nothing of the catalogue: it is never behind the graph. */
const beside = /^\/(health\/|metrics$|assets\/|console$|sandbox$|widget|schema\.graphql$|robots\.txt$)/;

/** What is taken from a client's budget: by the time it takes, a field of GraphQL being 1. */
const costs = { usual: 10, related: 200, page: 1_000, feed: 1_000, all: 20_000 };

/** What is answered also while the graph is not whole, or too much is asked. */
const isFree = (path: string) => /^\/(health\/|metrics$)/.test(path);

/** Longest address taken, in characters. */
const longestAddress = 8_192;

/** Refuses what no honest client sends: servers before us may read it otherwise than we do. */
function mustBePlain({ url, rawHeaders }: IncomingMessage): void {
  if (url!.length > longestAddress)
    throw new Problem(
      414,
      `The address is longer than ${longestAddress} characters; send a long query by POST.`,
      {},
      'ADDRESS_TOO_LONG',
    );
  if (hasKeyInIt(url!))
    throw new Problem(
      400,
      'A key stands in this address, where whoever is between us can read it. Have it revoked, and send the next one as ' +
        'the header Authorization: Bearer ct_….',
    );
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const twice = ['Host', 'Authorization'].find(
    (once) => names.filter((name) => name === once.toLowerCase()).length > 1,
  );
  if (twice) throw new Problem(400, `The header ${twice} was sent more than once.`, { connection: 'close' });
}

/** What is bundled for browsers. */
function assetRoute(path: string): Route | undefined {
  if (path.startsWith('/widget/'))
    return {
      name: '/widget/*',
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerWidgetFile(path, request, response),
    };
  const name = /^\/assets\/(.+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  return {
    name: '/assets/*',
    methods: ['GET', 'HEAD'],
    answer: (request, response) => answerAsset(name, request, response),
  };
}

/** Every id of the catalogue is a path. */
function entityRoute({ apollo, catalogue, publicUrl }: Serving, id: string): Route | undefined {
  const kind = kindOf(id);
  if (kind === null) return undefined;
  return {
    name: `/${kind}/*`,
    methods: ['GET', 'HEAD'],
    cost: costs.related,
    hasPages: true,
    answer: (request, response) => answerEntity(apollo, catalogue, publicUrl, id, request, response),
  };
}

const plain = 'text/plain; charset=utf-8';

async function sendSchema(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = new URL('../schema/schema.graphql', import.meta.url);
  sendCacheableText(request, response, plain, await readFile(file, 'utf8'));
}

/** Ready when the store answers and the projection could be brought up to its revision. */
async function sendReadiness(catalogue: Catalogue, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await withDeadline(catalogue.refresh(), 2_000, 'a look at the graph');
  } catch {
    throw new Problem(503, 'The graph does not answer.', { 'retry-after': '5' });
  }
  sendText(request, response, plain, 'ready\n');
}
