import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onNeo4j } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';
import { endAfterEach, run, type Running } from '../run.ts';
import { openProxy, type Proxy } from './proxy.ts';

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

onNeo4j('a server that starts', (engine) => {
  endAfterEach();
  let proxy: Proxy;
  let port: number;
  beforeAll(async () => {
    await save(await engine.openEmpty(), smallCatalogue);
    proxy = await openProxy((engine.address as { url: string }).url);
  }, 120_000);
  afterAll(() => proxy.close());
  beforeEach(async () => {
    port = await freePort();
    proxy.thaw();
    await proxy.appear();
  });

  const start = () => run('src/server.ts', [], { GRAPH_URL: proxy.url, PORT: String(port) });
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const isUp = () =>
    expect.poll(
      () =>
        get('/health/live').then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    );
  const isReady = () => expect.poll(async () => (await get('/health/ready')).status, { timeout: 15_000 });

  /** What it says while there is no graph. */
  async function expectToWait(server: Running): Promise<void> {
    await isUp().toBe(200);
    for (const path of ['/health/ready', '/related?id=publication/brief', '/', '/graphql?query={__typename}']) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '2']);
      expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/has not read the graph yet/) });
    }
    const page = await get('/', { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de' });
    expect([page.status, page.headers.get('retry-after'), page.headers.get('content-language')]).toEqual([
      503,
      '2',
      'de',
    ]);
    expect(await page.text()).toMatch(/<html lang="de"[^]*has not read the graph yet/);
    expect(server.output.stderr).toContain(`The graph at GRAPH_URL=${proxy.url} does not answer`);
    expect(server.output.stderr.match(/waiting for it/g)).toHaveLength(1);
  }

  it('before its database is live, not ready, and serves as soon as the database is there', async () => {
    await proxy.vanish();
    const server = start();
    await expectToWait(server);
    await proxy.appear();
    await isReady().toBe(200);
    const related = (await (await get('/related?id=publication/brief')).json()) as { items: object[] };
    expect(related.items.length).toBeGreaterThan(0);
  }, 60_000);

  it('lives on when a browser asks for what is no address', async () => {
    await proxy.vanish();
    start();
    await isUp().toBe(200);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET // HTTP/1.1\r\nhost: here\r\naccept: text/html\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 /);
    expect((await get('/health/live')).status).toBe(200);
  }, 60_000);

  it('while its database takes connections and says nothing waits in the same way', async () => {
    proxy.freeze();
    const server = start();
    await expectToWait(server);
    proxy.thaw();
    await isReady().toBe(200);
  }, 60_000);

  it('and is stopped before there is a database ends at once, in order', async () => {
    await proxy.vanish();
    const server = start();
    await isUp().toBe(200);
    const asked = performance.now();
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(6_000);
  }, 60_000);

  it('on a Neo4j that is too old says which one it needs, and ends', async () => {
    const old = await openProxy((engine.address as { url: string }).url);
    old.replace('Neo4j/5.26', 'Neo4j/4.02');
    const server = run('src/server.ts', [], { GRAPH_URL: old.url, PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.output.stderr).toMatch(/is Neo4j\/4\.02\S*: Neo4j 4\.4 or newer is needed\. Upgrade it/);
    expect(server.output.stderr).not.toMatch(/\n\s+at /);
    await old.close();
  }, 60_000);

  it('makes the constraints that are missing; where the data do not let it, says which and ends', async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const names = async () =>
      (await store.read<{ name: string }>('SHOW CONSTRAINTS YIELD name RETURN name')).map(({ name }) => name);
    await store.write((run) => run('DROP CONSTRAINT country_id'));
    expect(await names()).not.toContain('country_id');
    const first = start();
    await first.writes(/It holds/);
    expect(await names()).toContain('country_id');
    first.signal('SIGKILL');
    await first.ended;

    await store.write((run) => run('DROP CONSTRAINT country_id'));
    await store.write((run) => run('MATCH (c:Country {id: "country/RS"}) CREATE (twin:Country) SET twin = c'));
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toMatch(/CREATE CONSTRAINT country_id [^]*country\/RS/);
    expect(second.output.stderr).not.toMatch(/\n\s+at /);
  }, 150_000);
});
