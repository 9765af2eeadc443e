import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hasLongText } from './document-store.ts';

type Cache = NonNullable<Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>['cache']>;

/** All kept queries together have at most so many characters; one of them a twentieth of that. */
const mostCharacters = 2_000_000;

/**
 * Queries that clients have sent once and name by their SHA-256 from then on (automatic persisted queries); those that
 * were asked for longest ago go first, and none with a long text in it is kept.
 */
export function createPersistedQueries(): { cache: Cache } {
  const kept = new LRUCache<string, string>({
    maxSize: mostCharacters,
    maxEntrySize: mostCharacters / 20,
    sizeCalculation: (query, hash) => query.length + hash.length,
  });
  return {
    cache: {
      get: async (hash) => kept.get(hash),
      async set(hash, query) {
        if (!hasLongText(parse(query))) kept.set(hash, query); // read already, and found to be in order
      },
      delete: async (hash) => kept.delete(hash),
    },
  };
}
