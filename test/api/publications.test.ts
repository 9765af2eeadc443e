import { afterAll, beforeAll, expect, it } from 'vitest';
import { PublicationsDocument, type PublicationsQueryVariables } from '../../src/client/operations.generated.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save } from '../records.ts';
import { openApi, type Api } from './ask.ts';

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const dates = ['2024', '2024', '2023-05', '2023-05-01', '2020', undefined, undefined];
const records = keys.map((key, i) => publication(key, { date: dates[i] }));
const newest = [
  'publication/a',
  'publication/b',
  'publication/d',
  'publication/c',
  'publication/e',
  'publication/f',
  'publication/g',
];

onEveryEngine('a list of publications', (engine) => {
  let store: GraphStore;
  let api: Api;
  beforeAll(async () => {
    store = await engine.openEmpty();
    await save(store, records);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  const page = async (variables: Partial<PublicationsQueryVariables>) => {
    const { publications } = await api.ask(PublicationsDocument, variables as PublicationsQueryVariables);
    return { ...publications, ids: publications.edges.map(({ node }) => node.id) };
  };

  async function walk(variables: Partial<PublicationsQueryVariables>, backward: boolean): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { ids, pageInfo } = await page({
        ...variables,
        ...(backward ? { last: 2, before: cursor } : { first: 2, after: cursor }),
      });
      if (backward) found.unshift(...ids);
      else found.push(...ids);
      more = backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
      cursor = (backward ? pageInfo.startCursor : pageInfo.endCursor) ?? undefined;
    }
    return found;
  }

  it('is walked forward and backward in either order without gap or repetition', async () => {
    expect(await walk({}, false)).toEqual(newest);
    expect(await walk({}, true)).toEqual(newest);
    const oldest = newest.toReversed();
    expect(await walk({ orderBy: 'DATE_ASC' }, false)).toEqual(oldest);
    expect(await walk({ orderBy: 'DATE_ASC' }, true)).toEqual(oldest);
  });

  it('tells how many there are in all, whatever the page', async () => {
    expect((await page({ first: 2, filter: { yearFrom: 2023 } })).totalCount).toBe(4);
  });

  it('says on the first and last page that nothing comes before or after', async () => {
    const { pageInfo } = await page({ first: 7 });
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect((await page({ first: 3, after: pageInfo.startCursor })).pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('keeps its place when a publication comes in before it', async () => {
    const { pageInfo } = await page({ first: 3 });
    await save(store, [publication('aa', { date: '2024-06' })]);
    await api.catalogue.refresh();
    expect((await page({ first: 2, after: pageInfo.endCursor })).ids).toEqual(['publication/c', 'publication/e']);
  });

  it.each([
    ['a cursor from elsewhere', { after: 'xyz' }, /"xyz" is not a cursor of this list/],
    ['a page that is too large', { first: 101 }, /first: 101 is not between 0 and 100/],
    ['a negative page', { last: -1 }, /last: -1 is not between 0 and 100/],
    ['both directions at once', { first: 1, last: 1 }, /Both first and last were given/],
  ])('refuses %s by name', async (_, variables, message) => {
    const [error] = await api.errorsOf(PublicationsDocument as never, variables);
    expect(error).toEqual({ message: expect.stringMatching(message), code: 'BAD_USER_INPUT' });
  });
});
