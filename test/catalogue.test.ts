import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followStore, type Catalogue } from '../src/catalogue.ts';
import { merge, undo, withdraw } from '../src/graph/retire.ts';
import type { GraphStore } from '../src/graph/store.ts';
import { neighbours } from '../src/projection/adjacency.ts';
import type { Projection } from '../src/projection/projection.ts';
import { relationNames } from '../src/relations.ts';
import { onEveryEngine, onNeo4j } from './engines.ts';
import { told } from './projection/told.ts';
import { act, fileOf, publication, save, smallCatalogue, source } from './records.ts';

/** Every link of a projection in words, so that two can be compared whatever their numbers are. */
const linksOf = ({ ids, out }: Projection) =>
  relationNames
    .flatMap((relation) =>
      ids.flatMap((id, node) => Array.from(neighbours(out[relation], node), (to) => `${id} ${relation} ${ids[to]}`)),
    )
    .sort();

onEveryEngine('the projection of a graph', (engine) => {
  let store: GraphStore;
  let catalogue: Catalogue;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    catalogue = await followStore(store);
  });
  afterEach(() => catalogue.close());

  it('holds every node and every link, each link once however many statements make it', () => {
    const { projection } = catalogue;
    expect(projection.ids.toSorted()).toEqual(smallCatalogue.map(({ id }) => id).sort());
    const links = linksOf(projection);
    expect(links).toContain('instrument/convention HAS_PARTY country/RS');
    expect(links.filter((link) => link.startsWith('publication/brief '))).toHaveLength(9);
    expect(new Set(links).size).toBe(links.length);
  });

  it('shows a write after refresh and leaves questions that began before it on the old one', async () => {
    const before = catalogue.projection;
    const links = linksOf(before);
    await save(store, [publication('new', { themes: ['theme/asylum'], cites: ['publication/guide'] })]);
    const after = await catalogue.refresh();
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(linksOf(after)).toEqual(
      [...links, 'publication/new ABOUT theme/asylum', 'publication/new CITES publication/guide'].sort(),
    );
    expect(linksOf(before)).toEqual(links);
    expect([...before.ofKind.publication]).not.toContain(before.numbers.get('publication/new'));
  });

  it('comes by small steps to what it would be if built at once', async () => {
    const guide = smallCatalogue.find(({ id }) => id === 'publication/guide')!;
    await save(store, [
      { ...guide, countries: ['country/RS'], themes: ['theme/asylum', 'theme/residence'] } as typeof guide,
    ]);
    await catalogue.refresh();
    await save(store, [publication('new', { translationOf: 'publication/brief', themes: ['theme/residence'] })]);
    await catalogue.refresh();
    const fresh = await followStore({ ...store, close: async () => {} });
    expect(linksOf(catalogue.projection)).toEqual(linksOf(fresh.projection));
    for (const relation of relationNames)
      for (const [node, id] of catalogue.projection.ids.entries()) {
        const idsIn = ({ ids, in: back, numbers }: Projection) =>
          Array.from(neighbours(back[relation], numbers.get(id)!), (from) => ids[from]).sort();
        expect([node, idsIn(catalogue.projection)]).toEqual([node, idsIn(fresh.projection)]);
      }
    await fresh.close();
  });

  it('takes in merges, withdrawals and their undoing as a scan of the whole graph tells them', async () => {
    const steps = [
      () => merge(store, act, 'publication/guide-2', 'publication/brief'),
      () => withdraw(store, { ...act, reason: 'a test' }, 'theme/residence'),
      () => save(store, [publication('late', { themes: ['theme/asylum'], editionOf: 'publication/guide-2' })]),
      () => undo(store, act, 'publication/guide-2'),
      () => undo(store, act, 'theme/residence'),
      () => merge(store, act, 'theme/asylum', 'theme/residence'),
      () => merge(store, act, 'theme/residence', 'theme/protection'), // where theme/asylum leads now
      () => undo(store, act, 'theme/residence'),
      async () => {
        // Many at once, what an id is merged into among the last.
        await save(store, [
          ...Array.from({ length: 600 }, (_, i) => publication(`many-${i}`)),
          { kind: 'theme', id: 'theme/zoned', prefLabel: { en: 'Zoned' }, source },
        ]);
        await merge(store, act, 'theme/residence', 'theme/zoned');
      },
      () => withdraw(store, { ...act, reason: 'a test' }, 'country/RS'),
    ];
    for (const step of steps) {
      told(catalogue.projection); // so that what is derived has to be carried on
      await step();
      await catalogue.refresh();
      const fresh = await followStore({ ...store, close: async () => {} });
      expect(told(catalogue.projection)).toEqual(told(fresh.projection));
      await fresh.close();
    }
  });

  it('takes in nothing of what it could not read to its end, and all of it the next time', async () => {
    for (let failing = 1; failing <= 8; failing++) {
      let reads = Infinity;
      const faulty: GraphStore = {
        ...store,
        read: (...args) => (--reads === 0 ? Promise.reject(new Error('the line is cut')) : store.read(...args)),
        close: async () => {},
      };
      const following = await followStore(faulty);
      told(following.projection);
      await save(store, [publication(`new-${failing}`, { themes: ['theme/asylum'] })]);
      if (failing === 1) await withdraw(store, { ...act, reason: 'a test' }, 'publication/guide');
      reads = failing;
      await following.refresh().catch(() => {});
      reads = Infinity;
      await following.refresh();
      const fresh = await followStore({ ...store, close: async () => {} });
      expect(told(following.projection)).toEqual(told(fresh.projection));
      await Promise.all([following.close(), fresh.close()]);
    }
  });

  it('forgets the records that a write has touched, and keeps the others', async () => {
    const read = async (...ids: string[]) => [...(await catalogue.records.read(ids)).values()] as { title: string }[];
    await read('publication/brief', 'publication/guide');
    const brief = smallCatalogue.find(({ id }) => id === 'publication/brief')!;
    await save(store, [{ ...brief, title: 'Another title' } as typeof brief]);
    await catalogue.refresh();
    expect(await read('publication/brief')).toMatchObject([{ title: 'Another title' }]);
    expect(await read('publication/guide', 'publication/nowhere')).toHaveLength(1);
  });

  it('starts anew when the graph has been emptied behind it', async () => {
    await store.write((run) => run('MATCH (n) DETACH DELETE n'));
    await catalogue.refresh();
    expect(catalogue.projection.ids).toEqual([]);
  });
});

onNeo4j('two processes on one graph', (engine) => {
  it('shows what the other one wrote within a second', async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const catalogue = await followStore(store);
    const file = fileOf([publication('from-elsewhere', { themes: ['theme/asylum'] })]);
    const { url } = engine.address as { url: string };
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'import', file], {
      env: { ...process.env, GRAPH_URL: url },
    });
    await delay(1_000);
    expect(linksOf(catalogue.projection)).toContain('publication/from-elsewhere ABOUT theme/asylum');
    await catalogue.close();
  });
});
