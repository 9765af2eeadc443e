import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

interface Body {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

onEveryEngine('automatic persisted queries', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());

  const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
  const named = (sha256Hash: string, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });
  const get = (parameters: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const given = Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return fetch(`${served.url}/graphql?${new URLSearchParams(given as [string, string][])}`, { headers });
  };
  const post = (body: Record<string, unknown>) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const ways = [
    ['GET', get],
    ['POST', post],
  ] as const;

  it.each(ways)('knows a query by its hash once it was sent by %s', async (way, send) => {
    const query = `query By${way}($id: ID!) { node(id: $id) { id } }`;
    const extensions = named(hashOf(query));
    const variables = { id: 'country/RS' };
    const unknown = await send({ extensions, variables });
    const { errors } = (await unknown.json()) as Body;
    expect(errors).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect(unknown.headers.get('cache-control')).toBe('no-store');
    expect(await (await send({ query, extensions, variables })).json()).toMatchObject({ data: { node: variables } });
    for (const [, ask] of ways)
      for (const id of ['country/RS', 'country/AT'])
        expect(await (await ask({ extensions, variables: { id } })).json()).toMatchObject({ data: { node: { id } } });
  });

  it('lets caches keep what was asked for by hash', async () => {
    const query = '{ node(id: "country/AT") { id } }';
    const extensions = named(hashOf(query));
    await (await post({ query, extensions })).text();
    const first = await get({ extensions });
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=60/);
    const again = await get({ extensions }, { 'if-none-match': first.headers.get('etag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('takes a query anew although its answer is known', async () => {
    const query = '{ node(id: "country/AT") { id __typename } }';
    const plain = await (await get({ query })).text();
    expect(await (await get({ query, extensions: named(hashOf(query)) })).text()).toBe(plain);
    expect(await (await get({ extensions: named(hashOf(query)) })).text()).toBe(plain);
  });

  it.each(ways)('refuses by %s a hash that is not that of the query', async (_, send) => {
    const query = '{ node(id: "country/RS") { id } }';
    const response = await send({ query, extensions: named(hashOf(`${query} `)) });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { errors } = (await response.json()) as Body;
    expect(errors).toMatchObject([
      { message: 'provided sha does not match query', extensions: { code: 'PERSISTED_QUERY_HASH_MISMATCH' } },
    ]);
    const byOwnHash = (await (await send({ extensions: named(hashOf(`${query} `)) })).json()) as Body;
    expect(byOwnHash.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });

  it('refuses another version of the protocol', async () => {
    const { errors } = (await (await post({ extensions: named('0', 2) })).json()) as Body;
    expect(errors).toMatchObject([{ message: 'Unsupported persisted query version' }]);
  });

  it('keeps no query that is wrong, and none with a long text in it', async () => {
    const wrong = '{ titel }';
    const text = 'A sentence of somebody. '.repeat(20);
    const withText = `{ related(to: {text: "${text}"}) { totalCount } }`;
    for (const query of [wrong, withText]) {
      await (await post({ query, extensions: named(hashOf(query)) })).text();
      const { errors } = (await (await post({ extensions: named(hashOf(query)) })).json()) as Body;
      expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    }
  });

  it('forgets the queries that were asked for longest ago when there are very many', async () => {
    const padding = `# ${'x'.repeat(90_000)}\n`;
    const queries = Array.from({ length: 24 }, (_, number) => `{ q${number}: __typename } ${padding}`);
    for (const query of queries) await (await post({ query, extensions: named(hashOf(query)) })).text();
    const known = async (query: string) =>
      'data' in ((await (await post({ extensions: named(hashOf(query)) })).json()) as Body);
    expect([await known(queries[0]!), await known(queries.at(-1)!)]).toEqual([false, true]);
  });
});
