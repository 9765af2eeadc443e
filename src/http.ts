import type { ApolloServer } from '@apollo/server';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Context } from './api/context.ts';
import type { Catalogue } from './catalogue.ts';
import { sendProblemPage, wantsPage } from './http/explorer/problem-answer.ts';
import type { Serving } from './http/graphql.ts';
import { factsOf, observe } from './http/metrics.ts';
import { mustBePlain } from './http/must-be-plain.ts';
import { nobody, type Writers } from './http/origins.ts';
import { sendAway } from './http/overload.ts';
import { charge, type RateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { openToAnySite, Problem, problemOf, safely, sendProblem } from './http/responses.ts';
import { costs, createRoutes, type Route } from './http/routes.ts';
import { createTurnstile, hasBody, itsTurn, type Load } from './http/turnstile.ts';
import { createMetrics } from './observe/metrics.ts';
import { tracedAnswer } from './observe/tracing.ts';

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
  const routeOf = createRoutes(serving);
  return (request, response) => {
    request.url = request.url!.replace(/^https?:\/\/[^/?#]*\/?/i, '/'); // as a proxy is asked: RFC 9112, 3.2.2
    const path = request.url.split('?')[0]!;
    const leave = isFree(path) ? () => {} : turnstile.enter(request);
    if (leave) return void respond(routeOf(path), serving, path, request, response).finally(leave);
    metrics.countSentAway();
    sendAway(publicUrl, request, response);
  };
}

async function respond(
  route: Route | undefined,
  serving: Serving,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(safely)) response.setHeader(name, value);
  response.setHeader('x-request-id', requestId(request));
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
    // A page that asks whether it may ask has asked for nothing yet.
    if (!isFree(path) && request.method !== 'OPTIONS')
      await charge(serving.rateLimit, request, response, route?.cost ?? costs.usual);
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
    if (!response.headersSent && !isFree(path)) openToAnySite(response); // a page of another site is to know why, too
    if (response.headersSent) response.destroy();
    else if ((!route || route.hasPages) && wantsPage(request))
      sendProblemPage(route ? path.slice(1) : '', serving.publicUrl, problem, request, response);
    else sendProblem(response, problem);
  }
}

/** What says nothing of the catalogue: it is never behind the graph. */
const beside = /^\/(health\/|metrics$|assets\/|console$|sandbox$|widget|schema\.graphql$|robots\.txt$)/;

/** What is answered also while the graph is not whole, or too much is asked. */
const isFree = (path: string) => /^\/(health\/|metrics$)/.test(path);
