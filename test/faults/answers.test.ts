import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Unavailable } from '../../src/graph/unavailable.ts';
import { onNeo4j } from '../engines.ts';
import { publication, smallCatalogue } from '../records.ts';
import { serveThrough, type Through } from './serve-through.ts';

const changes = (of: string) => `{ changes(first: 100) { nodes { id action } } # ${of}\n }`;
const importing = `mutation ($records: [JSON!]!) { importRecords(records: $records) { revision created updated } }`;

onNeo4j('an answer of the database', (engine) => {
  let served: Through;
  beforeAll(async () => {
    served = await serveThrough(engine, smallCatalogue);
  }, 120_000);
  afterEach(() => served.proxy.slow(0));
  afterAll(() => served.close());
  const write = (id: string) => served.ask(importing, { records: [publication(id)] }, served.curator);

  it('that breaks off in the middle is asked for once more, and nobody learns of it', async () => {
    const whole = await served.ask(changes('whole'));
    expect(whole.code).toBeNull();
    served.proxy.cutAt('publication/chains');
    const again = await served.ask(changes('broken off'));
    expect([again.status, again.code, again.data]).toEqual([200, null, whole.data]);
    expect(served.proxy.cuts()).toBe(1);
  });

  it('that breaks off twice is told to who asks, at once', async () => {
    served.proxy.cutAt('publication/chains', 2);
    const broken = await served.ask(changes('broken off twice'));
    expect([broken.status, broken.code]).toEqual([503, 'UNAVAILABLE']);
    expect(broken.milliseconds).toBeLessThan(2_500);
    expect(await served.ask(changes('whole again'))).toMatchObject({ status: 200, code: null });
  });

  it('on connections that were reset meanwhile comes on new ones', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => served.ask(changes(`before ${i}`))));
    expect(served.proxy.open()).toBeGreaterThan(1);
    served.proxy.reset();
    const told = await Promise.all(Array.from({ length: 20 }, (_, i) => served.ask(changes(`after ${i}`))));
    expect(new Set(told.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['200 null']));
  });

  it('that comes late, or in slices of five bytes, is the same, or refused within the deadline', async () => {
    const { data } = await served.ask(changes('quick'));
    served.proxy.slow(1, 5);
    expect(await served.ask(changes('sliced'))).toMatchObject({ status: 200, code: null, data });
    served.proxy.slow(250);
    const late = await served.ask(changes('late'));
    expect(late).toMatchObject({ status: 200, code: null, data });
    expect(late.milliseconds).toBeGreaterThan(250);
    served.proxy.slow(4_000);
    const told = await Promise.all(Array.from({ length: 10 }, (_, i) => served.ask(changes(`very late ${i}`))));
    for (const { status, code, milliseconds } of told) {
      expect([200, 503]).toContain(status);
      expect([null, 'UNAVAILABLE']).toContain(code);
      expect(milliseconds).toBeLessThan(8_000);
    }
    served.proxy.slow(0);
    await expect.poll(async () => (await served.ask(changes('again'))).status, { timeout: 10_000 }).toBe(200);
  }, 40_000);

  it('to a commit that is lost leaves exactly one record and one change', async () => {
    const commit = '\xb0\x12'; // the message as it stands in Bolt
    const before = served.catalogue.projection.revision;
    const cuts = served.proxy.cuts();
    served.proxy.cutBehind(commit);
    const told = await write('once');
    expect([told.status, told.code, served.proxy.cuts() - cuts]).toEqual([200, null, 1]);
    const { data } = await served.ask(changes('of one'));
    const { nodes } = (data as { changes: { nodes: { id: string }[] } }).changes;
    expect(nodes.filter(({ id }) => id === 'publication/once')).toEqual([
      { id: 'publication/once', action: 'CREATED' },
    ]);
    const rows = await served.catalogue.store.read('MATCH (p:Publication {id: $id}) RETURN p.id AS id', {
      id: 'publication/once',
    });
    expect(rows).toHaveLength(1);
    expect((await served.catalogue.refresh()).revision).toBe(before + 1);
  });

  it('that takes all of its time is ended there too, and told so; others go on meanwhile', async () => {
    const endless = 'UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x) AS none';
    const running = served.catalogue.store.read(endless).catch((error: unknown) => error);
    expect(await served.ask(changes('meanwhile'))).toMatchObject({ status: 200, code: null });
    const error = (await running) as Unavailable;
    expect(error).toBeInstanceOf(Unavailable);
    expect(error.told).toMatch(/took too (much time|long)/);
    const left = 'SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS "1000000000" RETURN status';
    await expect
      .poll(async () => (await served.catalogue.store.read(`${left}`)).length, { timeout: 10_000, interval: 500 })
      .toBeLessThan(2); // the question itself
  }, 40_000);

  it('that nobody has a connection left to ask for is refused within a second, and comes again when there is', async () => {
    const { store } = served.catalogue;
    let release!: () => void;
    const released = new Promise<void>((go) => (release = go));
    const touch = 'MERGE (c:Catalogue {id: "catalogue"}) SET c.touched = true';
    let holds!: () => void;
    const held = new Promise<void>((go) => (holds = go));
    const holding = store.write(async (run) => {
      await run(touch);
      holds();
      await released;
    });
    await held;
    const waiting = Array.from({ length: 49 }, () => store.write((run) => run(touch)));
    const told = await Promise.all(Array.from({ length: 30 }, (_, i) => served.ask(changes(`crowded ${i}`))));
    for (const { status, code, headers, milliseconds } of told) {
      expect([status, code, headers.get('retry-after')]).toEqual([503, 'BUSY', '2']);
      expect(milliseconds).toBeLessThan(2_000);
    }
    release();
    await Promise.all([holding, ...waiting]);
    expect(await served.ask(changes('alone'))).toMatchObject({ status: 200, code: null });
  }, 40_000);

  it('that two writers wait for each other is none of their business: both are done', async () => {
    const { store } = served.catalogue;
    const countries = ['A', 'B', 'C', 'D', 'E'].map((key) => `country/${key}`);
    await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        store.write(async (run) => {
          for (let i = 0; i < countries.length; i++) {
            const id = countries[(writer * 3 + (writer % 2 ? i : countries.length - i)) % countries.length]!;
            await run('MERGE (c:Country {id: $id}) SET c.count = coalesce(c.count, 0) + 1', { id });
          }
        }),
      ),
    );
    const rows = await store.read('MATCH (c:Country) WHERE c.id IN $countries RETURN c.count AS count', { countries });
    expect(rows).toEqual(countries.map(() => ({ count: 20 })));
  }, 60_000);
});
