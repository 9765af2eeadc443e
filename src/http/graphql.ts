import type { ApolloServer } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepFor } from '../api/answer-notes.ts';
import { createContext, type Context } from '../api/context.ts';
import type { Catalogue } from '../catalogue.ts';
import { derived } from '../projection/derived.ts';
import { askApollo } from './ask-apollo.ts';
import { tableReply } from './csv.ts';
import { csv, isIntroduction, partsOf, readQuestion, type Question } from './question.ts';
import type { Reply } from './reply.ts';
import { allowAsking, largestKept, sendCacheableText, sendText } from './responses.ts';
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

/** Answers GraphQL over HTTP. Any site may read; there are no cookies, so nothing of the reader is at stake. */
export async function answerGraphql(
  apollo: ApolloServer<Context>,
  catalogue: Catalogue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'content-disposition, etag, link, x-next-cursor, x-row-count');
  if (request.method === 'OPTIONS')
    return allowAsking(
      response,
      'GET, HEAD, POST, OPTIONS',
      // `*` stands for any header but this one, where no cookies are sent: Apollo's tools alone send a dozen of their own.
      'authorization, accept, content-type, if-none-match, apollo-require-preflight, x-apollo-operation-name, *',
    );
  response.setHeader('vary', 'accept');
  const question = await readQuestion(request);
  const key = createHash('sha256').update(partsOf(question)).digest('base64');
  const known = isIntroduction(question) ? undefined : knownReplies(catalogue.projection).get(key);
  const reply = known ?? (await findReply(apollo, createContext(catalogue), question, key, () => response.destroyed));
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  if (question.method === 'GET' && reply.keepFor > 0)
    return sendCacheableText(request, response, reply.type, reply.text, cacheControl(reply.keepFor));
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, reply.type, reply.text, reply.status);
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
