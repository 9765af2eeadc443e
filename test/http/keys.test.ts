import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { propose } from '../../src/graph/proposals.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { createKeyFor, revokeKeys, rotateKey } from '../../src/keys/manage-keys.ts';
import { log as faults } from '../../src/observe/log.ts';
import { onEveryEngine } from '../engines.ts';
import { bearer, makeKeys, type Keys } from '../make-keys.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

const json = { 'content-type': 'application/json' };
const newType = { accept: 'application/graphql-response+json' };
const undo = 'mutation { undo(id: "publication/brief") { id } }';
const reviews = '{ reviews { totalCount nodes { id } } }';

onEveryEngine('a key', (engine) => {
  let served: Served;
  let keys: Keys;
  const log = vi.spyOn(console, 'error');
  beforeAll(async () => {
    keys = await makeKeys();
    const writers = { keyring: keys.keyring, origins: ['https://curate.example'] };
    served = await serve(engine, smallCatalogue, undefined, writers);
    const pair = { from: 'publication/chains', into: 'publication/chains-2' };
    await propose(served.catalogue.store, [{ id: 'question', kind: 'duplicate', ...pair, evidence: ['near title'] }]);
  });
  afterEach(async () => {
    expect(await readRevision(served.catalogue.store)).toBe(1); // nothing here writes
    expect(JSON.stringify([log.mock.calls, keys.log])).not.toMatch(/ct_\w|scrypt/);
  });
  afterAll(() => served.close());

  const post = (query: string, headers: object = {}, variables: object = {}) =>
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const get = (query: string, headers: Record<string, string> = {}, rest = {}) =>
    fetch(`${served.url}/graphql?${new URLSearchParams({ query, ...rest })}`, { headers });
  const told = async (response: Response) => {
    const { errors, data } = (await response.json()) as {
      errors: { message: string; extensions: object }[];
      data?: object;
    };
    const [{ message, extensions }] = errors as [(typeof errors)[number]];
    return { status: response.status, data, message, extensions };
  };
  const refused = (message: string) => ({ status: 401, data: undefined, message, extensions: { code: 'UNAUTHENTICATED' } }); // prettier-ignore
  const unknown = refused('This key is not known here. Ask whoever runs this server for one.');
  /** What a question is answered that gets past the check of keys: nothing was merged or withdrawn. */
  const passed = { status: 200, extensions: { code: 'REFUSED' } };

  it.each([
    ['a mutation', undo],
    ['one in a fragment', 'mutation { ...F } fragment F on Mutation { ... { undo(id: "publication/brief") { id } } }'],
    ['one behind a harmless field', `mutation { __typename undo(id: "publication/brief") { id } }`],
    ['what curators alone may read', reviews],
    ['that beside what anybody may', '{ status { revision } ...F } fragment F on Query { reviews { totalCount } }'],
  ])('is asked for by %s, in every type of answer', async (_, query) => {
    for (const accept of [{}, newType]) {
      const response = await post(query, accept);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const message = 'This needs a key: send the header Authorization: Bearer ct_….';
      expect(await told(response)).toEqual({ ...refused(message), extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) }); // prettier-ignore
    }
  });

  it.each<[string, (key: string) => string, string?]>([
    ['a wrong one', (own) => `${own.slice(0, -4)}AAAA`],
    ['none of ours', () => 'Bearer sk-12345'],
    ['a wrong form', () => 'Basic Y29yYTpjb3Jh', 'The header Authorization is not of the form Bearer ct_….'],
    ['two at once', (own) => `${own}, ${own}`, 'The header Authorization is not of the form Bearer ct_….'],
    ['an empty one', () => 'Bearer', 'The header Authorization is not of the form Bearer ct_….'],
  ])('is refused when it is %s', async (_, change, message) => {
    const authorization = change(keys.curator.authorization);
    const response = await post(undo, { authorization });
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const { message: said, status } = await told(response);
    expect([status, said]).toEqual([401, message ?? unknown.message]);
  });

  it('is taken by the name of its scheme in any case', async () => {
    const authorization = keys.curator.authorization.replace('Bearer', 'bearer ');
    expect(await told(await post(undo, { authorization }))).toMatchObject(passed);
  });

  it('is not looked at where none is needed: reading is open, whatever comes with it', async () => {
    const response = await post('{ publication(id: "publication/brief") { title } }', bearer('wrong'));
    expect(await response.json()).toMatchObject({ data: { publication: { title: 'Title of brief' } } });
  });

  it('ends without a restart: revoked, rotated or expired, and its holder alone is told', async () => {
    const { key } = await createKeyFor(keys.file, 'Nadia', 'curator');
    expect(await told(await post(undo, bearer(key)))).toMatchObject(passed);
    const { key: next } = await rotateKey(keys.file, 'Nadia', 1);
    for (const either of [key, next]) expect(await told(await post(undo, bearer(either)))).toMatchObject(passed);
    const entries = JSON.parse(readFileSync(keys.file, 'utf8')) as { expires?: string }[];
    const ended = entries.map((entry) => (entry.expires ? { ...entry, expires: '2026-01-02' } : entry));
    writeFileSync(keys.file, JSON.stringify(ended));
    const another = 'Ask whoever runs this server for another.';
    const { message } = await told(await post(undo, bearer(key)));
    expect(message).toBe(`The key of Nadia ended (2026-01-02). ${another}`);
    await revokeKeys(keys.file, 'Nadia');
    const revoked = await told(await post(undo, bearer(next)));
    expect(revoked.message).toMatch(/^The key of Nadia was revoked \(20.*Z\)\. Ask whoever/);
    expect((await told(await post(undo, bearer(`${next.slice(0, -4)}AAAA`)))).message).toBe(unknown.message);
  });

  it('opens the questions of curators by GET and as a table too, and nobody keeps the answer', async () => {
    for (let times = 0; times < 2; times++) {
      const response = await get(reviews, keys.curator);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect([response.headers.get('etag'), await response.json()]).toMatchObject([
        null,
        { data: { reviews: { totalCount: 1, nodes: [{ id: 'question' }] } } },
      ]);
      expect((await get(reviews)).status).toBe(401);
    }
    const table = await get('{ reviews { nodes { id } } }', { ...keys.curator, accept: 'text/csv' });
    expect([table.status, table.headers.get('cache-control'), await table.text()]).toEqual([
      200,
      'no-store',
      '"id"\r\n"question"\r\n',
    ]);
    const without = await get('{ reviews { nodes { id } } }', { accept: 'text/csv' });
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it.each([
    '/graphql?query={__typename}&key=',
    '/graphql?access_token=',
    '/',
    '/related?id=',
    '/nothing/',
    '/health/live?',
  ])('is refused in an address, and not repeated: %s…', async (path) => {
    const key = keys.curator.authorization.slice('Bearer '.length);
    for (const written of [key, key.replace('_', '%5f')]) {
      const response = await fetch(served.url + path + written);
      const text = await response.text();
      expect([response.status, text]).toEqual([400, expect.stringContaining('A key stands in this address')]);
      expect(text + JSON.stringify([...response.headers])).not.toContain(key.slice(16));
    }
  });

  it('is refused when the header comes twice: a proxy before us may have looked at the other', async () => {
    const headers = [keys.curator, keys.admin].flatMap(({ authorization }) => ['authorization', authorization]);
    const status = await new Promise((answered, failed) => {
      const asking = request(`${served.url}/graphql?query={__typename}`, { headers: ['host', 'here', ...headers] });
      asking.on('response', (response) => answered(response.resume().statusCode)).on('error', failed);
      asking.end();
    });
    expect(status).toBe(400);
  });

  it('may be sent by pages of this server and of sites that are listed, and by no others', async () => {
    const preflight = async (origin: string) => {
      const { status, headers } = await fetch(`${served.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      expect([status, headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([204, '*', 'origin']);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      const allowed = headers.get('access-control-allow-headers')!.split(', ');
      expect(allowed).toContain('content-type');
      return allowed.includes('authorization');
    };
    for (const origin of ['https://curate.example', 'https://catalogue.example', served.url]) {
      expect([origin, await preflight(origin)]).toEqual([origin, true]);
      const response = await post(undo, { ...keys.curator, origin });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await told(response)).toMatchObject(passed);
    }
    const others = ['https://evil.example', 'http://curate.example', 'https://curate.example.evil.example', 'null'];
    for (const origin of others) {
      expect([origin, await preflight(origin)]).toEqual([origin, false]);
      for (const query of [undo, '{ __typename }']) {
        const response = await post(query, { ...keys.curator, origin });
        const detail = `Pages of ${origin} may not send a key. Ask without one, or have this site listed in WRITE_ORIGINS.`;
        expect(await response.json()).toEqual({ type: 'about:blank', status: 403, detail });
        expect(response.headers.get('access-control-allow-origin')).toBe('*'); // so that the page can read why
      }
      expect((await post('{ __typename }', { origin })).status).toBe(200);
    }
  });

  it('leaves the server answering while very many wrong ones come', async () => {
    await post(undo, keys.admin); // known from here on
    const wrong = (n: number) => ({ authorization: keys.curator.authorization.slice(0, -8) + String(n).padStart(8, '0') }); // prettier-ignore
    let sent = 0;
    const codes = new Set<unknown>();
    const until = Date.now() + 2_000;
    const flood = Array.from({ length: 12 }, async () => {
      while (Date.now() < until) {
        const { status, extensions } = await told(await post(undo, wrong(sent++)));
        codes.add(`${status} ${(extensions as { code: string }).code}`);
      }
    });
    const waits: number[] = [];
    while (Date.now() < until) {
      const began = performance.now();
      expect((await get(`{ status { revision } a${waits.length}: __typename }`)).status).toBe(200);
      expect(await told(await post(undo, keys.admin))).toMatchObject(passed);
      waits.push(performance.now() - began);
    }
    await Promise.all(flood);
    expect(sent).toBeGreaterThan(50);
    expect(codes).toEqual(new Set(['401 UNAUTHENTICATED', '503 BUSY']));
    expect(Math.max(...waits)).toBeLessThan(1_000);
    const busy = await Promise.all(Array.from({ length: 20 }, (_, n) => post(undo, wrong(99_000 + n))));
    expect(busy.find(({ status }) => status === 503)!.headers.get('retry-after')).toBe('1');
  }, 30_000);
});

const count = { type: new GraphQLNonNull(GraphQLInt), resolve: () => 1 };
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { open: count } }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { forCurators: { ...count, extensions: { role: 'curator' } }, saysNothing: count },
  }),
});

onEveryEngine('what a key may do', (engine) => {
  let keys: Keys;
  const closing: Served[] = [];
  beforeAll(async () => {
    keys = await makeKeys();
  });
  afterEach(async () => {
    for (const served of closing.splice(0)) await served.close();
  });
  const start = async (keyring: Keys['keyring'] | null) => {
    const served = await serve(engine, [], schema, { keyring, origins: [] });
    closing.push(served);
    return async (query: string, headers: object) => {
      const body = JSON.stringify({ query });
      const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body });
      return [response.status, (await response.json()) as object];
    };
  };

  it('is told by its role: an admin may all, a curator not what says nothing of curators', async () => {
    const ask = await start(keys.keyring);
    expect(await ask('mutation { forCurators }', keys.curator)).toMatchObject([200, { data: { forCurators: 1 } }]);
    const both = 'mutation { forCurators saysNothing }';
    const message = "This needs the key of an admin; the key of Cora is a curator's. Ask an admin to do it.";
    expect(await ask(both, keys.curator)).toMatchObject([
      403,
      { errors: [{ message, extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect(await ask(both, keys.admin)).toMatchObject([200, { data: { forCurators: 1, saysNothing: 1 } }]);
  });

  it('is not found out where keys cannot be checked: nothing is done, and nothing told of the fault', async () => {
    const said = vi.spyOn(faults, 'error').mockReturnValue();
    const ask = await start({ judge: () => Promise.reject(new Error('EIO: /secret/keys.json')) });
    const [status, body] = await ask('mutation { forCurators }', keys.curator);
    const logged = said.mock.calls.map(([what]) => String((what as { error?: unknown }).error));
    said.mockRestore();
    const message = expect.stringMatching(/^Something went wrong here/);
    expect([status, body]).toMatchObject([
      500,
      { errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect([JSON.stringify(body).includes('EIO'), logged]).toEqual([false, ['Error: EIO: /secret/keys.json']]);
  });

  it('is nothing on a server that was given no keys', async () => {
    const ask = await start(null);
    const message = 'This needs a key, and this server knows none: it was started without API_KEYS_FILE.';
    expect(await ask('mutation { forCurators }', keys.admin)).toMatchObject([401, { errors: [{ message }] }]);
    expect(await ask('{ open }', {})).toMatchObject([200, { data: { open: 1 } }]);
  });
});
