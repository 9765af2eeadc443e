import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SharedQueries } from '../redis/shared-queries.ts';
import { hasLongText } from './document-store.ts';

type Cache = NonNullable<Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>['cache']>;

/** All kept queries together have at most so many characters; one of them a twentieth of that. */
const mostCharacters = 2_000_000;
const longestQuery = mostCharacters / 20;

/**
 * Queries that clients have sent once and name by their SHA-256 from then on (automatic persisted queries), in the memory of
 * this process and, where several servers share them, there as well. Those that were asked for longest ago go first, and none
 * with a long text in it is kept.
 */
export function createPersistedQueries(shared?: SharedQueries): { cache: Cache } {
  const kept = new LRUCache<string, string>({
    maxSize: mostCharacters,
    maxEntrySize: longestQuery,
    sizeCalculation: (query, key) => query.length + key.length,
  });
  return {
    cache: {
      async get(key) {
        const known = kept.get(key);
        const hash = hashIn(key);
        if (known !== undefined || !hash) return known;
        const found = await shared?.find(hash);
        if (found !== undefined) kept.set(key, found);
        return found;
      },
      async set(key, query) {
        if (hasLongText(parse(query))) return; // read already, and found to be in order
        kept.set(key, query);
        const hash = hashIn(key);
        if (hash && query.length < longestQuery) await shared?.keep(hash, query);
      },
      delete: async (key) => kept.delete(key),
    },
  };
}

/** The hash in a key of Apollo Server's; undefined where a client has sent something else for one. */
const hashIn = (key: string) => /^apq:([\da-f]{64})$/.exec(key)?.[1];
