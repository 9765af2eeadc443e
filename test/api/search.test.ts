import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';
import { openApi, type Api } from './ask.ts';

const records: CatalogueRecord[] = [
  ...smallCatalogue,
  {
    kind: 'organisation',
    id: 'organisation/czztlj',
    name: 'Centar za zaštitu žrtava trgovine ljudima',
    names: { en: 'Centre for Protection of Victims' },
    acronym: 'CZŽTLJ',
    type: 'government',
    country: 'country/RS',
    source,
  },
  { kind: 'organisation', id: 'organisation/astra-two', name: 'Astra', type: 'NGO', country: 'country/AT', source },
  publication('permits', {
    title: 'Residence permits for victims',
    titles: { de: 'Aufenthaltstitel für Betroffene' },
    summary: 'How <b>courts</b> decide on residence & asylum.',
    countries: ['country/RS'],
    themes: ['theme/residence'],
    isbn: '978-92-871-9450-0',
  }),
  publication('courts', { title: 'Courts', date: '2015', language: 'de', countries: ['country/AT'] }),
];

onEveryEngine('search and suggestions', (engine) => {
  let store: GraphStore;
  let api: Api;
  beforeAll(async () => {
    store = await engine.openEmpty();
    await save(store, records);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  const find = async (text: string, more = '') => {
    const query = `query ($text: String!) { search(text: $text ${more}) {
      totalCount kinds { kind count } takenAs { word words }
      pageInfo { hasNextPage endCursor }
      edges { score snippet matched node { id } }
      facets(by: [COUNTRY, YEAR]) { dimension values { value count entity { id } label(language: "de") } }
    } }`;
    const { search } = await api.ask<{ search: any }, { text: string }>(query, { text });
    return { ...search, ids: search.edges.map(({ node }: any) => node.id) };
  };

  it('finds every kind by every name, in any script', async () => {
    for (const text of ['CZŽTLJ', 'czztlj', 'ЦЗЖТЉ', 'centre protection', 'заштиту жртава'])
      expect((await find(text)).ids, text).toEqual(['organisation/czztlj']);
    expect((await find('Aufenthaltstitel')).ids).toEqual(['theme/residence', 'publication/permits']);
    expect((await find('Србија')).ids).toEqual(['country/RS']);
    expect((await find('rest')).ids).toEqual(['project/rest']);
  });

  it('tells how many of each kind there are, and facets of all publications found, whatever the page', async () => {
    const found = await find('courts', ', first: 1');
    expect(found).toMatchObject({ totalCount: 2, ids: ['publication/courts'], pageInfo: { hasNextPage: true } });
    expect(found.kinds).toEqual([{ kind: 'PUBLICATION', count: 2 }]);
    expect(found.facets).toEqual([
      {
        dimension: 'COUNTRY',
        values: [
          { value: 'country/AT', count: 1, entity: { id: 'country/AT' }, label: 'Österreich' },
          { value: 'country/RS', count: 1, entity: { id: 'country/RS' }, label: 'Serbien' },
        ],
      },
      {
        dimension: 'YEAR',
        values: [
          { value: '2015', count: 1, entity: null, label: '2015' },
          { value: '2020', count: 1, entity: null, label: '2020' },
        ],
      },
    ]);
    const rest = await find('courts', `, first: 1, after: ${JSON.stringify(found.pageInfo.endCursor)}`);
    expect(rest).toMatchObject({ ids: ['publication/permits'], pageInfo: { hasNextPage: false } });
    const back = await find('courts', `, last: 1, before: ${JSON.stringify(rest.pageInfo.endCursor)}`);
    expect(back).toMatchObject({ ids: ['publication/courts'], pageInfo: { hasNextPage: true } });
  });

  it('shows the passage with the words marked, and is harmless whatever the text holds', async () => {
    const { edges } = await find('courts residence');
    expect(edges[0]).toMatchObject({
      snippet: 'How &lt;b&gt;<mark>courts</mark>&lt;/b&gt; decide on <mark>residence</mark> &amp; asylum.',
      matched: ['Residence', 'courts', 'residence'],
    });
  });

  it('keeps to the kinds and publications wanted', async () => {
    expect((await find('residence', ', kinds: [THEME]')).ids).toEqual(['theme/residence']);
    expect((await find('residence', ', filter: {countries: ["country/RS"]}')).ids).toEqual(['publication/permits']);
    expect((await find('residence', ', kinds: [THEME, COUNTRY], filter: {}')).ids).toEqual([]);
  });

  it('takes a word that stands nowhere for one a letter away, and says so', async () => {
    const found = await find('residense');
    expect(found.takenAs).toEqual([{ word: 'residense', words: ['residence'] }]);
    expect(found.ids).toContain('publication/permits');
  });

  it('finds what an id, a DOI, an ISBN or an address stands for', async () => {
    for (const [text, id] of [
      ['publication/brief', 'publication/brief'],
      ['10.1000/brief', 'publication/brief'],
      ['https://doi.org/10.1000/BRIEF', 'publication/brief'],
      ['http://example.org/guide', 'publication/guide'],
      ['ISBN 978-92-871-9450-0', 'publication/permits'],
    ])
      expect((await find(text!)).ids, text).toEqual([id]);
  });

  it('refuses a text without a word, and one that is a whole text, and says what to do', async () => {
    const errors = (text: string) =>
      api.errorsOf('query ($text: String!) { search(text: $text) { totalCount } }', { text });
    expect(await errors(' „!?“ ')).toEqual([
      { message: 'text: " „!?“ " has no word to search for.', code: 'BAD_USER_INPUT' },
    ]);
    expect((await errors('word '.repeat(33)))[0]!.message).toBe('text has 33 words; the limit is 32.');
    expect((await errors('w'.repeat(1001)))[0]!.message).toContain('related(to: {text})');
  });

  it('suggests names that go on so, with what tells namesakes apart', async () => {
    const query = `query ($prefix: String!, $kinds: [Kind!], $language: String) {
      suggest(prefix: $prefix, kinds: $kinds, language: $language) { id kind label hint node { id } } }`;
    const suggest = async (variables: object) =>
      (await api.ask<{ suggest: { id: string; label: string; hint: string }[] }, object>(query, variables)).suggest;
    expect((await suggest({ prefix: 'astr' })).map(({ label, hint }) => [label, hint])).toEqual([
      ['ASTRA', 'Serbia'],
      ['Astra', 'NGO · Austria'],
    ]);
    expect(await suggest({ prefix: 'czz', language: 'en' })).toEqual([
      {
        id: 'organisation/czztlj',
        kind: 'ORGANISATION',
        label: 'Centre for Protection of Victims',
        hint: 'CZŽTLJ · government · Serbia',
        node: { id: 'organisation/czztlj' },
      },
    ]);
    expect((await suggest({ prefix: 'leave to', language: 'de' }))[0]).toMatchObject({
      label: 'Aufenthaltstitel',
      hint: 'leave to remain · protection',
    });
    expect((await suggest({ prefix: 'resid' })).map(({ id }) => id)).toEqual([
      'theme/residence',
      'project/rest',
      'publication/permits',
    ]);
    expect(await suggest({ prefix: 'resid', kinds: ['PROJECT'] })).toMatchObject([{ id: 'project/rest' }]);
    expect(await suggest({ prefix: '  ' })).toEqual([]);
  });

  it('shows a write after it, and forgets what has gone', async () => {
    const write = async (title: string) => {
      await save(store, [publication('late', { title })]);
      await api.catalogue.refresh();
    };
    await write('Xenophobia');
    expect((await find('xenophobia')).ids).toEqual(['publication/late']);
    await write('Another word');
    expect((await find('xenophobia')).ids).toEqual([]);
    expect((await find('another word')).ids).toEqual(['publication/late']);
  });
});
