import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import { catalogueId } from '../../src/graph/revision.ts';
import { saveRecords } from '../../src/graph/save.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';
import { serveCatalogue, type Served } from './serve-through.ts';

onEveryEngine('a clock that jumps', (engine) => {
  let served: Served;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    served = await serveCatalogue(await followStore({ ...store, close: async () => {} }));
  }, 120_000);
  afterEach(() => vi.useRealTimers());
  afterAll(() => served.close());

  it('changes the order of nothing: what was written later stands later', async () => {
    const { catalogue } = served;
    const since = catalogue.projection.revision;
    const written: string[] = [];
    for (const time of ['2038-02-01', '1999-12-31', '2026-03-29', '2026-03-28']) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
      const id = `in-${time}`;
      await saveRecords(catalogue.store, { author: 'test' }, [publication(id)]);
      written.push(`publication/${id}`);
      await catalogue.refresh();
    }
    const { data } = await served.ask(`{ changes(since: "${since}") { nodes { id revision } } }`);
    const { nodes } = (data as { changes: { nodes: { id: string; revision: number }[] } }).changes;
    expect(nodes).toEqual(written.map((id, i) => ({ id, revision: since + 1 + i })));
    const feed = await (await served.get('/feed.atom')).text();
    const places = written.map((id) => feed.indexOf(`<id>https://catalogue.example/${id}<`));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => b - a)); // the newest first
    expect((await served.ask('{ status { revision } }')).stale).toBeUndefined();
  }, 60_000);
});

onEveryEngine('a projection that fails while it is made anew', (engine) => {
  let store: GraphStore;
  let catalogue: Catalogue;
  let failAt = Infinity;
  let reads = 0;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const read: GraphStore['read'] = (cypher, parameters) =>
      ++reads === failAt ? Promise.reject(new Error('on purpose')) : store.read(cypher, parameters);
    catalogue = await followStore({ ...store, read, close: async () => {} }, { follow: false });
    failAt = Infinity;
    await catalogue.refresh();
  }, 120_000);
  afterEach(() => catalogue.close());

  it.each([
    ['from a few changes', (run: number) => save(store, [publication(`new${run}`)])],
    [
      'from the whole graph, as after a restore',
      async (run: number) => {
        await save(store, [publication(`new${run}`)]);
        await store.write((go) =>
          go('MERGE (c:Catalogue {id: $id}) SET c.epoch = $epoch', { id: catalogueId, epoch: `${run}` }),
        );
      },
    ],
  ])(
    '%s leaves the old one in its place, wherever it fails, and comes with the next look',
    async (_, write) => {
      let failures = 0;
      for (let run = 1; ; run++) {
        const before = catalogue.projection;
        const related = [...before.ids];
        await write(run);
        [reads, failAt] = [0, run];
        const failed = await catalogue.refresh().then(
          () => false,
          () => true,
        );
        failAt = Infinity;
        if (!failed) break;
        failures++;
        expect(catalogue.projection).toBe(before);
        expect([...before.ids]).toEqual(related);
        expect(before.numbers.has(`publication/new${run}`)).toBe(false);
        const after = await catalogue.refresh();
        expect(after.numbers.has(`publication/new${run}`)).toBe(true);
        expect(after.revision).toBeGreaterThan(before.revision);
      }
      expect(failures).toBeGreaterThan(4);
      expect(catalogue.projection.ids).toHaveLength(smallCatalogue.length + failures + 1);
    },
    60_000,
  );
});
