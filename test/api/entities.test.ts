import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBound } from '../../src/api/is-bound.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';
import { openApi, type Api } from './ask.ts';

onEveryEngine('lists of entities', (engine) => {
  let store: GraphStore;
  let api: Api;
  beforeAll(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  const list = async (field: string, args = '') => {
    const query = `{ list: ${field} ${args && `(${args})`} { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
      edges { cursor publicationCount node { id } } nodes { id } } }`;
    const { list: found } = await api.ask<{ list: any }, object>(query);
    expect(found.nodes).toEqual(found.edges.map(({ node }: any) => node));
    return { ...found, ids: found.nodes.map(({ id }: any) => id) };
  };
  const ids = async (field: string, args = '') => (await list(field, args)).ids;

  it('stand by name, whatever the script, with how many publications each has', async () => {
    const countries = await list('countries');
    expect(countries.ids).toEqual(['country/AT', 'country/RS']);
    expect(countries.edges.map((edge: any) => edge.publicationCount)).toEqual([4, 3]);
    expect(await ids('themes')).toEqual(['theme/asylum', 'theme/protection', 'theme/residence', 'theme/supply-chains']);
    expect(await ids('organisations')).toEqual(['organisation/astra', 'organisation/lefo', 'organisation/network']);
    expect(await ids('projects')).toEqual(['project/rest']);
    expect(await ids('persons')).toEqual(['person/author']);
  });

  it('stand by number of publications, and count those alone that are wanted', async () => {
    const themes = await list('themes', 'orderBy: PUBLICATIONS_DESC');
    expect(themes.edges.map(({ node, publicationCount }: any) => [node.id, publicationCount])).toEqual([
      ['theme/protection', 5], // with those of narrower themes
      ['theme/residence', 4],
      ['theme/asylum', 2],
      ['theme/supply-chains', 2],
    ]);
    const late = await list('themes', 'orderBy: PUBLICATIONS_DESC, filter: {publications: {yearFrom: 2022}}');
    expect(late.edges.map(({ node, publicationCount }: any) => [node.id, publicationCount])).toEqual([
      ['theme/protection', 2],
      ['theme/residence', 2],
      ['theme/asylum', 1],
    ]);
  });

  it('are paged forward and backward without gap or repetition, in every order', async () => {
    for (const orderBy of ['NAME_ASC', 'PUBLICATIONS_DESC']) {
      const whole = await ids('themes', `orderBy: ${orderBy}`);
      for (const [size, from, way] of [
        ['first', 'after', 'hasNextPage'],
        ['last', 'before', 'hasPreviousPage'],
      ] as const) {
        const walked: string[] = [];
        for (let cursor = ''; ;) {
          const page = await list('themes', `orderBy: ${orderBy}, ${size}: 1 ${cursor && `, ${from}: "${cursor}"`}`);
          expect(page.ids).toHaveLength(1);
          if (size === 'first') walked.push(...page.ids);
          else walked.unshift(...page.ids);
          if (!page.pageInfo[way]) break;
          cursor = page.edges[0].cursor;
        }
        expect(walked, `${orderBy} ${size}`).toEqual(whole);
      }
    }
  });

  it('are chosen by text, ids and what they are linked to', async () => {
    expect(await ids('themes', 'filter: {text: "leave to remain"}, orderBy: RELEVANCE')).toEqual(['theme/residence']);
    expect(await ids('countries', 'filter: {text: "Србија"}')).toEqual(['country/RS']);
    expect(await ids('themes', 'filter: {broader: ["theme/protection"]}')).toEqual(['theme/asylum', 'theme/residence']);
    expect(await ids('organisations', 'filter: {countries: ["country/AT"]}')).toEqual(['organisation/lefo']);
    expect(await ids('organisations', 'filter: {memberOf: ["organisation/network"]}')).toEqual(['organisation/lefo']);
    expect(await ids('organisations', 'filter: {ids: ["organisation/astra", "organisation/none"]}')).toEqual([
      'organisation/astra',
    ]);
    expect(await ids('projects', 'filter: {organisations: ["organisation/astra"], countries: ["country/RS"]}')).toEqual(
      ['project/rest'],
    );
    expect(await ids('projects', 'filter: {organisations: ["organisation/network"]}')).toEqual([]); // it only pays
    expect(await ids('instruments', 'filter: {types: ["treaty"]}')).toEqual(['instrument/convention']);
  });

  it('tell gaps: who is bound by an instrument and has no publication on something since a year', async () => {
    const bound = 'boundBy: ["instrument/convention"]';
    expect(await ids('countries', `filter: {${bound}}`)).toEqual(['country/RS']); // Austria has only signed
    expect(await ids('countries', 'filter: {notBoundBy: ["instrument/convention"]}')).toEqual(['country/AT']);
    expect(await ids('instruments', 'filter: {countries: ["country/RS"]}')).toEqual(['instrument/convention']);
    const gap = (filter: string) => ids('countries', `filter: {${bound}, withoutPublications: ${filter}}`);
    expect(await gap('{themes: ["theme/protection"], yearFrom: 2022}')).toEqual([]);
    expect(await gap('{themes: ["theme/protection"], yearFrom: 2023}')).toEqual(['country/RS']);
    expect(await gap('{themes: ["theme/supply-chains"]}')).toEqual(['country/RS']);
    expect(await gap('{}')).toEqual([]);
  });

  it('refuse an id that is written wrongly: it would look like a gap', async () => {
    const error = async (filter: string) => (await api.errorsOf(`{ countries(filter: ${filter}) { totalCount } }`))[0]!;
    for (const [filter, field, id] of [
      ['{withoutPublications: {themes: ["residence"]}}', 'themes', 'residence'],
      ['{publications: {not: {countries: ["theme/asylum"]}}}', 'countries', 'theme/asylum'],
      ['{boundBy: ["country/RS"]}', 'boundBy', 'country/RS'],
    ])
      expect((await error(filter!)).message).toContain(`filter: ${field}: "${id}" is no id of `);
    expect(await error('{notBoundBy: ["instrument/conventoin"]}')).toEqual({
      message:
        'filter: notBoundBy: "instrument/conventoin" is not in the catalogue, or no longer; search or suggest find ids.',
      code: 'BAD_USER_INPUT',
    });
    expect((await error('{publications: {languages: ["!!"]}}')).message).toContain(
      'filter: languages: "!!" is not a BCP 47 tag',
    );
  });

  it('take types and languages in any case', async () => {
    expect(await ids('instruments', 'filter: {types: ["Treaty"]}')).toEqual(['instrument/convention']);
    expect((await list('countries', 'filter: {publications: {languages: ["DE"], types: []}}')).ids).toEqual([]);
    expect((await list('countries', 'filter: {publications: {languages: ["DE"]}}')).ids).toHaveLength(2);
  });

  it('refuse an order by relevance to nothing, filters without end and cursors of other lists', async () => {
    const errors = async (args: string) => (await api.errorsOf(`{ themes(${args}) { totalCount } }`))[0]!;
    expect(await errors('orderBy: RELEVANCE')).toEqual({
      message: 'orderBy: RELEVANCE needs a text that all must say: filter: {text: "…"}.',
      code: 'BAD_USER_INPUT',
    });
    const many = JSON.stringify(Array.from({ length: 101 }, (_, i) => `theme/${i}`));
    expect((await errors(`filter: {ids: ${many}}`)).message).toBe('filter: ids has 101 values; the limit is 100.');
    expect((await errors('after: "x"')).code).toBe('BAD_USER_INPUT');
    const { pageInfo } = await list('themes', 'first: 1');
    for (const args of [
      `orderBy: PUBLICATIONS_DESC, after: "${pageInfo.endCursor}"`,
      `filter: {text: "asylum"}, orderBy: RELEVANCE, after: "${pageInfo.endCursor}"`,
    ])
      // prettier-ignore
      expect((await errors(args)).message).toMatch(/^"|^The cursor .* belongs to another list or order/);
    expect((await errors('first: 101')).message).toBe('first: 101 is not between 0 and 100.');
  });
});

onEveryEngine('publications by text', (engine) => {
  let api: Api;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await save(store, [
      ...smallCatalogue,
      publication('a', { title: 'Žrtve', date: '2019', themes: ['theme/asylum'], countries: ['country/RS'] }),
      publication('b', { title: 'Жртве и суд', date: '2021', countries: ['country/RS'] }),
      publication('c', { title: 'Annual report', summary: 'On žrtve.', date: '2023', countries: ['country/AT'] }),
    ]);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  const list = async (args: string) =>
    (
      await api.ask<{ publications: any }, object>(`{ publications(${args}) { totalCount
      edges { score node { id } } facets(by: [COUNTRY, YEAR], first: 1) { dimension values { value count } } } }`)
    ).publications;

  it('take text, filter, order and facets together', async () => {
    const all = await list('filter: {text: "zrtve"}, orderBy: RELEVANCE');
    expect(all.edges.map(({ node }: any) => node.id)).toEqual(['publication/a', 'publication/b', 'publication/c']);
    expect(all.edges.map(({ score }: any) => score)).toEqual(
      all.edges
        .map(({ score }: any) => score)
        .toSorted()
        .reverse(),
    );
    expect(all.facets).toEqual([
      { dimension: 'COUNTRY', values: [{ value: 'country/RS', count: 2 }] },
      { dimension: 'YEAR', values: [{ value: '2019', count: 1 }] },
    ]);
    const some = await list('filter: {text: "zrtve", countries: ["country/RS"], not: {text: "sud"}}');
    expect(some).toMatchObject({ totalCount: 1, edges: [{ node: { id: 'publication/a' } }] });
  });

  it('are found from an entity on as well, and have no score where nothing was searched for', async () => {
    const { theme } = await api.ask<{ theme: any }, object>(
      '{ theme(id: "theme/protection") { publications(filter: {text: "žrtve"}) { totalCount facets(by: [LANGUAGE]) { values { value count } } } } }',
    );
    expect(theme.publications).toEqual({ totalCount: 1, facets: [{ values: [{ value: 'en', count: 1 }] }] });
    expect((await list('first: 1')).edges[0].score).toBeNull();
  });

  it('stand by title in any script, both ways', async () => {
    const titles = async (orderBy: string) =>
      (await list(`orderBy: ${orderBy}, filter: {text: "zrtve"}`)).edges.map(({ node }: any) => node.id);
    expect(await titles('TITLE_ASC')).toEqual(['publication/c', 'publication/a', 'publication/b']);
    expect(await titles('TITLE_DESC')).toEqual(['publication/b', 'publication/a', 'publication/c']);
  });

  it('refuse facets twice and an order by relevance to nothing', async () => {
    const error = async (query: string) => (await api.errorsOf(query))[0]!.message;
    expect(await error('{ publications { facets(by: [YEAR, YEAR]) { dimension } } }')).toBe(
      'by: a dimension stands there twice: YEAR, YEAR.',
    );
    expect(await error('{ publications(orderBy: RELEVANCE) { totalCount } }')).toContain(
      'needs a text that all must say',
    );
    expect(await error('{ publications(filter: {text: "?"}) { totalCount } }')).toBe(
      'filter.text: "?" has no word to search for.',
    );
  });
});

it.each([
  ['ratification', true],
  ['accession', true],
  ['state party', true],
  ['signed, not ratified as of October 2017; party later', true],
  ['ratification by the end of 1932', true],
  ['signed', false],
  ['signature only', false],
  ['signatory state', false],
  ['not ratified', false],
  ['ratified, then denounced', false],
  ['national ratification law', false],
  ['no action', false],
  ['signed, not yet ratified', false],
  ['ratification pending', false],
  ['not in force', false],
  ['ratified 2008, withdrew 2010', false],
  ['non-party', false],
  ['Contracting Party', true],
  ['acceded', true],
  ['succeeded', true],
  ['consent to be bound', true],
  [undefined, false],
])('a country of which a source says “%s” is bound: %s', (status, bound) => {
  expect(isBound(status)).toBe(bound);
});
