import { beforeEach, expect, it } from 'vitest';
import { readRetired } from '../src/graph/entities.ts';
import { merge, withdraw, withdrawSource } from '../src/graph/retire.ts';
import { readRevision } from '../src/graph/revision.ts';
import { openStore, type GraphStore } from '../src/graph/store.ts';
import { importFiles } from '../src/import.ts';
import type { CatalogueRecord } from '../src/model.ts';
import { exportOf, faultsOf, statedIn, theme } from './graph/content.ts';
import { onEveryEngine, onNeo4j } from './engines.ts';
import { act, fileOf, publication, save, smallCatalogue, source } from './records.ts';

const other = { url: 'https://other.example.org/', retrieved: '2024-05', verified: true };
const strange = 'Said „she“, "he" \\ and \u2028\u2029 – 😀 Људи, шта то значи? עברית ​\u200d';

/** Records with everything that a line can hold. */
const records: CatalogueRecord[] = [
  ...smallCatalogue,
  theme('a', 'b', 'top'),
  theme('b', 'a'),
  theme('top'),
  publication('waiting', { themes: ['theme/nowhere'], cites: ['publication/nowhere'] }),
  publication('strange', { titles: { 'sr-Cyrl': 'Људи', en: '"People"' }, summary: strange }),
  { kind: 'organisation', id: 'organisation/astra', name: 'Astra', country: 'country/AT', source: other },
  { kind: 'person', id: 'person/two-names', name: 'Đorđe', source: { file: 'from memory', verified: false } },
];

/** A graph with a whole life behind it. */
async function fill(store: GraphStore): Promise<void> {
  // Through a file, as its records are in the one form that records of files have.
  await importFiles(store, [fileOf(records)]);
  await save(store, [publication('gone-1'), publication('gone-2'), publication('erased')]);
  await merge(store, { ...act, reason: 'the same' }, 'organisation/lefo', 'organisation/astra');
  await merge(store, act, 'organisation/astra', 'organisation/network');
  await merge(store, act, 'theme/asylum', 'theme/residence');
  await merge(store, act, 'publication/gone-1', 'publication/gone-2');
  await withdraw(store, { ...act, reason: 'wrong' }, 'publication/gone-2');
  await withdraw(store, { ...act, reason: 'unwanted' }, 'country/AT');
  await withdraw(store, { ...act, reason: 'names a victim' }, 'publication/erased', true);
}

const linesOf = (text: string) => text.split('\n').slice(0, -1);

onEveryEngine('what export prints', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });

  it('is nothing of an empty graph', async () => {
    expect(await exportOf(store)).toBe('');
  });

  it('changes nothing when it is imported again', async () => {
    await fill(store);
    const [text, stated, revision] = [await exportOf(store), await statedIn(store), await readRevision(store)];
    const file = fileOf(linesOf(text));
    const summary = await importFiles(store, [file]);
    const fates = linesOf(text).filter((line) => /^{"kind":"(merged|withdrawn)"/.test(line));
    expect(fates).toHaveLength(7);
    expect(summary).toMatchObject({ created: 0, updated: 0, unchanged: linesOf(text).length - 7 });
    expect(await readRevision(store)).toBe(revision);
    expect(await exportOf(store)).toBe(text);
    expect(await statedIn(store)).toEqual(stated);
  });

  it('makes the same graph when it is imported into an empty one', async () => {
    await fill(store);
    const [text, stated] = [await exportOf(store), await statedIn(store)];
    store = await engine.openEmpty();
    await importFiles(store, [fileOf(linesOf(text))], { act: { author: 'test', reason: 'a move' } });
    expect(await exportOf(store)).toBe(text);
    expect(await statedIn(store)).toEqual(stated);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('makes it in whatever order its lines come', async () => {
    await fill(store);
    const text = await exportOf(store);
    store = await engine.openEmpty();
    await importFiles(store, [fileOf(linesOf(text).reverse())]);
    expect(await exportOf(store)).toBe(text);
  });

  it('tells what was erased, and what was merged into it, by no more than their ids', async () => {
    await save(store, [publication('a'), publication('b'), publication('c')]);
    await merge(store, act, 'publication/a', 'publication/b');
    await merge(store, act, 'publication/b', 'publication/c');
    await withdraw(store, { ...act, reason: 'names a victim' }, 'publication/c', true);
    const text = await exportOf(store);
    expect(linesOf(text)).toEqual([
      '{"kind":"merged","id":"publication/a","into":"publication/b"}',
      '{"kind":"merged","id":"publication/b","into":"publication/c"}',
      '{"kind":"withdrawn","id":"publication/c","reason":"names a victim"}',
    ]);
    for (const lines of [linesOf(text), linesOf(text).reverse()]) {
      store = await engine.openEmpty();
      expect(await importFiles(store, [fileOf(lines)])).toMatchObject({ read: 3, rejected: 0 });
      expect(await exportOf(store)).toBe(text);
      expect((await readRetired(store.read, ['publication/a'])).get('publication/a')!.survivor).toBeNull();
    }
  });

  it('tells of ids that were merged and of which nothing else is left', async () => {
    const left = { kind: 'organisation', id: 'organisation/left', name: 'Left', source: other } as const;
    await importFiles(store, [fileOf([...smallCatalogue, left])]);
    await merge(store, act, left.id, 'organisation/astra');
    await merge(store, act, 'organisation/astra', 'organisation/network');
    await withdrawSource(store, act, 'organisation/network', other.url);
    const text = await exportOf(store);
    store = await engine.openEmpty();
    expect(await importFiles(store, [fileOf(linesOf(text))])).toMatchObject({ rejected: 0 });
    expect(await exportOf(store)).toBe(text);
  });

  it('has every character of a record as it was', async () => {
    await importFiles(store, [fileOf(records)]);
    const record = linesOf(await exportOf(store)).find((line) => line.includes('publication/strange'))!;
    expect(JSON.parse(record)).toEqual(
      JSON.parse(JSON.stringify(records.find(({ id }) => id === 'publication/strange'))),
    );
  });

  it('has the records of one source in the order of their ids, whatever order they came in', async () => {
    await save(store, [publication('b'), publication('a', { source: other }), publication('a')]);
    const text = await exportOf(store);
    store = await engine.openEmpty();
    await save(store, [publication('a')]);
    await save(store, [publication('a', { source: other }), publication('b')]);
    expect(await exportOf(store)).toBe(text);
    expect(linesOf(text).map((line) => (JSON.parse(line) as CatalogueRecord).source.url)).toEqual([
      other.url,
      source.url,
      source.url,
    ]);
  });
});

onNeo4j('what export prints of one and the same graph', (engine) => {
  it('is the same on both engines, byte by byte', async () => {
    const store = await engine.openEmpty();
    await fill(store);
    const embedded = await openStore({ engine: 'embedded', folder: ':memory:' });
    await fill(embedded);
    expect(await exportOf(store)).toBe(await exportOf(embedded));
    expect(await statedIn(store)).toEqual(await statedIn(embedded));
    await embedded.close();
  });
});
