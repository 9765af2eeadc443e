import { expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';
import { openApi } from './ask.ts';

interface Answer {
  path: { length: number; hops: { statement: { from: { id: string }; confidence: number } | null }[] }[];
}

onEveryEngine('a path', (engine) => {
  const question = `{ path(from: "theme/asylum", to: "country/RS") {
    length hops { statement { from { id } to { id } confidence source { url } } } } }`;

  it('tells what each hop stands on, is kept in memory, and tells anew what was written since', async () => {
    const store = await engine.openEmpty();
    const link = { themes: ['theme/asylum'], countries: ['country/RS'] };
    const others = smallCatalogue.filter(({ kind }) => kind !== 'publication');
    await save(store, [...others, publication('a', link), publication('b', link)]);
    const api = await openApi(store);
    const ask = () => api.ask<Answer, object>(question);
    const hops = (a: number) =>
      [
        ['a', a],
        ['b', 1],
      ].map(([key, confidence]) => ({
        length: 2,
        hops: ['theme/asylum', 'country/RS'].map(() =>
          expect.objectContaining({
            statement: expect.objectContaining({ from: { id: `publication/${key}` }, confidence }),
          }),
        ),
      }));

    expect((await ask()).path).toEqual(hops(1));
    expect(api.reads).toBeGreaterThan(0);
    expect((await ask()).path).toEqual(hops(1));
    expect(api.reads).toBe(0);

    await save(store, [publication('a', { ...link, source: { ...source, verified: false } })]);
    await api.catalogue.refresh();
    expect((await ask()).path).toEqual(hops(0.5));
    await api.catalogue.close();
  });
});
