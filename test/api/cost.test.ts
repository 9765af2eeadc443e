import { getOperationAST, Kind, parse, type GraphQLSchema } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import { costOf, limits } from '../../src/api/cost.ts';
import { createSchema } from '../../src/api/schema.ts';
import { followStore } from '../../src/catalogue.ts';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue, source } from '../records.ts';
import { openApi } from './ask.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

function cost(query: string, variables = {}) {
  const document = parse(query);
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return costOf(
    schema,
    getOperationAST(document)!,
    new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables,
  );
}

it.each<[string, string, object, { cost: number; depth: number }]>([
  ['a field costs one', '{ status { revision } }', {}, { cost: 2, depth: 2 }],
  [
    'a page multiplies what is in it, once',
    '{ publications(first: 7) { nodes { id title } } }',
    {},
    { cost: 1 + 1 + 14, depth: 3 },
  ],
  [
    'a page given by a variable counts as its value',
    'query($n: Int) { publications(first: $n) { nodes { id } } }',
    { n: 3 },
    { cost: 1 + 1 + 3, depth: 3 },
  ],
  [
    'one that is not given, or null, counts as the usual one',
    'query($n: Int) { publications(first: $n) { nodes { id } } a: publications(first: null) { nodes { id } } }',
    { n: null },
    { cost: 2 * (1 + 1 + 20), depth: 3 },
  ],
  [
    'ids given by a variable count as they are',
    'query($i: [ID!]!) { nodes(ids: $i) { id } }',
    { i: ['a', 'b', 'c'] },
    { cost: 4, depth: 2 },
  ],
  ['a list counts as ten', '{ country(id: "x") { organisations { id } } }', {}, { cost: 1 + 1 + 10, depth: 3 }],
  ['ids count as they are', '{ nodes(ids: ["a", "b"]) { id } }', {}, { cost: 1 + 2, depth: 2 }],
  [
    'fragments count where they stand',
    '{ publications(first: 2) { ...F } } fragment F on PublicationConnection { nodes { ... on Publication { id } } }',
    {},
    { cost: 1 + 1 + 2, depth: 3 },
  ],
  [
    'what a connection has beside its page counts once',
    '{ publications(first: 100) { totalCount nodes { id } facets(by: [YEAR]) { values { value count } } } }',
    {},
    { cost: 1 + 1 + (1 + 100) + (250 + 10 * (1 + 10 * 2)), depth: 4 },
  ],
  [
    'a search costs a thousand',
    '{ search(text: "x", first: 2) { nodes { id } } }',
    {},
    { cost: 1_000 + 1 + 2, depth: 3 },
  ],
  [
    'every text in a filter costs a thousand',
    'query ($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }',
    { filter: { text: 'x', any: [{ text: 'y' }, { not: { text: 'z' } }] } },
    { cost: 1 + 3_000 + 1, depth: 2 },
  ],
  ['introspection costs nothing', '{ __schema { types { name } } }', {}, { cost: 0, depth: 0 }],
])('%s', (_, query, variables, expected) => {
  expect(cost(query, variables)).toEqual(expected);
});

it('the cyclic query that would hold a server for minutes is counted in no time', () => {
  const cycle = (left: number): string =>
    left === 0 ? 'id' : `publishers { publications(first: 100) { nodes { ${cycle(left - 1)} } } }`;
  const started = performance.now();
  expect(cost(`{ publications(first: 100) { nodes { ${cycle(20)} } } }`).cost).toBeGreaterThan(limits.cost);
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('fragments that double with every line are counted in no time, and refused', () => {
  const doubling = Array.from({ length: 100 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const started = performance.now();
  const query = `{ ...F0 } ${doubling.join(' ')} fragment F100 on Query { __typename }`;
  expect(cost(query).cost).toBeGreaterThan(limits.cost);
  expect(performance.now() - started).toBeLessThan(1_000);
});

onEveryEngine('the limits of the API', (engine) => {
  it('refuse by code and name the cheaper way; every other answer tells its cost', async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const catalogue = await followStore({ ...store, close: async () => {} });
    const apollo = await createApollo();
    const ask = async (query: string) => {
      const { body } = await apollo.executeOperation({ query }, { contextValue: createContext(catalogue) });
      return body.kind === 'single' ? body.singleResult : undefined;
    };
    const cheap = await ask('{ publications(first: 2) { nodes { id } } }');
    expect(cheap).toMatchObject({
      data: { publications: { nodes: [{}, {}] } },
      extensions: { cost: { requested: 4, budget: 20_000 } },
    });
    const costly = await ask(
      '{ publications(first: 100) { nodes { publishers { publications(first: 100) { nodes { id } } } } } }',
    );
    expect(costly!.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COSTLY' }, message: expect.stringMatching(/first:.*two steps/) },
    ]);
    const deep = await ask(
      `{ publication(id: "publication/guide") { ${'related(first: 1) { nodes { '.repeat(8)} id ${'}}'.repeat(8)} } }`,
    );
    expect(deep!.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COSTLY' }, message: expect.stringMatching(/14 fields deep/) },
    ]);
    const defaults = await ask(
      'query($n: Int = 100) { publications(first: $n) { nodes { publishers { publications(first: $n) { nodes { id } } } } } }',
    );
    expect(defaults!.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
    await apollo.stop();
    await catalogue.close();
  });

  it('stop an answer whose lists turn out longer than they were taken to be', async () => {
    const store = await engine.openEmpty();
    const countries = Array.from({ length: 150 }, (_, i) => ({
      kind: 'country' as const,
      id: `country/${String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))}`,
      name: 'x',
      source,
    }));
    const parties = countries.map(({ id }) => ({ country: id, status: 'ratification' }));
    const law = (key: string) => ({
      kind: 'instrument' as const,
      id: `instrument/${key}`,
      title: key,
      parties,
      source,
    });
    await save(store, [...countries, law('a'), law('b')]);
    const catalogue = await followStore({ ...store, close: async () => {} });
    const apollo = await createApollo();
    const parts =
      'parties { country { instruments { instrument { parties { country { instruments { status } } } } } } }';
    const { body } = await apollo.executeOperation(
      { query: `{ instrument(id: "instrument/a") { ${parts} } }` },
      { contextValue: createContext(catalogue) },
    );
    const { errors } = body.kind === 'single' ? body.singleResult : {};
    expect(errors!.length).toBeLessThanOrEqual(5);
    expect(errors![0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY' },
      message: expect.stringMatching(/20000 objects/),
    });
    await apollo.stop();
    await catalogue.close();
  });

  it('hold filters to a size', async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const api = await openApi(store);
    const query = 'query($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }';
    const deep = Array.from({ length: 9 }).reduce((inner) => ({ not: inner }), {});
    for (const [filter, message] of [
      [{ any: Array.from({ length: 51 }, () => ({})) }, /more than 50 parts/],
      [deep, /more than 8 deep/],
      [{ countries: Array.from({ length: 101 }, () => 'country/RS') }, /countries has 101 values; the limit is 100/],
    ] as const)
      expect(await api.errorsOf(query, { filter })).toEqual([
        { code: 'BAD_USER_INPUT', message: expect.stringMatching(message) },
      ]);
    await api.catalogue.close();
  });
});
