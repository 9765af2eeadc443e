import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue.ts';
import { withDeadline } from '../graph/deadline.ts';
import { kindOf } from '../model.ts';
import { answerAsset } from './assets.ts';
import { answerConsole, isOpenedInBrowser } from './console.ts';
import { answerDump } from './dump.ts';
import { answerEmbed } from './embed.ts';
import { answerEntity } from './entity.ts';
import { answerPage, type PageMaker } from './explorer/answer-page.ts';
import { explorerPages } from './explorer/pages.ts';
import { answerFeed } from './feed.ts';
import { answerGraphql, type Serving } from './graphql.ts';
import { answerMetrics } from './metrics.ts';
import { answerOembed } from './oembed.ts';
import { answerPrivacyPage } from './privacy-page.ts';
import { answerRelated } from './related.ts';
import { Problem, sendCacheableText, sendText } from './responses.ts';
import { answerSandbox } from './sandbox.ts';
import { answerSitemap, robotsText } from './sitemap.ts';
import { answerSnippetPage } from './snippet-page.ts';
import { answerWidgetFile } from './widget-files.ts';

/** Who answers at a path, and what may be asked there. */
export interface Route {
  /** What it is counted under, where that is not its path. */
  name?: string;
  methods: string[];
  /** What it takes from a client's budget whatever is asked, where that is not the usual. */
  cost?: number;
  /** Whether there are pages here for people: then a browser is told on one what is wrong. */
  hasPages?: boolean;
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
}

/** What is taken from a client's budget: by the time it takes, a field of GraphQL being 1. */
export const costs = { usual: 10, related: 200, page: 1_000, feed: 1_000, all: 20_000 };

/** The route of a path, or none: a page or an answer of its own, a file for browsers, or an entity's id. */
export function createRoutes(serving: Serving): (path: string) => Route | undefined {
  const { apollo, catalogue, metrics, publicUrl } = serving;
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
  return (path) =>
    Object.hasOwn(routes, path) ? routes[path] : (assetRoute(path) ?? entityRoute(serving, path.slice(1)));
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
  const file = new URL('../../schema/schema.graphql', import.meta.url);
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
