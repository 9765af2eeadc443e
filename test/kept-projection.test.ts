import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { followStore, openCatalogue } from '../src/catalogue.ts';
import { merge } from '../src/graph/retire.ts';
import type { GraphStore } from '../src/graph/store.ts';
import { keepProjection, takeProjection } from '../src/kept-projection.ts';
import { onEveryEngine } from './engines.ts';
import { told } from './projection/told.ts';
import { act, publication, save, smallCatalogue } from './records.ts';

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
    await expect(takeProjection(file)).rejects.toThrow(`${file} is damaged`);
  });

  it('is nowhere while a process has taken it, nor when a command has opened the graph', async () => {
    await start(file);
    const catalogue = await followStore(store, { keptIn: file });
    expect(existsSync(file)).toBe(false);
    await catalogue.close();
    expect(existsSync(file)).toBe(true);
    await (await followStore(store, { follow: false, keptIn: file })).close();
    expect(existsSync(file)).toBe(false);
  });
});

it('is kept in the folder of the embedded graph unless told otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-kept-'));
  const catalogue = await openCatalogue({ engine: 'embedded', folder });
  await save(catalogue.store, smallCatalogue);
  const { revision } = await catalogue.refresh();
  await catalogue.close();
  const kept = await takeProjection(join(folder, 'projection'));
  expect(kept?.projection.revision).toBe(revision);
});

it('is whole or not there: what cannot be written to its end leaves what was there', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'common-thread-kept-')), 'projection');
  writeFileSync(file, 'before');
  const broken = { epoch: '', lastWrite: '', projection: {} as never };
  await expect(keepProjection(file, broken)).rejects.toThrow();
  expect(readFileSync(file, 'utf8')).toBe('before');
});
