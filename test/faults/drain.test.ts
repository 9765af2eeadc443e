import { mkdtempSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore } from '../../src/graph/store.ts';
import { save, smallCatalogue } from '../records.ts';
import { endAfterEach, run, type Running } from '../run.ts';
import { shareOut } from '../share-out.ts';

describe('a server', () => {
  endAfterEach();
  const folders: string[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 2; i++) {
      const folder = mkdtempSync(join(tmpdir(), 'common-thread-drain-'));
      const store = await openStore({ engine: 'embedded', folder });
      await applySchema(store);
      await save(store, smallCatalogue);
      await store.close();
      folders.push(folder);
    }
  });
  async function start(folder: string, more = {}): Promise<{ server: Running; port: number }> {
    const server = run('src/server.ts', [], { GRAPH_URL: folder, PORT: '0', ...more });
    const [, port] = await server.writes(/localhost:(\d+)\/related/);
    return { server, port: Number(port) };
  }

  it('that is sent away fails no request of those who see that it is not ready any more', async () => {
    const [one, other] = [await start(folders[0]!), await start(folders[1]!)];
    const shared = await shareOut([one.port, other.port]);
    const outcomes = new Map<string, number>();
    let isOver = false;
    const clients = Array.from({ length: 12 }, async (_, client) => {
      for (let turn = client; !isOver; turn++) {
        const path = [`/related?id=publication/brief&first=${(turn % 6) + 1}`, '/publication/guide', '/timeline'][
          turn % 3
        ]!;
        const outcome = await fetch(shared.url + path)
          .then(async (response) => (await response.text()) && String(response.status))
          .catch((error: Error) => String(error.cause ?? error));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    });
    await pause(1_000);
    const asked = performance.now();
    one.server.signal('SIGTERM');
    expect(await one.server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    await pause(1_000);
    isOver = true;
    await Promise.all(clients);
    shared.close();
    expect([...outcomes.keys()]).toEqual(['200']);
    expect(outcomes.get('200')).toBeGreaterThan(100);
  }, 60_000);

  it('that is sent away says that it is not ready, answers what comes for a while, and ends what has begun', async () => {
    const { server, port } = await start(folders[0]!);
    const url = `http://127.0.0.1:${port}`;
    const body = JSON.stringify({ query: '{ publication(id: "publication/brief") { title } }' });
    let answered!: (what: string) => void;
    const slow = new Promise<string>((done) => (answered = done));
    const asking = request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    asking.on('response', async (response: IncomingMessage) =>
      answered(Buffer.concat(await response.toArray()).toString()),
    );
    asking.on('error', (error) => answered(String(error)));
    asking.write(body.slice(0, 20));
    await pause(300);
    const asked = performance.now();
    server.signal('SIGTERM');
    await expect.poll(async () => (await fetch(`${url}/health/ready`)).status).toBe(503);
    const related = await fetch(`${url}/related?id=publication/brief`);
    expect([related.status, related.headers.get('connection')]).toEqual([200, 'close']);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'open',
            () => 'closed',
          ),
        { timeout: 5_000 },
      )
      .toBe('closed');
    asking.end(body.slice(20)); // when nothing new is taken any more
    expect(JSON.parse(await slow)).toMatchObject({ data: { publication: { title: 'Title of brief' } } });
    expect(await server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  }, 60_000);

  it('that is sent away waits for nobody who does not go on', async () => {
    const { server, port } = await start(folders[0]!);
    const hanging = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST' }).on('error', () => {});
    hanging.write('{');
    await pause(300);
    const asked = performance.now();
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  }, 60_000);

  it('does not end by a fault of its own that nobody has caught: it says so and goes on', async () => {
    // The fault is put in from outside: no request that leads to one is known.
    const fault =
      'process.on("SIGUSR2",()=>{Promise.reject(new Error("nobody caught this"));setTimeout(()=>{throw new Error("nor that")})})';
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(fault)}`;
    const { server, port } = await start(folders[0]!, { NODE_OPTIONS });
    server.signal('SIGUSR2');
    await expect.poll(() => server.output.stderr, { timeout: 5_000 }).toMatch(/nobody caught this[^]*nor that/);
    expect((await fetch(`http://127.0.0.1:${port}/related?id=publication/brief`)).status).toBe(200);
  }, 60_000);
});
