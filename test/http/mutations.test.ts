import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { makeKeys, type Keys } from '../make-keys.ts';
import { serve, type Served } from './serve.ts';

/** A schema in which asking can change something. */
let written = 0;
const count = { type: new GraphQLNonNull(GraphQLInt) };
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { written: { ...count, resolve: () => written } } }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { write: { ...count, extensions: { role: 'curator' }, resolve: () => ++written } },
  }),
});

onEveryEngine('a mutation', (engine) => {
  let served: Served;
  let keys: Keys;
  beforeAll(async () => {
    keys = await makeKeys();
    served = await serve(engine, [], schema, { keyring: keys.keyring, origins: [] });
  });
  afterAll(() => served.close());
  beforeEach(() => {
    written = 0;
  });

  const query = 'mutation { write }';
  const json = 'application/json';
  const post = (type: string | null, body: string = JSON.stringify({ query }), search = '') =>
    fetch(`${served.url}/graphql${search}`, {
      method: 'POST',
      // A body of bytes: fetch gives a string a type of its own.
      body: new TextEncoder().encode(body),
      headers: { ...keys.curator, ...(type !== null && { 'content-type': type }) },
    });

  it('is carried out each time it is posted as JSON, and its answer is never kept', async () => {
    for (const times of [1, 2, 3]) {
      const response = await post(json);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ data: { write: times } });
    }
  });

  it('may be one of several operations', async () => {
    const both = `query Ask { written } mutation Write { write }`;
    const ask = async (operationName: string) =>
      (await post(json, JSON.stringify({ query: both, operationName }))).json();
    expect(await ask('Write')).toMatchObject({ data: { write: 1 } });
    expect(written).toBe(1);
  });

  it.each([
    ['GET', {}],
    ['HEAD', {}],
    ['GET', { accept: 'application/graphql-response+json' }],
    ['GET', { accept: 'text/csv' }],
    ['GET', { 'content-type': json }],
  ])('is refused by %s %o, with the way it is taken', async (method, headers: Record<string, string>) => {
    const search = new URLSearchParams({ query });
    const response = await fetch(`${served.url}/graphql?${search}`, {
      method,
      headers: { ...keys.curator, ...headers },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(written).toBe(0);
  });

  it('is refused by GET behind a query of the same document', async () => {
    const both = `query Ask { written } mutation Write { write }`;
    const search = new URLSearchParams({ query: both, operationName: 'Write' });
    expect((await fetch(`${served.url}/graphql?${search}`, { headers: keys.curator })).status).toBe(405);
    expect(written).toBe(0);
  });

  it.each([
    ['text/plain'],
    ['text/plain; application/json'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/graphql'],
    ['application/json-patch+json'],
    ['application/json; charset=utf-7'],
    [null],
  ])('is refused as %s: what a page of another site can send without asking', async (type) => {
    expect((await post(type)).status).toBe(415);
    expect(written).toBe(0);
  });

  it('is refused from the forms of a page', async () => {
    const fields = new FormData();
    fields.set('query', query);
    fields.set('operations', JSON.stringify({ query }));
    const forms = [fields, new URLSearchParams({ query }), new Blob([JSON.stringify({ query })])];
    for (const body of forms) {
      const response = await fetch(`${served.url}/graphql`, { method: 'POST', body, headers: keys.curator });
      expect(response.status).toBe(415);
    }
    expect(written).toBe(0);
  });

  it('is not taken from the address of a POST', async () => {
    const response = await post(json, '{}', `?${new URLSearchParams({ query })}`);
    expect([response.status, written]).toEqual([400, 0]);
  });

  it('is refused where a table is asked for', async () => {
    const response = await post(json, undefined, '?format=csv');
    const detail = 'This is answered for queries alone, not for a mutation.';
    expect([response.status, await response.json()]).toEqual([400, { type: 'about:blank', status: 400, detail }]);
    expect(written).toBe(0);
  });
});

onEveryEngine('asking by GET', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, [], schema);
  });
  afterAll(() => served.close());

  it('needs no header that would make a browser ask first', async () => {
    const response = await fetch(`${served.url}/graphql?query={written}`, {
      headers: { origin: 'https://any.example' },
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(await response.json()).toHaveProperty('data.written');
  });
});
