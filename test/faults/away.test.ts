import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { log } from '../../src/observe/log.ts';
import { onNeo4j } from '../engines.ts';
import { smallCatalogue } from '../records.ts';
import { serveThrough, type Through, type Told } from './serve-through.ts';

/** Answered from memory alone; from records that were read before; from the graph. */
const [fromMemory, fromCache, fromGraph] = [
  '{ counts(by: [COUNTRY]) { values count } }',
  '{ related(to: { id: "publication/brief" }, first: 3) { nodes { title } } }',
  '{ changes(first: 1) { nodes { id } } }',
];
/** Milliseconds in which all is as before once a fault has ended. */
const heals = 5_000;

onNeo4j('a server whose database', (engine) => {
  let served: Through;
  beforeAll(async () => {
    served = await serveThrough(engine, smallCatalogue);
    vi.spyOn(log, 'error').mockReturnValue();
    for (const query of [fromMemory, fromCache, fromGraph])
      expect(await served.ask(query)).toMatchObject({ code: null });
  }, 120_000);
  beforeEach(() => vi.mocked(log.error).mockClear());
  afterEach(async () => {
    served.proxy.thaw();
    await served.proxy.appear();
    await healed();
  });
  afterAll(() => served.close());

  /** Milliseconds until an answer comes from the graph and the catalogue is in step. */
  async function healed(): Promise<number> {
    const began = performance.now();
    await vi.waitFor(
      async () => {
        expect(await served.ask(fromGraph)).toMatchObject({ code: null, status: 200 });
        expect((await served.ask(fromMemory)).stale).toBeUndefined();
        expect((await served.get('/health/ready')).status).toBe(200);
      },
      { timeout: 20_000, interval: 100 },
    );
    return performance.now() - began;
  }
  /** What `clients` who ask one thing after the other get until `ended`, with when they asked. */
  async function load(clients: number, ended: Promise<unknown>): Promise<(Told & { query: string; at: number })[]> {
    const told: (Told & { query: string; at: number })[] = [];
    let isOver = false;
    void ended.then(() => (isOver = true));
    const queries = [fromMemory, fromCache, fromGraph];
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let turn = client; !isOver; turn++) {
          const [query, at] = [queries[turn % queries.length]!, performance.now()];
          told.push({ ...(await served.ask(query)), query, at });
          await pause(20);
        }
      }),
    );
    return told;
  }

  it('has gone for some seconds answers from memory, says so, refuses the rest at once, and heals by itself', async () => {
    const { proxy } = served;
    let [gone, back] = [0, 0];
    const told = await load(
      8,
      (async () => {
        await pause(500);
        await proxy.vanish();
        gone = performance.now();
        await pause(4_000);
        await proxy.appear();
        back = performance.now();
        await pause(heals + 1_000);
      })(),
    );
    for (const { query, status, code, milliseconds, headers, ...answer } of told) {
      expect(milliseconds, query).toBeLessThan(2_500);
      if (query !== fromGraph) expect({ status, code, data: answer.data }).toMatchObject({ status: 200, code: null });
      else if (status !== 200) {
        expect({ status, code }).toEqual({ status: 503, code: 'UNAVAILABLE' });
        expect(answer.message).toMatch(/^The graph does not answer\. Try again/);
        expect(headers.get('retry-after')).toBe('2');
      }
    }
    const during = told.filter(({ at, milliseconds }) => at > gone + 1_500 && at + milliseconds < back);
    expect(during.length).toBeGreaterThan(30);
    for (const { query, status, stale, headers } of during) {
      expect([query, status === 200]).toEqual([query, query !== fromGraph]);
      expect(stale).toEqual({
        revision: served.catalogue.projection.revision,
        since: expect.stringMatching(/^\d{4}-/),
      });
      expect(headers.get('warning')).toBe('110 - "Response is stale"');
    }
    const after = told.filter(({ at }) => at > back + heals);
    expect(after.length).toBeGreaterThan(10);
    for (const { status, stale, headers } of after)
      expect([status, stale, headers.get('warning')]).toEqual([200, undefined, null]);
  }, 60_000);

  it('has gone is live and not ready, and says so in one line of the log', async () => {
    const pages = ['/related?id=publication/brief', '/timeline'];
    for (const path of pages) expect((await served.get(path)).headers.get('warning')).toBeNull(); // read once
    await served.proxy.vanish();
    await vi.waitFor(() => expect(served.catalogue.inStep).toBe(false), { timeout: 5_000 });
    const began = performance.now();
    const [live, ready] = await Promise.all([served.get('/health/live'), served.get('/health/ready')]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(performance.now() - began).toBeLessThan(2_500);
    const entity = await served.get('/publication/brief');
    expect([entity.status, entity.headers.get('retry-after')]).toEqual([503, '2']);
    for (const path of pages) {
      const page = await served.get(path);
      expect([path, page.status, page.headers.get('warning')]).toEqual([path, 200, '110 - "Response is stale"']);
    }
    expect((await served.get('/schema.graphql')).headers.get('warning')).toBeNull();
    const said = vi.mocked(log.error).mock.calls.map(([, message]) => message);
    expect(said).toEqual(['The graph does not answer; what is in memory goes on being served.']);
    await served.proxy.appear();
    expect(await healed()).toBeLessThan(heals);
  }, 60_000);

  it('says nothing any more is given up within its deadline, all its connections with it', async () => {
    const { proxy } = served;
    proxy.freeze();
    const [graph, memory] = await Promise.all([served.ask(fromGraph), served.ask(fromMemory)]);
    expect(graph).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(graph.milliseconds).toBeLessThan(7_000);
    expect(memory).toMatchObject({ status: 200, code: null });
    expect(memory.milliseconds).toBeLessThan(1_000);

    const taken = proxy.taken();
    const began = performance.now();
    const many = await Promise.all(Array.from({ length: 400 }, () => served.ask(fromGraph)));
    const seconds = (performance.now() - began) / 1_000;
    expect(new Set(many.map(({ code }) => code))).toEqual(new Set(['UNAVAILABLE']));
    expect(seconds).toBeLessThan(6);
    // Those who ask make no connection, only who looks whether it is there again.
    expect(proxy.taken() - taken).toBeLessThan(5 + 3 * seconds);

    proxy.thaw();
    expect(await healed()).toBeLessThan(heals);
    const reads = await Promise.all(Array.from({ length: 120 }, () => served.ask(fromGraph)));
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
  }, 60_000);

  it('says nothing any more keeps no write waiting, which may be sent again as it is', async () => {
    const { proxy, catalogue } = served;
    const write = () => catalogue.store.write((run) => run('MERGE (c:Country {id: $id})', { id: 'country/RS' }));
    await write();
    proxy.freeze();
    const began = performance.now();
    let attempts = 0;
    const late = catalogue.store.write((run) => {
      attempts++;
      return run('MERGE (c:Country {id: $id})', { id: 'country/XK' });
    });
    await expect(late).rejects.toThrow(/does not answer/);
    expect(performance.now() - began).toBeLessThan(7_000);
    const told = attempts;
    proxy.thaw();
    expect(await healed()).toBeLessThan(heals);
    await write();
    proxy.reset(); // what still hung is let go of now: nothing is done behind the back of who was told
    await pause(1_000);
    expect(attempts).toBe(told);
    const found = await catalogue.store.read('MATCH (c:Country {id: $id}) RETURN c.id AS id', { id: 'country/XK' });
    expect(found).toEqual([]);
  }, 60_000);
});
