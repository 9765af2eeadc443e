import { expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';
import { openApi } from './ask.ts';

onEveryEngine('nested lists of the API', (engine) => {
  it('cost as many reads for 100 publications as for one', async () => {
    const store = await engine.openEmpty();
    const keys = Array.from({ length: 100 }, (_, i) => String(i));
    await save(store, [
      ...smallCatalogue,
      ...keys.map((key) => ({
        kind: 'organisation' as const,
        id: `organisation/${key}`,
        name: key,
        country: 'country/RS',
        source,
      })),
      ...keys.map((key) => ({
        kind: 'theme' as const,
        id: `theme/${key}`,
        prefLabel: { en: key },
        broader: ['theme/asylum'],
        source,
      })),
      ...keys.map((key) => ({ kind: 'person' as const, id: `person/${key}`, name: key, source })),
      ...keys.map((key) =>
        publication(key, {
          date: '2024',
          publishers: [`organisation/${key}`],
          authors: [`person/${key}`],
          themes: [`theme/${key}`, 'theme/residence'],
          countries: ['country/RS'],
          instruments: ['instrument/convention'],
          project: 'project/rest',
        }),
      ),
    ]);
    const api = await openApi(store);
    const nested = (first: number) => `{ publications(first: ${first}) { nodes { id
      publishers { id country { id } memberOf { id } } authors { __typename ... on Person { name } } themes { id broader { id } }
      countries { id instruments { status instrument { id } } } instruments { id parties { status country { id } } }
      project { coordinator { id } } statements { to { id } }
      related(first: 1) { edges { node { id } reasons { text statements { id } } } } } } }`;
    const one = await api.ask<{ publications: { nodes: object[] } }, object>(nested(1));
    expect(one.publications.nodes).toHaveLength(1);
    const reads = api.reads;
    expect(reads).toBeGreaterThan(5);
    const all = await api.ask<{ publications: { nodes: object[] } }, object>(nested(100));
    expect(all.publications.nodes).toHaveLength(100);
    expect(api.reads).toBeLessThanOrEqual(reads + 1);
    await api.catalogue.close();
  });
});
