import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { publication, save } from '../records.ts';
import { serve, type Served } from './serve.ts';

/** More than one table may have. */
const total = 10_050;
const many = Array.from({ length: total }, (_, number) =>
  publication(`p-${number}`, { title: `No. ${number}`, date: String(2000 + (number % 20)), language: undefined }),
);

onEveryEngine('a list in pages as CSV', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, []);
    const { store } = served.catalogue;
    for (let start = 0; start < total; start += 1_000) await save(store, many.slice(start, start + 1_000));
    await served.catalogue.refresh();
  }, 240_000);
  afterAll(() => served.close());

  const get = (parameters: Record<string, string>, headers: Record<string, string> = { accept: 'text/csv' }) =>
    fetch(`${served.url}/graphql?${new URLSearchParams(parameters)}`, { headers });
  const idsOf = (text: string) =>
    (parse(text, { bom: true, columns: true }) as Record<string, string>[]).map(({ id }) => id!);
  const paged = (size: number, filter = '{}', variable = 'after') =>
    `query Q($${variable}: String) { publications(first: ${size}, filter: ${filter}, after: $${variable}) {
       nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const year = '{yearFrom: 2003, yearTo: 2003}';
  const ofYear = many.filter(({ date }) => date === '2003').map(({ id }) => id);

  it.each([['after'], ['endCursor'], ['goOn']])(
    'is followed to its end where the question takes the cursor as $%s',
    async (variable) => {
      const response = await get({ query: paged(100, year, variable) });
      expect(response.headers.get('x-row-count')).toBe(String(ofYear.length));
      for (const name of ['x-next-cursor', 'link']) expect(response.headers.get(name)).toBeNull();
      const ids = idsOf(await response.text());
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.sort()).toEqual([...ofYear].sort());
    },
  );

  it('goes on from where it is told to', async () => {
    const first = await get({ query: paged(100, year), variables: '{}' }, { accept: 'application/json' });
    const { data } = (await first.json()) as { data: { publications: { pageInfo: { endCursor: string } } } };
    const variables = JSON.stringify({ after: data.publications.pageInfo.endCursor });
    expect(idsOf(await (await get({ query: paged(100, year), variables })).text())).toHaveLength(ofYear.length - 100);
  });

  it('ends after ten thousand rows and says so in its headers and its name', async () => {
    const response = await get({ query: paged(100), format: 'csv' });
    const ids = idsOf(await response.text());
    expect([response.status, ids.length, new Set(ids).size]).toEqual([200, 10_000, 10_000]);
    expect(response.headers.get('x-row-count')).toBe('10000');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="Q-first-10000.csv"');
    const [, address] = /^<(.+)>; rel="next"$/.exec(response.headers.get('link')!)!;
    expect(JSON.parse(new URLSearchParams(address!.split('?')[1]).get('variables')!)).toEqual({
      after: response.headers.get('x-next-cursor'),
    });
    const rest = await fetch(new URL(address!, served.url));
    expect(rest.headers.get('link')).toBeNull();
    expect(new Set([...ids, ...idsOf(await rest.text())]).size).toBe(total);
  });

  it('ends after a hundred pages, so that one link is not ten thousand questions', async () => {
    const response = await get({ query: paged(7) });
    expect(idsOf(await response.text())).toHaveLength(700);
    expect([response.headers.get('x-row-count'), response.headers.get('x-next-cursor')]).toEqual([
      '700',
      expect.any(String),
    ]);
  });

  it('says that more follow where only one page was asked for', async () => {
    const query = '{ publications(first: 5) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    const { headers } = await get({ query });
    expect([headers.get('x-row-count'), headers.get('x-next-cursor')]).toEqual(['5', expect.any(String)]);
    expect(headers.get('link')).toBeNull();
  });

  it('is left unfinished when nobody waits for it any more', async () => {
    const { catalogue } = served;
    catalogue.records.forget(); // so that every page is read
    const reading = vi.spyOn(catalogue.records, 'read');
    const leaving = new AbortController();
    const query = paged(100).replace('query Q', 'query Left');
    const search = new URLSearchParams({ query });
    const asking = fetch(`${served.url}/graphql?${search}`, {
      headers: { accept: 'text/csv' },
      signal: leaving.signal,
    });
    await vi.waitUntil(() => reading.mock.calls.length > 2);
    leaving.abort();
    await expect(asking).rejects.toThrow('aborted');
    await vi.waitUntil(async () => {
      const before = reading.mock.calls.length;
      await new Promise((rested) => setTimeout(rested, 200));
      return reading.mock.calls.length === before;
    });
    expect(reading.mock.calls.length).toBeLessThan(90);
    reading.mockRestore();
  });

  it('is made for a few at a time; who comes then is told to wait', async () => {
    const names = Array.from({ length: 6 }, (_, number) => `query Q${number}_`);
    const answers = await Promise.all(names.map((name) => get({ query: paged(100).replace('query Q', name) })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 503, 503]);
    expect(answers.find(({ status }) => status === 503)!.headers.get('retry-after')).toBe('5');
    expect((await get({ query: paged(100) })).status).toBe(200);
  });

  it('is of one state of the graph, whatever is written meanwhile', async () => {
    const { catalogue } = served;
    catalogue.records.forget();
    const read = catalogue.records.read.bind(catalogue.records);
    // Right after the first page, which holds none of that year.
    const writing = vi.spyOn(catalogue.records, 'read').mockImplementationOnce(async (ids) => {
      await save(catalogue.store, [publication('late', { date: '2010' })]);
      await catalogue.refresh();
      return read(ids);
    });
    const query = paged(100).replace('query Q', 'query Another');
    const ids = idsOf(await (await get({ query })).text());
    expect(writing).toHaveBeenCalled();
    writing.mockRestore();
    expect([ids.length, ids.includes('publication/late')]).toEqual([10_000, false]);
    expect(idsOf(await (await get({ query })).text())).toContain('publication/late');
  });
});
