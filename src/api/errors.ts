import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { Unavailable } from '../graph/unavailable.ts';

const longestMessage = 400;

/** A message with its beginning and its end, where the remedy stands: what it quotes may be as long as a request. */
export const shortened = (message: string): string =>
  message.length <= longestMessage ? message : `${message.slice(0, 240)} … ${message.slice(-150)}`;

/** A mistake of the caller: told as it is, with a code that programs can rely on. */
export const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A request is larger than any is taken: nothing of it was done. */
export const tooLarge = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } } });

/** What was asked about is not in the catalogue. */
export const notFound = (message: string) => new GraphQLError(message, { extensions: { code: 'NOT_FOUND' } });

/** What was asked about was withdrawn: the curators' reason is told, and nothing else of it. */
export const gone = (id: string, reason: string) =>
  new GraphQLError(`${id} was withdrawn: ${reason}`, { extensions: { code: 'GONE', id, reason } });

/** Where HTTP has words for an error of its own: what Apollo Server takes from it. */
const overHttp = (status: number, headers: Record<string, string> = {}) => ({
  http: { status, headers: new Map(Object.entries(headers)) },
});

/** A key is needed, and none came that is taken here. */
export const unauthenticated = (message: string) =>
  new GraphQLError(message, {
    extensions: { code: 'UNAUTHENTICATED', ...overHttp(401, { 'www-authenticate': 'Bearer' }) },
  });

/** The key that came is not one that may do this. */
export const forbidden = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN', ...overHttp(403) } });

/** Too many ask for this at once; nothing was done. */
export const busy = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BUSY', ...overHttp(503, { 'retry-after': '1' }) } });

/** What an `Unavailable` is told with. */
export const extensionsOf = ({ busy }: Unavailable) => (busy ? { code: 'BUSY' } : { code: 'UNAVAILABLE' });

/** A client has asked for more than its budget; it may go on in so many seconds. */
export const rateLimited = (budget: number, seconds: number) =>
  new GraphQLError(
    `This client has asked for more than the ${budget} of cost that it has for a minute. Go on in ${seconds} s; smaller pages ` +
      'cost less, answers to GET may be kept, and /dump.jsonl has the whole catalogue.',
    { extensions: { code: 'RATE_LIMITED', ...overHttp(429, { 'retry-after': String(seconds) }) } },
  );

/** An answer was not ready in time; what was being read for it has been given up. */
export const tookTooLong = (milliseconds: number) =>
  new GraphQLError(
    `This was not answered within ${milliseconds / 1000} s. Ask for smaller pages or fewer things at once; if a small question ` +
      'takes as long, the graph is slow at the moment: try again.',
    { extensions: { code: 'TIMEOUT', ...overHttp(503, { 'retry-after': '5' }) } },
  );

/** What a curator asked for cannot be done as things stand; nothing was changed. */
export const refused = (message: string) => new GraphQLError(message, { extensions: { code: 'REFUSED' } });

/**
 * An error as it was thrown, by a resolver or a plugin: Apollo Server makes a `GraphQLError` of whatever it is. What graphql
 * wraps so is a value that a scalar does not take, and has a place in the query.
 */
export function thrownAs(error: unknown): unknown {
  const thrown = unwrapResolverError(error);
  return thrown instanceof GraphQLError && !thrown.nodes ? (thrown.originalError ?? thrown) : thrown;
}
