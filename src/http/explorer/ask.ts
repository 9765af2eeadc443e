import type { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from '../../api/context.ts';
import type { TypedDocument } from '../../client/typed-document.ts';
import { Problem } from '../responses.ts';

/** Asks the API what any client may ask, by a document of `src/client`, and gives the data. */
export type Ask = <Result, Variables extends object>(
  document: TypedDocument<Result, Variables>,
  variables: NoInfer<Variables>,
) => Promise<Result>;

/** The API without the way over the network: the same documents, rules and limits. Throws the first error of an answer. */
export const asker =
  (apollo: ApolloServer<Context>, context: Context): Ask =>
  async <Result, Variables extends object>(document: TypedDocument<Result, Variables>, variables: Variables) => {
    const { body } = await apollo.executeOperation(
      { query: String(document), variables: variables as Record<string, unknown> },
      { contextValue: context },
    );
    // Only answers that come in parts are of another kind, and this server has none.
    const { data, errors } = body.kind === 'single' ? body.singleResult : { data: null, errors: [] };
    const [error] = errors ?? [];
    if (error?.extensions?.code === 'INTERNAL_SERVER_ERROR') throw new Problem(500, error.message);
    if (error) throw new GraphQLError(error.message, { extensions: error.extensions });
    return data as Result;
  };
