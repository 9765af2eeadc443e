import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { access } from './access.ts';
import { noteAnswer } from './answer-notes.ts';
import type { Context } from './context.ts';
import { log } from '../observe/log.ts';
import { createDocumentStore } from './document-store.ts';
import { costLimit } from './cost.ts';
import { documentLimits } from './document-limits.ts';
import { extensionsOf, shortened, thrownAs } from './errors.ts';
import { introspectionLimit } from './introspection-limit.ts';
import { createPersistedQueries } from './persisted-queries.ts';
import { createSchema } from './schema.ts';
import type { SharedQueries } from '../redis/shared-queries.ts';
import { tellStale, whileUnavailable } from './stale.ts';
import { timeLimited } from './time-limit.ts';
import { variableLimits } from './variable-limits.ts';
import { Unavailable } from '../graph/unavailable.ts';

/** A list of a thousand mistakes helps nobody: the first ones do. */
const fewErrors: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === 'single' && body.singleResult.errors)
          body.singleResult.errors = body.singleResult.errors.slice(0, 5);
      },
    };
  },
};

/** What nobody has thrown on purpose goes to the log. */
const logFaults: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { notes } }) {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors.map(thrownAs))
          // That the graph does not answer is said by who looks for it, once and not for each who asks.
          if (!(error instanceof GraphQLError || error instanceof Unavailable))
            log.error({ request: notes.request, error }, 'An operation failed.');
      },
    };
  },
};

/**
 * By GraphQL over HTTP, `application/json` says 200 of any question that could be told from noise, so that a client knows
 * that GraphQL and nothing between has answered; the newer type says 400 where nothing was carried out.
 */
const statusByType: ApolloServerPlugin<Context> = {
  async requestDidStart({ request }) {
    return {
      async willSendResponse({ response: { body, http } }) {
        const isPlain = request.http?.headers.get('accept') === 'application/json';
        if (!isPlain || http.status !== 400 || body.kind !== 'single') return;
        if (body.singleResult.errors?.[0]?.extensions?.code !== 'BAD_REQUEST') http.status = 200;
      },
    };
  },
};

export interface ApolloOptions {
  /** Another schema than the API's, with the same rules. */
  schema?: GraphQLSchema;
  /** How many milliseconds a query may take, if not as many as usual. */
  milliseconds?: number;
  /** Queries that several servers know by their hashes. */
  sharedQueries?: SharedQueries;
}

/** Apollo Server over the API's schema; it serves requests that another part has taken from the network. */
export async function createApollo({ schema, milliseconds, sharedQueries }: ApolloOptions = {}): Promise<
  ApolloServer<Context>
> {
  const server = new ApolloServer<Context>({
    schema: schema ?? (await createSchema()),
    introspection: true,
    csrfPrevention: false, // no cookies, and readJson takes application/json alone: a plain GET may ask
    stopOnTerminationSignals: false, // its owner stops it: a second stop() at the same time never ends
    documentStore: createDocumentStore(),
    persistedQueries: createPersistedQueries(sharedQueries),
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 1_500 },
    plugins: [
      documentLimits, // first: what it refuses is looked at by no other
      variableLimits,
      introspectionLimit,
      costLimit,
      timeLimited(milliseconds),
      fewErrors,
      noteAnswer,
      logFaults,
      access,
      statusByType,
      whileUnavailable,
      tellStale,
      ApolloServerPluginLandingPageDisabled(), // the usual one loads from a third party
      ApolloServerPluginCacheControlDisabled(), // it looks at every field of every answer; src/http says what may be kept
    ],
    formatError(formatted, error) {
      const original = thrownAs(error);
      // Thrown on purpose, or a mistake in the query itself: told. Anything else is ours: told as little as can be.
      if (original instanceof GraphQLError) {
        const told = named(formatted);
        return { ...told, message: shortened(told.message) };
      }
      if (original instanceof Unavailable)
        return { message: original.told, path: formatted.path, extensions: extensionsOf(original) };
      return {
        message: 'Something went wrong here. Try again; if it stays, tell us the X-Request-Id of this answer.',
        path: formatted.path,
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
    },
  });
  await server.start();
  return server;
}

/** Codes that Apollo Server forgot, by what the message begins with. */
const forgotten = [
  { start: 'provided sha does not match query', code: 'PERSISTED_QUERY_HASH_MISMATCH' },
  { start: 'Unsupported persisted query version', code: 'BAD_REQUEST' },
  { start: 'Schema is not configured to execute', code: 'OPERATION_RESOLUTION_FAILURE' }, // a subscription: there is none
];

/** The parser's own words for it name no way out. */
const tooLong = /more tha[nt] (\d+) tokens/;

/** Names that graphql guesses were meant; that a field needs a selection is no guess. */
const guess = / ?Did you mean (?!"\w+ \{ \.\.\. \}").+\?$/s;

/** A variable that is null, for an argument that has a default: graphql gives that no code. */
const noValue = /^Argument "\w+" of non-null type ".+" must not be null\.$/;

function named(error: GraphQLFormattedError): GraphQLFormattedError {
  const tokens = tooLong.exec(error.message)?.[1];
  if (tokens) {
    const message = `Syntax Error: The query has more than ${tokens} tokens. Ask in several requests, and send long values as variables.`;
    return { ...error, message };
  }
  if (noValue.test(error.message))
    return {
      ...error,
      message: `${error.message} Leave it out, and its default is taken.`,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  if (guess.test(error.message)) {
    const message = error.message.replace(guess, ' What there is stands in /schema.graphql.');
    return { ...error, message };
  }
  const found = forgotten.find(({ start }) => error.message.startsWith(start));
  return found ? { ...error, extensions: { ...error.extensions, code: found.code } } : error;
}
