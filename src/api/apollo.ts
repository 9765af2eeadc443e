import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { noteAnswer } from './answer-notes.ts';
import type { Context } from './context.ts';
import { createDocumentStore } from './document-store.ts';
import { costLimit } from './cost.ts';
import { createPersistedQueries } from './persisted-queries.ts';
import { createSchema } from './schema.ts';

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

/**
 * Apollo Server over the API's schema, or over another one with the same rules; it serves requests that another part has
 * taken from the network.
 */
export async function createApollo(schema?: GraphQLSchema): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema: schema ?? (await createSchema()),
    introspection: true,
    csrfPrevention: false, // no cookies, and readJson takes application/json alone: a plain GET may ask
    stopOnTerminationSignals: false, // its owner stops it: a second stop() at the same time never ends
    documentStore: createDocumentStore(),
    persistedQueries: createPersistedQueries(),
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 1_500 },
    plugins: [
      costLimit,
      fewErrors,
      noteAnswer,
      statusByType,
      ApolloServerPluginLandingPageDisabled(), // the usual one loads from a third party
      ApolloServerPluginCacheControlDisabled(), // it looks at every field of every answer; src/http says what may be kept
    ],
    formatError(formatted, error) {
      const original = unwrapResolverError(error);
      // Thrown on purpose, or a mistake in the query itself: told. Anything else is ours: logged, and told as little as can be.
      if (original instanceof GraphQLError) return named(formatted);
      console.error(original);
      return {
        message: 'Something went wrong here. Try again; if it stays, tell us when it happened.',
        path: formatted.path,
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
    },
  });
  await server.start();
  return server;
}

/** An error with the code that Apollo Server forgot to give it. */
const named = (error: GraphQLFormattedError): GraphQLFormattedError =>
  error.message === 'provided sha does not match query'
    ? { ...error, extensions: { ...error.extensions, code: 'PERSISTED_QUERY_HASH_MISMATCH' } }
    : error;
