import { createClient } from '@redis/client';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../src/observe/log.ts';
import { openRedis, type Redis } from '../../src/redis/open-redis.ts';
import { queriesInRedis, type SharedQueries } from '../../src/redis/shared-queries.ts';
import { noRedis, prepareRedis, type RedisServer } from './redis-server.ts';

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');

describe.skipIf(noRedis !== null)(`queries that servers share${noRedis ? ` (skipped: ${noRedis})` : ''}`, () => {
  let server: RedisServer;
  let connections: Redis[];
  let one: SharedQueries;
  let other: SharedQueries;
  let client: ReturnType<typeof createClient>;
  beforeEach(async () => {
    server = await prepareRedis();
    await server.start();
    connections = await Promise.all([openRedis(server.url), openRedis(server.url)]);
    [one, other] = connections.map(queriesInRedis) as [SharedQueries, SharedQueries];
    client = createClient({ url: server.url });
    client.on('error', () => {});
    await client.connect();
  });
  afterEach(async () => {
    client.destroy();
    for (const { close } of connections) close();
    await server.close();
  });
  const keep = async (query: string) => {
    await one.keep(hashOf(query), query);
    return hashOf(query);
  };
  const longQuery = (number: number) => `{ q${number}: __typename } # ${'x'.repeat(90_000)}`;

  it('are known to all of them, whatever is written in them', async () => {
    const query = '{ search(text: "жртве трговине људима") { totalCount } }';
    expect(await other.find(hashOf(query))).toBeUndefined();
    await keep(query);
    expect(await other.find(hashOf(query))).toBe(query);
  });

  it('are forgotten a day after they were sent in full', async () => {
    const hash = await keep('{ __typename }');
    for (const key of await client.keys('*')) {
      expect(await client.pTTL(key)).toBeGreaterThan(86_000_000);
      expect(await client.pTTL(key)).toBeLessThanOrEqual(86_400_000);
    }
    // As if a day and a second had gone by for this one.
    await client.zIncrBy('common-thread:queries:kept', -86_401_000, hash);
    await keep('{ a: __typename }');
    expect(await other.find(hash)).toBeUndefined();
    expect(await other.find(hashOf('{ a: __typename }'))).toBe('{ a: __typename }');
  });

  it('take two megabytes at most: the oldest go, and one that is sent again is new again', async () => {
    const hashes: string[] = [];
    for (let number = 0; number < 20; number++) hashes.push(await keep(longQuery(number)));
    await keep(longQuery(0));
    for (let number = 20; number < 24; number++) hashes.push(await keep(longQuery(number)));
    const forgotten: number[] = [];
    for (const [number, hash] of hashes.entries()) if ((await other.find(hash)) === undefined) forgotten.push(number);
    expect(forgotten).toEqual([1, 2]);
    const bytes = (await client.hVals('common-thread:queries')).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(2_000_100);
  });

  it('are not believed where they lie under the hash of another', async () => {
    const hash = await keep('{ __typename }');
    await client.hSet('common-thread:queries', hash, '{ publications { totalCount } }');
    expect(await other.find(hash)).toBeUndefined();
  });

  it.each(['common-thread:queries', 'common-thread:queries:kept'])(
    'begin anew where Redis, short of memory, has thrown %s away',
    async (key) => {
      await keep(longQuery(1));
      await client.del(key);
      const hash = await keep('{ __typename }');
      expect(await other.find(hash)).toBe('{ __typename }');
      expect(await client.hLen('common-thread:queries')).toBe(2); // it, and the size
      expect(await client.hGet('common-thread:queries', 'size')).toBe(String('{ __typename }'.length));
    },
  );

  it('are unknown and keep nobody waiting while Redis has gone', async () => {
    const said = vi.spyOn(log, 'warn').mockReturnValue();
    const hash = await keep('{ __typename }');
    await server.stop();
    const began = performance.now();
    for (let i = 0; i < 50; i++) {
      expect(await one.find(hash)).toBeUndefined();
      await one.keep(hash, '{ __typename }');
    }
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});
