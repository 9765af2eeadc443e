import { GraphQLError } from 'graphql';

/** A mistake of the caller: told as it is, with a code that programs can rely on. */
export const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** What was asked about is not in the catalogue. */
export const notFound = (message: string) => new GraphQLError(message, { extensions: { code: 'NOT_FOUND' } });

/** What was asked about was withdrawn: the curators' reason is told, and nothing else of it. */
export const gone = (id: string, reason: string) =>
  new GraphQLError(`${id} was withdrawn: ${reason}`, { extensions: { code: 'GONE', id, reason } });
