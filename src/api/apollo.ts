import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';
import { createDocumentStore } from './document-store.ts';
import { costLimit } from './cost.ts';
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

/** Apollo Server over the API's schema; it serves requests that another part has taken from the network. */
export async function createApollo(): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema: await createSchema(),
    introspection: true,
    csrfPrevention: false, // no cookies, and readJson takes application/json alone: a plain GET may ask
    stopOnTerminationSignals: false, // its owner stops it: a second stop() at the same time never ends
    documentStore: createDocumentStore(),
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 1_500 },
    plugins: [
      costLimit,
      fewErrors,
      ApolloServerPluginCacheControlDisabled(), // it looks at every field of every answer; src/http says what may be kept
      ApolloServerPluginLandingPageDisabled(), // the usual one loads from a third party
    ],
    formatError(formatted, error) {
      const original = unwrapResolverError(error);
      // Thrown on purpose, or a mistake in the query itself: told. Anything else is ours: logged, and told as little as can be.
      if (original instanceof GraphQLError) return formatted;
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
