import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import { followStore, openCatalogue } from '../../src/catalogue.ts';
import { readState } from '../../src/graph/revision.ts';
import { merge, withdraw, withdrawSource } from '../../src/graph/retire.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { createKeeper } from '../../src/keeping/keeper.ts';
import { keepProjection, readProjection } from '../../src/keeping/kept-projection.ts';
import { onEveryEngine } from '../engines.ts';
import { told } from '../projection/told.ts';
import { act, publication, save, smallCatalogue } from '../records.ts';

onEveryEngine('a projection that is kept from one start to the next', (engine) => {
  let store: GraphStore;
  let file: string;
  let reads: string[];
  beforeEach(async () => {
    const open = await engine.openEmpty();
    reads = [];
    store = {
      ...open,
      close: async () => {},
      read: (cypher, parameters) => {
        reads.push(cypher);
        return open.read(cypher, parameters);
      },
    };
    file = join(mkdtempSync(join(tmpdir(), 'common-thread-kept-')), 'projection');
    await save(store, smallCatalogue);
  });

  /** What a start finds with that file, and how often it read the graph. */
  async function start(keptIn?: string, graph = store) {
    reads.length = 0;
    const catalogue = await followStore(graph, { keptIn });
    const found = told(catalogue.projection);
    const count = reads.length;
    await catalogue.close();
    return { found, count };
  }

  it('says all that the graph does, without reading it', async () => {
    const whole = await start();
    await start(file);
    const kept = await start(file);
    expect(kept.found).toEqual(whole.found);
    expect(kept.count).toBeLessThan(whole.count / 2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes in what was written, changed and merged since', async () => {
    const catalogue = await followStore(store, { keptIn: file });
    await save(store, [publication('before', { themes: ['theme/asylum'] })]);
    await catalogue.refresh();
    await catalogue.close();
    await save(store, [publication('since', { themes: ['theme/residence'], countries: ['country/RS'] })]);
    await merge(store, act, 'publication/before', 'publication/guide');
    const whole = await start();
    const kept = await start(file);
    const again = await start(file);
    expect(kept.found).toEqual(whole.found);
    expect(again.found).toEqual(whole.found);
    expect(again.count).toBeLessThan(whole.count / 2);
  });

  it('is not believed of another graph, even one of as many writes', async () => {
    const first = await start(file);
    const open = await engine.openEmpty();
    const other = { ...open, close: async () => {} };
    await save(other, [publication('elsewhere')]);
    const whole = await start(undefined, other);
    expect(whole.found).not.toEqual(first.found);
    expect((await start(file, other)).found).toEqual(whole.found);
  });

  it('is not believed where it is damaged or cut short', async () => {
    const whole = await start();
    for (const damage of [
      (bytes: Buffer) => bytes.fill(bytes[400]! + 1, 400, 401),
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 7),
      (bytes: Buffer) => bytes.subarray(0, 5),
      () => Buffer.alloc(40, 255),
    ]) {
      await start(file);
      writeFileSync(file, damage(readFileSync(file)));
      await expect(start(file)).resolves.toEqual({ ...whole, count: expect.any(Number) });
    }
    writeFileSync(file, 'no projection');
    await expect(readProjection(file, async () => true)).rejects.toThrow(`${file} is damaged`);
  });

  /** A keeper whose file is there, of a catalogue that keeps none. */
  async function keeperOf(graph = store) {
    await start(file);
    const keeper = createKeeper(graph, file);
    const catalogue = await followStore(store);
    return { keeper, catalogue };
  }

  /** What a start finds that has only the file of a process that was killed. */
  async function startFrom(copy: Buffer) {
    writeFileSync(file, copy);
    return start(file);
  }
  const waitForFile = () => vi.waitFor(() => statSync(file), { timeout: 10_000 });

  it('is there while a process goes on, for one that comes after its crash', async () => {
    const catalogue = await followStore(store, { keptIn: file });
    await waitForFile();
    await save(store, [publication('since', { themes: ['theme/residence'] })]);
    await catalogue.refresh();
    const copy = readFileSync(file);
    await catalogue.close();
    const whole = await start();
    const kept = await startFrom(copy);
    expect(kept.found).toEqual(whole.found);
    expect(kept.count).toBeLessThan(whole.count);
  });

  it('is made anew when much has changed, and not before', async () => {
    const catalogue = await followStore(store, { keptIn: file });
    await waitForFile();
    const first = readFileSync(file);
    await save(store, [publication('one more')]);
    await catalogue.refresh();
    await setTimeout(1_200); // two looks at what is due
    expect(readFileSync(file).equals(first)).toBe(true);
    await save(
      store,
      Array.from({ length: catalogue.projection.ids.length }, (_, n) => publication(`many-${n}`)),
    );
    await vi.waitFor(() => expect(readFileSync(file).equals(first)).toBe(false), { timeout: 10_000 });
    await catalogue.close();
  });

  const erasures: [what: string, word: string, erase: () => Promise<void>][] = [
    [
      'of an entity',
      'Unforgettable',
      () => withdraw(store, { ...act, reason: 'named a person' }, 'publication/secret', true),
    ],
    [
      'of what one source says',
      'Extraordinary',
      () => withdrawSource(store, act, 'publication/guide', 'https://other.example/', true),
    ],
  ];
  it.each(erasures)('goes with an erasure %s, and does not come again from the same memory', async (_, word, erase) => {
    const other = { url: 'https://other.example/', verified: false };
    await save(store, [publication('secret', { title: 'Unforgettable' })]);
    await save(store, [publication('guide', { summary: 'Extraordinary rooms.', source: other })]);
    const holds = () => [word, word.toLowerCase().slice(0, 9)].some((part) => readFileSync(file).includes(part));
    const catalogue = await followStore(store, { keptIn: file });
    await waitForFile();
    expect(holds()).toBe(true);
    const copy = readFileSync(file);
    await erase();
    await catalogue.refresh();
    expect(existsSync(file)).toBe(false);
    await setTimeout(1_200); // two looks at what is due
    await catalogue.close();
    expect(existsSync(file)).toBe(false);

    const whole = await start();
    const again = await startFrom(copy);
    expect(again.found).toEqual(whole.found);
    expect(again.count).toBeGreaterThanOrEqual(whole.count); // the copy is not believed
    expect(holds()).toBe(false);
    expect((await start(file)).count).toBeLessThan(whole.count / 2);
  });

  it('goes with an erasure that was not yet seen when the process ends', async () => {
    await start(file);
    const catalogue = await followStore(store, { keptIn: file });
    await withdraw(store, { ...act, reason: 'named a person' }, 'publication/guide', true);
    await catalogue.close();
    expect(existsSync(file)).toBe(false);
  });

  it('goes with an erasure after it could not be made anew', async () => {
    const { catalogue, keeper } = await keeperOf();
    mkdirSync(`${file}.unfinished`);
    await save(store, [publication('since')]);
    keeper.follow(await catalogue.refresh(), '', null);
    keeper.keepWhenDue();
    await setTimeout(300);
    expect(existsSync(file)).toBe(true);
    await withdraw(store, { ...act, reason: 'named a person' }, 'publication/guide', true);
    await keeper.heed(await readState(store));
    expect(existsSync(file)).toBe(false);
    await catalogue.close();
  });

  it('goes with an erasure that comes while it is written', async () => {
    let armed = false;
    const { catalogue, keeper } = await keeperOf({
      ...store,
      read: (cypher, parameters) => {
        const rows = store.read(cypher, parameters);
        if (!armed || !cypher.includes('c.erased')) return rows as never;
        armed = false; // what it says is as before the erasure
        return rows.finally(() =>
          withdraw(store, { ...act, reason: 'named a person' }, 'publication/guide', true),
        ) as never;
      },
    });
    await save(store, [publication('since')]);
    keeper.follow(await catalogue.refresh(), '', null);
    armed = true;
    keeper.keepWhenDue();
    await vi.waitFor(() => expect(existsSync(file)).toBe(false), { timeout: 5_000 });
    await catalogue.close();
  });

  it('is given up where the projection is about to change', async () => {
    const { catalogue, keeper } = await keeperOf();
    await save(store, [publication('since')]);
    const before = readFileSync(file);
    keeper.follow(await catalogue.refresh(), '', null);
    keeper.keepWhenDue();
    await keeper.interrupt();
    keeper.keepWhenDue();
    await setTimeout(300);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['projection']);
    await catalogue.close();
  });

  it('stays where a command opens the graph and writes, and goes where it erases', async () => {
    await start(file);
    const whole = async () => (await start()).found;
    const before = await followStore(store, { follow: false, keptIn: file });
    await save(store, [publication('since')]);
    await before.close();
    expect(existsSync(file)).toBe(true);
    const found = await whole();
    const command = await followStore(store, { follow: false, keptIn: file });
    expect(told(await command.refresh())).toEqual(found);
    await withdraw(store, { ...act, reason: 'named a person' }, 'publication/since', true);
    await command.close();
    expect(existsSync(file)).toBe(false);
    await start(file);
    const other = await followStore(store, { follow: false, keptIn: file });
    await withdraw(store, { ...act, reason: 'named a person' }, 'publication/guide', true);
    await other.close();
    expect(existsSync(file)).toBe(false);
  });

  it('is done without where it cannot be written', async () => {
    const keeper = createKeeper(store, join(file, '..', 'not-there', 'projection'));
    const catalogue = await followStore(store);
    keeper.follow(catalogue.projection, '', null);
    keeper.keepWhenDue();
    await keeper.close();
    await catalogue.close();
    mkdirSync(file);
    expect(await start(file)).toEqual(await start());
  });
});

it('is kept in the folder of the embedded graph unless told otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-kept-'));
  const catalogue = await openCatalogue({ engine: 'embedded', folder });
  await save(catalogue.store, smallCatalogue);
  const { revision } = await catalogue.refresh();
  await catalogue.close();
  const kept = await readProjection(join(folder, 'projection'), async () => true);
  expect(kept?.revision).toBe(revision);
});

it('is whole or not there: what cannot be written to its end leaves what was there', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'common-thread-kept-')), 'projection');
  writeFileSync(file, 'before');
  const origin = { epoch: '', revision: 1, lastWrite: '' };
  await expect(keepProjection(file, origin, {} as never)).rejects.toThrow();
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(join(file, '..'))).toEqual(['projection']);
});
