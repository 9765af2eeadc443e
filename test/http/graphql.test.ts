import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { gzipSync } from 'node:zlib';
import { buildClientSchema, getIntrospectionQuery, printSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { isFaultOfRequest, secret, serve, type Served } from './serve.ts';
import { log } from '../../src/observe/log.ts';

interface Body {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

const json = { 'content-type': 'application/json' };

onEveryEngine('/graphql', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());
  afterEach(() => served.failReads(false));
  const graphql = (init: RequestInit, search = '') => fetch(`${served.url}/graphql${search}`, init);
  const post = (body: unknown, headers: Record<string, string> = json) =>
    graphql({ method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const query = 'query Q($id: ID!) { publication(id: $id) { title publishers { name } } }';
  const data = { publication: { title: 'Title of brief', publishers: [{ name: 'ASTRA' }] } };
  const answer = { data, extensions: { cost: { requested: 13, budget: 20_000, depth: 3 } } };
  const variables = { id: 'publication/brief' };

  it('answers a POST', async () => {
    const response = await post({ query, variables, operationName: 'Q' });
    expect([response.status, await response.json()]).toEqual([200, answer]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('answers in the type of GraphQL over HTTP where that is asked for', async () => {
    const response = await post({ query, variables }, { ...json, accept: 'application/graphql-response+json' });
    expect(await response.json()).toEqual(answer);
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  it('answers a GET, as anybody writes it', async () => {
    const search = `?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
    const response = await graphql({}, search);
    expect(await response.json()).toEqual(answer);
    expect(response.status).toBe(200);
  });

  it('lets pages of any site ask, without cookies', async () => {
    const preflight = await graphql({
      method: 'OPTIONS',
      headers: {
        origin: 'https://partner.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect([preflight.status, await preflight.text()]).toEqual([204, '']);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const response = await post({ query, variables }, { ...json, origin: 'https://partner.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['text/plain', 415, 'Send the query as application/json: {"query": "…"}.'],
    ['application/x-www-form-urlencoded', 415, 'Send the query as application/json: {"query": "…"}.'],
  ])('refuses a body of %s', async (type, status, detail) => {
    const response = await post({ query, variables }, { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([status, { type: 'about:blank', status, detail }]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('tells pages of any site what is wrong, too', async () => {
    for (const path of ['/nothing', `/graphql?query=${'a'.repeat(9_000)}`, '/related', '/feed.atom?nothing=1']) {
      const { headers, ok } = await fetch(served.url + path);
      expect([path.slice(0, 20), ok]).toEqual([path.slice(0, 20), false]);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toContain('retry-after');
    }
  });

  it('is found at an address as a proxy is asked for it', async () => {
    const { hostname, port } = new URL(served.url);
    const path = `${served.url}/related?id=publication/brief&first=1`;
    const status = await new Promise((answered, failed) => {
      get({ hostname, port, path }, ({ statusCode }) => answered(statusCode)).on('error', failed);
    });
    expect(status).toBe(200);
  });

  it('refuses a compressed body, and says that it is one', async () => {
    const body = gzipSync(JSON.stringify({ query, variables }));
    const response = await graphql({ method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body });
    const detail = 'The body is compressed (gzip); send it as it is.';
    expect([response.status, await response.json()]).toEqual([415, { type: 'about:blank', status: 415, detail }]);
    expect(response.headers.get('accept-encoding')).toBe('identity');
  });

  it('says of a null for an argument that has a default how it is left out', async () => {
    const counted = 'query ($first: Int) { counts(by: [YEAR], first: $first) { count } }';
    const { errors } = (await (await post({ query: counted, variables: { first: null } })).json()) as Body;
    const message =
      'Argument "first" of non-null type "Int!" must not be null. Leave it out, and its default is taken.';
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['{ publication(id: "x") { titel } }', 'Cannot query field "titel" on type "Publication".'],
    ['{ suggest(prefx: "x", prefix: "x") { id } }', 'Unknown argument "prefx" on field "Query.suggest".'],
    ['{ suggest(prefix: "x", kinds: [PUBLICATIO]) { id } }', 'Value "PUBLICATIO" does not exist in "Kind" enum.'],
  ])('tells of %s no names that it guesses', async (query, message) => {
    const { errors } = (await (await post({ query })).json()) as Body;
    expect(errors![0]!.message).toBe(`${message} What there is stands in /schema.graphql.`);
  });

  it('guesses no names for variables either, and says which field needs a selection', async () => {
    const query = 'query ($kinds: [Kind!]) { suggest(prefix: "x", kinds: $kinds) { id } }';
    const guessed = (await (await post({ query, variables: { kinds: ['PUBLICATIO'] } })).json()) as Body;
    expect(guessed.errors![0]!.message).toMatch(/"Kind" enum\. What there is stands in \/schema\.graphql\.$/);
    const bare = (await (await post({ query: '{ publications }' })).json()) as Body;
    expect(bare.errors![0]!.message).toMatch(/Did you mean "publications \{ \.\.\. \}"\?$/);
  });

  it('says what in a body is not JSON', async () => {
    const response = await post('{"query": ');
    expect(response.status).toBe(400);
    const detail = expect.stringMatching(/^The body is not JSON: /);
    expect(await response.json()).toEqual({ type: 'about:blank', status: 400, detail });
  });

  it.each(['null', '[]', '{}', '"query"', '[{"query":"{__typename}"}]', '{"query":1}'])(
    'refuses the body %s and says why',
    async (body) => {
      const response = await post(body);
      const text = await response.text();
      expect([response.status, text.length > 20, text.includes('node_modules')]).toEqual([400, true, false]);
    },
  );

  it.each([101_000, 5_000_000])('refuses a body of %i bytes and goes on', async (size) => {
    const response = await post({ query, variables, padding: 'x'.repeat(size) });
    const detail = 'The body is larger than 100000 bytes; of a long text its beginning is enough.';
    expect([response.status, await response.json()]).toEqual([
      413,
      { type: 'about:blank', status: 413, detail, code: 'BODY_TOO_LARGE' },
    ]);
    expect(await (await post({ query, variables })).json()).toEqual(answer);
  });

  it('takes a body of just under 100 kB', async () => {
    const response = await post({ query, variables, extensions: { padding: 'x'.repeat(99_000) } });
    expect([response.status, await response.json()]).toEqual([200, answer]);
  });

  it.each([
    ['{ publication(id: "publication/brief") { title }', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    ['{ publication(id: "publication/brief") { titel } }', 'GRAPHQL_VALIDATION_FAILED', /titel/],
    [`{ ${'a: __typename '.repeat(600)} }`, 'GRAPHQL_PARSE_FAILED', /token/],
  ])('tells a mistake in the query, with the status of the type asked for: %.60s', async (query, code, message) => {
    const inNewType = await post({ query }, { ...json, accept: 'application/graphql-response+json' });
    expect([inNewType.status, inNewType.headers.get('cache-control')]).toEqual([400, 'no-store']);
    const response = await post({ query });
    const { errors } = (await response.json()) as Body;
    expect([response.status, errors!.map(({ extensions }) => extensions.code)]).toEqual([200, [code]]);
    expect(await inNewType.json()).toMatchObject({ errors });
    expect(errors![0]!.message).toMatch(message);
    expect(JSON.stringify(errors)).not.toContain('node_modules');
  });

  it.each(['R', '__proto__', ''])('says that there is no operation %j', async (operationName) => {
    const response = await post({ query: `${query} query S { status { revision } }`, variables, operationName });
    const { errors } = (await response.json()) as Body;
    expect([response.status, errors!.map(({ extensions }) => extensions.code)]).toEqual([
      200,
      ['OPERATION_RESOLUTION_FAILURE'],
    ]);
  });

  it('says that there are no subscriptions', async () => {
    const { errors } = (await (await post({ query: 'subscription { status { revision } }' })).json()) as Body;
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
  });

  it('gives back no more of a long value than tells which it is, and the remedy', async () => {
    const long = 'x'.repeat(90_000);
    const wrong = [
      ['query ($doi: String!) { publication(doi: $doi) { id } }', { doi: long }],
      ['query ($first: Int!) { publications(first: $first) { nodes { id } } }', { first: long }],
    ];
    for (const [query, variables] of wrong) {
      const { errors } = (await (await post({ query, variables })).json()) as Body;
      const { message } = errors![0]!;
      expect(message.length).toBeLessThanOrEqual(400);
      expect(message).toMatch(/"xxx.* … .*\w/);
    }
  });

  it('logs what goes wrong inside once, and tells nothing of it', async () => {
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    const byAddress = '{ publication(url: "https://example.org/brief") { title } }'; // no address is kept in memory
    const text = await (await post({ query: byAddress })).text();
    served.failReads(false);
    const logged = said.mock.calls.filter(isFaultOfRequest);
    said.mockRestore();
    expect(text).not.toContain(secret);
    expect((JSON.parse(text) as Body).errors).toEqual([
      {
        message: 'Something went wrong here. Try again; if it stays, tell us the X-Request-Id of this answer.',
        path: ['publication'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(logged).toHaveLength(1);
    expect(await (await post({ query, variables })).json()).toEqual(answer);
  });

  it('describes itself, as the schema file does', async () => {
    const { data } = (await (await post({ query: getIntrospectionQuery() })).json()) as { data: IntrospectionQuery };
    const file = await readFile('schema/schema.graphql', 'utf8');
    const types = [...printSchema(buildClientSchema(data)).matchAll(/^(?:type|input|enum|interface) \w+/gm)];
    expect(types.length).toBeGreaterThan(20);
    for (const [type] of types) expect(file).toContain(`${type} `);
  });

  it('refuses what is nested without end', async () => {
    const body = `{"query": "{ status { revision } }", "variables": ${'{"not":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining('50 deep') },
    ]);
  });
});
