import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { graphql, type GraphQLSchema } from 'graphql';
import { createContext } from '../../src/api/context.ts';
import { createSchema } from '../../src/api/schema.ts';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';

/** The API over a graph, with the number of reads each question costs. */
export interface Api {
  catalogue: Catalogue;
  /** Asks a typed operation and gives its data; throws the first error. */
  ask<Data, Variables>(
    document: DocumentTypeDecoration<Data, Variables> | string,
    variables?: Variables,
  ): Promise<Data>;
  /** The errors that a question is answered with. */
  errorsOf(
    document: DocumentTypeDecoration<unknown, never> | string,
    variables?: object,
  ): Promise<{ message: string; code: unknown }[]>;
  /** How often the store was read for the last question. */
  readonly reads: number;
}

let schema: GraphQLSchema | undefined;

/** Opens the API on a graph that stays open. */
export async function openApi(store: GraphStore): Promise<Api> {
  schema ??= await createSchema();
  let reads = 0;
  const counting: GraphStore = {
    ...store,
    read(...args) {
      reads++;
      return store.read(...args);
    },
    close: async () => {},
  };
  const catalogue = await followStore(counting);
  const run = async (document: unknown, variables: unknown) => {
    const contextValue = createContext(catalogue);
    // The projection looks for news by itself now and then: those reads are not the question's.
    await catalogue.refresh();
    reads = 0;
    return graphql({
      schema: schema!,
      source: String(document),
      variableValues: variables as Record<string, unknown>,
      contextValue,
    });
  };
  return {
    catalogue,
    get reads() {
      return reads;
    },
    async ask(document, variables) {
      const { data, errors } = await run(document, variables);
      if (errors) throw errors[0]!;
      return JSON.parse(JSON.stringify(data));
    },
    async errorsOf(document, variables) {
      const { errors = [] } = await run(document, variables);
      return errors.map(({ message, extensions }) => ({ message, code: extensions.code }));
    },
  };
}
