import { createClient } from '@redis/client';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSpending } from '../../src/clients/open-spending.ts';
import { spendingInMemory, type Spend } from '../../src/clients/spending.ts';
import { log } from '../../src/observe/log.ts';
import { openRedis, type Redis } from '../../src/redis/open-redis.ts';
import { noRedis, prepareRedis, type RedisServer } from '../redis/redis-server.ts';

const reader = '203.0.113.7';

describe('what clients have spent', () => {
  it('adds up for each, and is told with the time until it begins anew', async () => {
    const spend = spendingInMemory();
    expect((await spend(reader, 10)).cost).toBe(10);
    expect((await spend('203.0.113.8', 5)).cost).toBe(5);
    const { cost, left } = await spend(reader, 7);
    expect([cost, left > 50_000, left <= 60_000]).toEqual([17, true, true]);
  });

  it('begins anew after a minute', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const spend = spendingInMemory();
    await spend(reader, 10);
    vi.advanceTimersByTime(59_999);
    expect((await spend(reader, 10)).cost).toBe(20);
    vi.advanceTimersByTime(2);
    expect((await spend(reader, 10)).cost).toBe(10);
    vi.useRealTimers();
  });
});

describe.skipIf(noRedis !== null)(`what is spent at several servers${noRedis ? ` (skipped: ${noRedis})` : ''}`, () => {
  let redis: RedisServer;
  let connections: Redis[];
  let servers: Spend[];
  const said = vi.spyOn(log, 'warn').mockReturnValue();
  const saidWell = vi.spyOn(log, 'info').mockReturnValue();
  beforeEach(async () => {
    redis = await prepareRedis();
    await redis.start();
    connections = await Promise.all([openRedis(redis.url), openRedis(redis.url)]);
    servers = connections.map((connection) => openSpending(connection));
    await untilShared();
    said.mockClear();
    saidWell.mockClear();
  });
  afterEach(async () => {
    for (const { close } of connections) close();
    await redis.close();
  });
  /** Both have come to count at the same place. */
  const untilShared = async () => {
    for (let i = 0; ; i++) {
      const [first, second] = servers as [Spend, Spend];
      const name = `probe ${Math.random()}`;
      await first(name, 1);
      if ((await second(name, 1)).cost === 2) return;
      if (i > 100) throw new Error('they do not come to count together');
      await delay(100);
    }
  };

  it('adds up', async () => {
    const [first, second] = servers as [Spend, Spend];
    await first(reader, 10);
    const { cost, left } = await second(reader, 10);
    expect([cost, left > 50_000, left <= 60_000]).toEqual([20, true, true]);
  });

  it('is kept for a minute, under names that tell nobody who it was', async () => {
    await servers[0]!(reader, 10);
    const client = await createClient({ url: redis.url }).connect();
    const keys = await client.keys('*');
    const [salt, ...others] = keys.filter((key) => key.startsWith('common-thread:salt:'));
    expect([salt, others]).toEqual([`common-thread:salt:${new Date().toISOString().slice(0, 10)}`, []]);
    expect(await client.ttl(salt!)).toBeLessThanOrEqual(2 * 86_400);
    const counts = keys.filter((key) => key !== salt);
    expect(counts.length).toBeGreaterThan(0);
    for (const key of counts) {
      expect(key).toMatch(/^common-thread:spent:[\w-]{22}$/);
      expect(await client.ttl(key)).toBeLessThanOrEqual(60);
      expect(await client.ttl(key)).toBeGreaterThan(0);
    }
    client.destroy();
  });

  it.each<[string, () => Promise<void> | void, () => Promise<void> | void]>([
    ['has gone', () => redis.stop(), () => redis.start()],
    ['hangs', () => redis.signal('SIGSTOP'), () => redis.signal('SIGCONT')],
  ])(
    'is counted by each alone while Redis %s, as the log says once, and together again afterwards',
    async (_, begin, end) => {
      // prettier-ignore
      const [first] = servers as [Spend];
      await first(reader, 10);
      await begin();
      const began = performance.now();
      for (let i = 1; i <= 50; i++) expect((await first('203.0.113.8', 1)).cost).toBe(i);
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(said.mock.calls.map(([, message]) => message)).toEqual([expect.stringContaining('for itself')]);
      expect(JSON.stringify(said.mock.calls)).not.toContain('203.0.113');
      await end();
      await untilShared();
      expect(saidWell.mock.calls.map(([message]) => message)).toContain(
        'Redis answers again: budgets and queries are shared.',
      );
    },
  );
});

it('what a client has spent is counted where no Redis can be reached, too', async () => {
  const said = vi.spyOn(log, 'warn').mockReturnValue();
  said.mockClear();
  const { ask, close } = await openRedis('redis://127.0.0.1:1');
  const spend = openSpending({ ask, close });
  await spend(reader, 10);
  expect((await spend(reader, 10)).cost).toBe(20);
  expect(said).toHaveBeenCalledTimes(1);
  said.mockRestore();
  close();
});
