import { afterEach, expect, it } from 'vitest';
import { readTrust } from '../../src/clients/address.ts';
import { spendingInMemory } from '../../src/clients/spending.ts';
import type { RateLimit } from '../../src/http/rate-limit.ts';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

onEveryEngine('a client', (engine) => {
  let served: Served;
  afterEach(() => served.close());
  const open = async (budget: number, more: Partial<RateLimit> = {}) => {
    const rate = { budget, everybody: true, trust: readTrust('loopback')!, spend: spendingInMemory(), ...more };
    const load = { inFlight: 64, patience: Infinity };
    served = await serve(engine, smallCatalogue, undefined, undefined, { load, rate });
  };
  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
  const counting = (first: number) => `{ publications(first: ${first}) { nodes { id } } }`;

  it('is told its budget and what is left of it, by what its questions cost', async () => {
    await open(1_000);
    const response = await ask(counting(20));
    const { extensions } = (await response.json()) as { extensions: { cost: { requested: number } } };
    expect(extensions.cost.requested).toBe(22);
    expect(response.headers.get('ratelimit-policy')).toBe('"cost";q=1000;w=60');
    expect(response.headers.get('ratelimit')).toMatch(/^"cost";r=968;t=(60|59)$/); // 10 for asking at all
    expect(response.headers.get('access-control-expose-headers')).toMatch(/ratelimit, ratelimit-policy/);
    expect(left(await ask(counting(20)))).toBe(958); // known already
    expect(left(await fetch(`${served.url}/related?id=publication/brief`))).toBe(758);
  });

  it('is refused by code when nothing is left, says GraphQL', async () => {
    await open(100);
    const response = await ask(counting(99));
    const { errors } = (await response.json()) as { errors: object[] };
    const message = expect.stringMatching(/more than the 100 of cost that it has for a minute\. Go on in \d+ s; .*GET/);
    expect(errors).toEqual([{ message, extensions: { code: 'RATE_LIMITED' } }]);
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get('retry-after'));
    expect([wait > 0, wait <= 60, left(response)]).toEqual([true, true, 0]);
  });

  it('is refused before its question is read from then on, at every path but those that say how the server is', async () => {
    await open(100);
    await ask(counting(99));
    for (const path of ['/graphql', '/related?id=publication/brief', '/search', '/nothing']) {
      const response = await fetch(served.url + path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 429, 'application/problem+json']); // prettier-ignore
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toContain('retry-after');
      expect(await response.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    }
    const preflight = { origin: 'https://a.example', 'access-control-request-method': 'POST' };
    expect((await fetch(`${served.url}/graphql`, { method: 'OPTIONS', headers: preflight })).status).toBe(204);
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expect((await fetch(served.url + path)).status).toBe(200);
  });

  it('behind a proxy has a budget of its own', async () => {
    await open(100);
    const from = (address: string) => ask('{ status { revision } }', { 'x-forwarded-for': address });
    expect(left(await from('203.0.113.7'))).toBe(88);
    expect(left(await from('203.0.113.8'))).toBe(88);
    expect(left(await from('198.51.100.1, 203.0.113.7'))).toBe(76); // what stands before it anybody may write
  });

  it('cannot make itself another where no proxy is trusted', async () => {
    await open(100, { trust: 0 });
    for (const [address, rest] of [
      ['203.0.113.7', 88],
      ['203.0.113.8', 76],
    ] as const)
      expect(left(await ask('{ status { revision } }', { 'x-forwarded-for': address }))).toBe(rest);
  });

  it('on the same machine is told, and held to it only where a limit is set', async () => {
    await open(20, { everybody: false });
    await ask(counting(50));
    const response = await ask(counting(51));
    expect([response.status, left(response)]).toEqual([200, 0]);
    expect((await ask(counting(50), { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200); // known: 10 of 20
    expect((await ask(counting(52), { 'x-forwarded-for': '203.0.113.7' })).status).toBe(429);
  });
});
