import type { ApolloServer } from '@apollo/server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { Context } from './api/context.ts';
import type { Catalogue } from './catalogue.ts';
import { answerAsset } from './http/assets.ts';
import { answerConsole, isOpenedInBrowser } from './http/console.ts';
import { answerDump } from './http/dump.ts';
import { answerEmbed } from './http/embed.ts';
import { answerEntity } from './http/entity.ts';
import { answerFeed } from './http/feed.ts';
import { answerGraphql } from './http/graphql.ts';
import { answerOembed } from './http/oembed.ts';
import { answerPrivacyPage } from './http/privacy-page.ts';
import { answerRelated } from './http/related.ts';
import { Problem, problemOf, sendCacheableText, sendProblem, sendText } from './http/responses.ts';
import { answerSandbox } from './http/sandbox.ts';
import { answerSitemap, robotsText } from './http/sitemap.ts';
import { answerSnippetPage } from './http/snippet-page.ts';
import { welcomePage } from './http/welcome.ts';
import { answerWidgetFile } from './http/widget-files.ts';
import { kindOf } from './model.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
interface Route {
  methods: string[];
  answer: Answer;
}

/**
 * A server, not listening yet, that answers every path of the product for one catalogue. `publicUrl` is the address it
 * is reached at, without a slash at the end, for what must name itself.
 */
export function createHttpServer(catalogue: Catalogue, apollo: ApolloServer<Context>, publicUrl: string): Server {
  const routes: Record<string, Route> = {
    '/': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendText(request, response, html, welcomePage(catalogue)),
    },
    '/graphql': {
      methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
      answer: (request, response) =>
        isOpenedInBrowser(request)
          ? answerConsole(request, response)
          : answerGraphql(apollo, catalogue, request, response),
    },
    '/console': { methods: ['GET', 'HEAD'], answer: answerConsole },
    '/sandbox': { methods: ['GET', 'HEAD'], answer: answerSandbox },
    '/related': {
      methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
      answer: (request, response) => answerRelated(catalogue, request, response),
    },
    '/embed/related': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerEmbed(catalogue, publicUrl, request, response),
    },
    '/oembed': {
      methods: ['GET', 'HEAD'],
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
      answer: (request, response) => answerFeed(catalogue, publicUrl, request, response),
    },
    '/dump.jsonl': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerDump(catalogue, request, response),
    },
    '/sitemap.xml': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => answerSitemap(catalogue, publicUrl, request, response),
    },
    '/robots.txt': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendText(request, response, plain, robotsText(publicUrl)),
    },
    '/schema.graphql': { methods: ['GET', 'HEAD'], answer: sendSchema },
    '/health/live': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendText(request, response, plain, 'live\n'),
    },
    '/health/ready': {
      methods: ['GET', 'HEAD'],
      answer: (request, response) => sendReadiness(catalogue, request, response),
    },
  };
  return createServer(
    { maxHeaderSize: 16_384, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 },
    (request, response) => {
      void respond(routes, catalogue, publicUrl, request, response);
    },
  );
}

async function respond(
  routes: Record<string, Route>,
  catalogue: Catalogue,
  publicUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  try {
    mustBePlain(request);
    const path = request.url!.split('?')[0]!;
    const route = Object.hasOwn(routes, path)
      ? routes[path]
      : (assetRoute(path) ?? entityRoute(catalogue, publicUrl, path.slice(1)));
    if (!route) throw new Problem(404, `There is nothing at ${path.slice(0, 200)}.`);
    if (!catalogue.whole && !path.startsWith('/health/'))
      throw new Problem(503, 'The catalogue is being restored from a backup.', { 'retry-after': '30' });
    if (!route.methods.includes(request.method!)) {
      const allow = route.methods.join(', ');
      throw new Problem(405, `${request.method} is not taken at ${path}; there are ${allow}.`, { allow });
    }
    await route.answer(request, response);
  } catch (error) {
    const problem = problemOf(error);
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem);
  }
}

/** Longest address taken, in characters. */
const longestAddress = 8_192;

/** Refuses what no honest client sends: servers before us may read it otherwise than we do. */
function mustBePlain({ url, rawHeaders }: IncomingMessage): void {
  if (url!.length > longestAddress)
    throw new Problem(414, `The address is longer than ${longestAddress} characters; send a long query by POST.`);
  const hosts = rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) throw new Problem(400, 'The header Host was sent more than once.', { connection: 'close' });
}

/** What is bundled for browsers. */
function assetRoute(path: string): Route | undefined {
  if (path.startsWith('/widget/'))
    return { methods: ['GET', 'HEAD'], answer: (request, response) => answerWidgetFile(path, request, response) };
  const name = /^\/assets\/(.+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  return { methods: ['GET', 'HEAD'], answer: (request, response) => answerAsset(name, request, response) };
}

/** Every id of the catalogue is a path. */
function entityRoute(catalogue: Catalogue, publicUrl: string, id: string): Route | undefined {
  if (kindOf(id) === null) return undefined;
  return {
    methods: ['GET', 'HEAD'],
    answer: (request, response) => answerEntity(catalogue, publicUrl, id, request, response),
  };
}

const [html, plain] = ['text/html; charset=utf-8', 'text/plain; charset=utf-8'];

async function sendSchema(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = new URL('../schema/schema.graphql', import.meta.url);
  sendCacheableText(request, response, plain, await readFile(file, 'utf8'));
}

/** Ready when the store answers and the projection could be brought up to its revision. */
async function sendReadiness(catalogue: Catalogue, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await catalogue.refresh();
  } catch {
    throw new Problem(503, 'The graph does not answer.', { 'retry-after': '5' });
  }
  sendText(request, response, plain, 'ready\n');
}
