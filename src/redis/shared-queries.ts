import { createHash } from 'node:crypto';
import type { Redis } from './open-redis.ts';

/** Texts of queries that several servers know by their SHA-256. */
export interface SharedQueries {
  /** The query of this hash; undefined where none is known, or Redis does not answer. */
  find(hash: string): Promise<string | undefined>;
  /** Keeps a query for all servers; does nothing while Redis does not answer. */
  keep(hash: string, query: string): Promise<void>;
}

/** All of them together have at most so many bytes. */
const mostBytes = 2_000_000;
/** Milliseconds until a query is forgotten that no client has sent in full since: the next one sends it in full again. */
const lifetime = 86_400_000;

/** The texts by their hashes, with the sum of their bytes under `size`; and their hashes by the time they were kept. */
const keys = ['common-thread:queries', 'common-thread:queries:kept'];

/**
 * Keeps a query, and lets go of those that are too old and, where there is too much, of the oldest. Where Redis itself has
 * thrown one of the two keys away, the other begins anew with it.
 */
const script = `local texts, kept = KEYS[1], KEYS[2]
local hash, text, most, lifetime = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('HLEN', texts) ~= redis.call('ZCARD', kept) + 1 then redis.call('DEL', texts, kept) end
local size = tonumber(redis.call('HGET', texts, 'size') or 0)
local function drop(old)
  size = size - redis.call('HSTRLEN', texts, old)
  redis.call('HDEL', texts, old)
  redis.call('ZREM', kept, old)
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, old in ipairs(redis.call('ZRANGEBYSCORE', kept, '-inf', now - lifetime)) do drop(old) end
drop(hash)
while size + #text > most and redis.call('ZCARD', kept) > 0 do drop(redis.call('ZRANGE', kept, 0, 0)[1]) end
redis.call('HSET', texts, hash, text, 'size', size + #text)
redis.call('ZADD', kept, now, hash)
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, lifetime) end`;

/** Queries in Redis, for servers that share one. What lies there under a hash that is not its own is not believed. */
export function queriesInRedis(redis: Redis): SharedQueries {
  return {
    async find(hash) {
      const query = await redis.ask<string | null>(
        (client) => client.hGet(keys[0]!, hash),
        async () => null,
      );
      return query !== null && createHash('sha256').update(query).digest('hex') === hash ? query : undefined;
    },
    async keep(hash, query) {
      await redis.ask<unknown>(
        (client) => client.eval(script, { keys, arguments: [hash, query, String(mostBytes), String(lifetime)] }),
        async () => {},
      );
    },
  };
}
