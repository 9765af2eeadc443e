import { getOperationAST, Kind, parse, type GraphQLSchema } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import { costOf, limits } from '../../src/api/cost.ts';
import { createSchema } from '../../src/api/schema.ts';
import { followStore } from '../../src/catalogue.ts';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';

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
    { cost: 1 + 7 + 14, depth: 3 },
  ],
  [
    'a page given by a variable counts as its value',
    'query($n: Int) { publications(first: $n) { nodes { id } } }',
    { n: 3 },
    { cost: 1 + 3 + 3, depth: 3 },
  ],
  [
    'one that is not given counts as the largest',
    'query($n: Int) { publications(first: $n) { nodes { id } } }',
    {},
    { cost: 201, depth: 3 },
  ],
  ['a list counts as ten', '{ country(id: "x") { organisations { id } } }', {}, { cost: 1 + 1 + 10, depth: 3 }],
  ['ids count as they are', '{ nodes(ids: ["a", "b"]) { id } }', {}, { cost: 1 + 2, depth: 2 }],
  [
    'fragments count where they stand',
    '{ publications(first: 2) { ...F } } fragment F on PublicationConnection { nodes { ... on Publication { id } } }',
    {},
    { cost: 1 + 2 + 2, depth: 3 },
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
      extensions: { cost: { requested: 5, budget: 20_000 } },
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
    await apollo.stop();
    await catalogue.close();
  });
});
