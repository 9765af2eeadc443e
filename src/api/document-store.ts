import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Longer strings may be texts of people: a query that has one in it is read anew each time. */
const longestLiteral = 200;

/** Whether a string in a query may be a text of somebody. */
export function hasLongText(document: DocumentNode): boolean {
  let hasText = false;
  visit(document, { StringValue: ({ value }) => void (hasText ||= value.length > longestLiteral) });
  return hasText;
}

/** Queries that were read already, so that reading them again costs nothing; none with a long text in it is kept. */
export function createDocumentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const kept = new LRUCache<string, DocumentNode>({ max: 500 });
  return {
    get: async (key) => kept.get(key),
    async set(key, document) {
      if (!hasLongText(document)) kept.set(key, document);
    },
    delete: async (key) => kept.delete(key),
  };
}
