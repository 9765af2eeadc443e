import type { ApolloServer } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepFor, type AnswerNotes } from '../api/answer-notes.ts';
import { createContext, type Context } from '../api/context.ts';
import type { Catalogue } from '../catalogue.ts';
import { log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import { traced } from '../observe/tracing.ts';
import { derived } from '../projection/derived.ts';
import { askApollo } from './ask-apollo.ts';
import { authenticatorOf } from './authenticate.ts';
import { tableReply } from './csv.ts';
import { mayBringKey, refuseKeyFrom, type Writers } from './origins.ts';
import { csv, isIntroduction, partsOf, readQuestion, type Question } from './question.ts';
import { charge, type RateLimit } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import { requestId } from './request-id.ts';
import { allowAsking, largestKept, openToAnySite, sendCacheableText, sendText } from './responses.ts';
import { sizeOf, tagged } from './tagged.ts';

/**
 * Answers given already, by a digest of the question, as long as the graph stays as it is: a question asked again costs
 * neither a run nor a packing, and 304 not even a sending. Only what the projection alone determines is here, so never
 * an answer about a text of a reader.
 */
const knownReplies = derived(
  () =>
    new LRUCache<string, Reply>({
      maxSize: 20_000_000,
      sizeCalculation: ({ text }, key) => sizeOf(text) + key.length,
    }),
);

/** What answering takes. */
export interface Serving {
  apollo: ApolloServer<Context>;
  catalogue: Catalogue;
  metrics: Metrics;
  writers: Writers;
  publicUrl: string;
  /** What each client may ask for; null where it may ask for anything. */
  rateLimit: RateLimit | null;
}

/**
 * Answers GraphQL over HTTP. Any site may read; there are no cookies, so nothing of the reader is at stake. Writing needs a
 * key, which pages of other sites may send only where their site is listed.
 */
export async function answerGraphql(
  { apollo, catalogue, metrics, writers, publicUrl, rateLimit }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now();
  openToAnySite(response);
  const mayWrite = mayBringKey(request, writers, publicUrl);
  if (request.method === 'OPTIONS') {
    response.setHeader('vary', 'origin');
    // `*` stands for any header but `authorization`: Apollo's tools alone send a dozen of their own.
    const headers = 'accept, content-type, if-none-match, apollo-require-preflight, x-apollo-operation-name, *';
    return allowAsking(response, 'GET, HEAD, POST, OPTIONS', mayWrite ? `authorization, ${headers}` : headers);
  }
  response.setHeader('vary', 'accept');
  if (!mayWrite && request.headers.authorization !== undefined) refuseKeyFrom(request.headers.origin!);
  const authenticate = authenticatorOf(writers.keyring, request);
  const question = await readQuestion(request, authenticate);
  const key = createHash('sha256').update(partsOf(question)).digest('base64');
  // While the graph cannot be read answers say so, which those that are kept do not.
  const known = isIntroduction(question) || !catalogue.inStep ? undefined : knownReplies(catalogue.projection).get(key);
  const context = createContext(catalogue, authenticate, (cost) => charge(rateLimit, request, response, cost));
  context.notes.request = requestId(request);
  const reply =
    known ??
    (await traced('GraphQL', {}, async (span) => {
      const found = await findReply(apollo, context, question, key, () => response.destroyed);
      span?.setAttributes(attributesOf(context.notes));
      return found;
    }));
  if (known) metrics.count('query', 'OK');
  else tell(metrics, context.notes, performance.now() - began);
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  if (question.method === 'GET' && reply.keepFor > 0)
    return sendCacheableText(request, response, reply.type, reply.text, cacheControl(reply.keepFor));
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, reply.type, reply.text, reply.status);
}

/** Its sort, and the name that its sender gave it. */
const operationOf = (asked: AnswerNotes['asked']) => ({
  operation: asked?.operation.operation ?? 'none',
  name: asked?.operation.name?.value.slice(0, 100),
});

function attributesOf({ asked, outcome }: AnswerNotes) {
  const { operation, name } = operationOf(asked);
  return { 'graphql.operation.type': operation, 'graphql.operation.name': name, 'graphql.outcome': outcome };
}

/** Milliseconds from which on a query is called slow. */
const slow = 1_000;

/** Counts an operation, and names a slow one in the log: by the name its sender gave it, without what was asked. */
function tell(metrics: Metrics, { asked, outcome, request }: AnswerNotes, milliseconds: number): void {
  const { operation, name } = operationOf(asked);
  metrics.count(operation, outcome);
  if (milliseconds < slow) return;
  log.warn({ request, operation, name, outcome, milliseconds: Math.round(milliseconds) }, 'A slow operation.');
}

async function findReply(
  apollo: ApolloServer<Context>,
  context: Context,
  question: Question,
  key: string,
  isGone: () => boolean,
): Promise<Reply> {
  const reply = await (question.type === csv
    ? tableReply(apollo, context, question, isGone)
    : jsonReply(apollo, context, question));
  const isKept = reply.settled && reply.keepFor > 0 && reply.text.size <= largestKept;
  if (isKept) knownReplies(context.projection).set(key, reply);
  return reply;
}

async function jsonReply(apollo: ApolloServer<Context>, context: Context, question: Question): Promise<Reply> {
  const { status, headers, text } = await askApollo(apollo, context, question);
  const { notes } = context;
  const went = status === 200 && !notes.failed;
  return {
    status,
    type: `${question.type}; charset=utf-8`,
    headers,
    text: tagged(text),
    keepFor: went ? notes.keepFor : 0,
    settled: notes.settled,
  };
}

/** What caches are told of an answer that may be kept for so long; news that are not new help nobody. */
const cacheControl = (seconds: number) =>
  seconds < keepFor.catalogue
    ? `public, max-age=${seconds}`
    : `public, max-age=${seconds}, stale-while-revalidate=600, stale-if-error=86400`;
