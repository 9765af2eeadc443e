import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { isFaultOfRequest, serve, type Served } from './serve.ts';
import { log } from '../../src/observe/log.ts';

onEveryEngine('the HTTP server', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());
  afterEach(() => served.failReads(false));
  const get = (path: string, init?: RequestInit) => fetch(`${served.url}${path}`, init);

  it('is live and ready while the graph answers', async () => {
    const [live, ready] = [await get('/health/live'), await get('/health/ready')];
    expect([live.status, await live.text()]).toEqual([200, 'live\n']);
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\n']);
  });

  it('is live but not ready while the graph fails, and ready again after', async () => {
    served.failReads(true);
    const [live, ready] = [await get('/health/live'), await get('/health/ready')];
    expect(live.status).toBe(200);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBe('5');
    const problem = { type: 'about:blank', status: 503, detail: 'The graph does not answer.' };
    expect(await ready.json()).toEqual(problem);
    served.failReads(false);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('tells nothing of what goes wrong inside, logs it once, and goes on', async () => {
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    const response = await get('/related?id=publication/brief');
    const text = await response.text();
    served.failReads(false);
    const logged = said.mock.calls.filter(isFaultOfRequest);
    said.mockRestore();
    const detail = 'Something went wrong here. Try again later.';
    expect([response.status, JSON.parse(text)]).toEqual([500, { type: 'about:blank', status: 500, detail }]);
    // Kept by a cache, the failure would outlast its cause.
    expect(response.headers.get('cache-control') ?? 'no-store').toBe('no-store');
    expect(logged).toHaveLength(1);
    expect((await get('/related?id=publication/brief')).status).toBe(200);
  });

  it('gives the schema as it stands in the file', async () => {
    const response = await get('/schema.graphql');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(await readFile('schema/schema.graphql', 'utf8'));
  });

  it('shows at / what it holds and where to go, without a script', async () => {
    const response = await get('/');
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page).toContain('<strong>7</strong> <a href="/search?kind=publication">Publications</a>');
    expect(page).not.toMatch(/<script|src=/);
  });

  it.each(['/nothing', '/related/', '/__proto__', '/constructor', '//'])('has nothing at %s', async (path) => {
    const response = await get(path);
    const problem = { type: 'about:blank', status: 404, detail: `There is nothing at ${path}.` };
    expect([response.status, await response.json()]).toEqual([404, problem]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/related', 'GET, HEAD, POST, OPTIONS'],
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/schema.graphql', 'GET, HEAD'],
    ['POST', '/health/ready', 'GET, HEAD'],
  ])('refuses %s %s and names what it takes', async (method, path, allow) => {
    const response = await get(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    const detail = `${method} is not taken at ${path}; there are ${allow}.`;
    expect(await response.json()).toEqual({ type: 'about:blank', status: 405, detail });
  });

  it.each(['/', '/schema.graphql', '/health/live', '/health/ready', '/related?id=publication/brief'])(
    'answers HEAD %s like GET, without a body',
    async (path) => {
      const [head, getting] = [await get(path, { method: 'HEAD' }), await get(path)];
      expect([head.status, await head.text()]).toEqual([getting.status, '']);
      expect(head.headers.get('content-type')).toBe(getting.headers.get('content-type'));
    },
  );

  it.each([
    '/',
    '/related?id=publication/brief',
    '/related?id=x',
    '/graphql',
    '/schema.graphql',
    '/health/live',
    '/no',
  ])('tells browsers not to guess the type of %s, and sends no cookie', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('refuses a request to two hosts, and an address that is immense', async () => {
    const { hostname, port } = new URL(served.url);
    const statusOf = (path: string, more: string[]) =>
      new Promise((answered, failed) => {
        request({ hostname, port, path, headers: ['host', 'a.example', ...more] }, (response) =>
          answered(response.resume().statusCode),
        )
          .on('error', failed)
          .end();
      });
    expect(await statusOf('/health/live', [])).toBe(200);
    expect(await statusOf('/health/live', ['Host', 'b.example'])).toBe(400);
    expect(await statusOf(`/graphql?query=${'x'.repeat(8_000)}`, [])).toBe(200);
    expect(await statusOf(`/graphql?query=${'x'.repeat(9_000)}`, [])).toBe(414);
  });

  it('answers an address that no URL can be made of', async () => {
    const { hostname, port } = new URL(served.url);
    const status = await new Promise((answered, failed) => {
      request({ hostname, port, path: '//[?id=x' }, (response) => answered(response.resume().statusCode))
        .on('error', failed)
        .end();
    });
    expect(status).toBe(404);
  });
});
