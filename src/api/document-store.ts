import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Longer strings may be texts of people: a query that has one in it is read anew each time. */
const longestLiteral = 200;

/** Queries that were read already, so that reading them again costs nothing; none with a long text in it is kept. */
export function createDocumentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const kept = new LRUCache<string, DocumentNode>({ max: 500 });
  return {
    get: async (key) => kept.get(key),
    async set(key, document) {
      let hasText = false;
      visit(document, { StringValue: ({ value }) => void (hasText ||= value.length > longestLiteral) });
      if (!hasText) kept.set(key, document);
    },
    delete: async (key) => kept.delete(key),
  };
}
