import { beforeEach, expect, it } from 'vitest';
import { readStats } from '../../src/graph/stats.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';

onEveryEngine('what the catalogue covers', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });
  const linesOf = async (dimension: string) =>
    (await readStats(store))
      .filter((line) => line.dimension === dimension)
      .map(({ value, count, verified }) => `${value} ${count}/${verified}`);

  it('is nothing when it is empty', async () => {
    expect(await readStats(store)).toEqual([]);
  });

  it('is told by kind, in their order', async () => {
    await save(store, smallCatalogue);
    expect(await linesOf('kind')).toEqual([
      'publication 7/7',
      'organisation 3/3',
      'country 2/2',
      'instrument 3/3',
      'theme 4/4',
      'project 1/1',
      'person 1/1',
    ]);
  });

  it('is told of publications by language, country, year and type, the largest first and years in order', async () => {
    await save(store, smallCatalogue);
    expect(await linesOf('language')).toEqual(['en 6/6', 'de 1/1']);
    expect(await linesOf('country')).toEqual(['country/AT 4/4', 'country/RS 3/3', 'unknown 2/2']);
    expect(await linesOf('year')).toEqual(['2019 1/1', '2020 1/1', '2021 2/2', '2022 1/1', '2023 1/1', 'unknown 1/1']);
    expect(await linesOf('type')).toEqual(['unknown 6/6', 'policy brief 1/1']);
  });

  it('tells what nobody has seen, and a publication in several languages in each', async () => {
    const source = { file: 'from memory', verified: false };
    await save(store, [publication('a', { languages: ['en', 'sr-Latn'], source }), publication('b')]);
    expect(await linesOf('language')).toEqual(['en 2/1', 'sr-Latn 1/0']);
  });

  it('names what links wait for, with the number of those that wait', async () => {
    await save(store, [
      publication('a', { themes: ['theme/nowhere'], cites: ['publication/nowhere'] }),
      publication('b', { themes: ['theme/nowhere'] }),
    ]);
    expect(await linesOf('missing')).toEqual(['theme/nowhere 2/0', 'publication/nowhere 1/0']);
  });
});
