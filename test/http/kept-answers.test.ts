import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createSchema } from '../../src/api/schema.ts';
import { saveChecks, type AddressCheck } from '../../src/graph/addresses.ts';
import { propose } from '../../src/graph/proposals.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { withdraw } from '../../src/graph/retire.ts';
import { onEveryEngine } from '../engines.ts';
import { act, save, smallCatalogue, source } from '../records.ts';
import { serve, type Served } from './serve.ts';
import { log } from '../../src/observe/log.ts';

const json = { 'content-type': 'application/json' };
const checked = (url: string, status: AddressCheck['status']): AddressCheck => ({
  url,
  status,
  httpStatus: status === 'alive' ? 200 : 404,
  checkedAt: '2026-01-02T03:04:05.000Z',
});

/** Every field that can be asked for without arguments, so many levels deep. */
function everything(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '__typename';
  const open = (field: GraphQLField<unknown, unknown>) =>
    field.args.every((argument) => argument.defaultValue !== undefined || !String(argument.type).endsWith('!'));
  const fields = Object.values(type.getFields())
    .filter(open)
    .flatMap((field) => {
      const named = getNamedType(field.type);
      const arguments_ = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
      if (isLeafType(named)) return [`${field.name}${arguments_}`];
      return depth > 0 ? [`${field.name}${arguments_} { ${everything(named, depth - 1)} }`] : [];
    });
  return ['__typename', ...fields].join(' ');
}

onEveryEngine('keeping what /graphql answers', (engine) => {
  let served: Served;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
    schema = await createSchema();
  });
  afterAll(() => served.close());
  afterEach(() => served.failReads(false));

  const get = (query: string, headers: Record<string, string> = {}, rest: Record<string, string> = {}) =>
    fetch(`${served.url}/graphql?${new URLSearchParams({ query, ...rest })}`, { headers });
  const post = (query: string) =>
    fetch(`${served.url}/graphql`, { method: 'POST', headers: json, body: JSON.stringify({ query }) });
  const title = '{ publication(id: "publication/brief") { title } }';
  /** No address is kept in memory, so that this costs a read of the graph. */
  const byAddress = (alias: string) => `{ ${alias}: publication(url: "https://example.org/brief") { title } }`;

  it('says that anybody may keep an answer for a while, and by what it can be told', async () => {
    const { headers } = await get(title);
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600, stale-if-error=86400');
    expect(headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
    expect(headers.get('vary')).toBe('accept, accept-encoding');
    expect(headers.get('access-control-expose-headers')).toContain('etag');
  });

  it('sends nothing again that the client has', async () => {
    const first = await get(title);
    const etag = first.headers.get('etag')!;
    const again = await get(title, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    for (const name of ['cache-control', 'vary']) expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect((await get(title, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('answers the same question again without running it, until the next write', async () => {
    const asked = await get(byAddress('kept'));
    const etag = asked.headers.get('etag')!;
    const body = await asked.text();
    const said = vi.spyOn(log, 'error').mockReturnValue();
    served.failReads(true);
    const again = await get(byAddress('kept'));
    expect([again.status, await again.text()]).toEqual([200, body]);
    expect((await get(byAddress('kept'), { 'if-none-match': etag })).status).toBe(304);
    expect(await (await get(byAddress('fresh'))).json()).toHaveProperty('errors');
    served.failReads(false);
    said.mockRestore();
    const brief = smallCatalogue.find(({ id }) => id === 'publication/brief')!;
    await save(served.catalogue.store, [{ ...brief, title: 'Another title' } as typeof brief]);
    await served.catalogue.refresh();
    const changed = await get(byAddress('kept'), { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ data: { kept: { title: 'Another title' } } });
  });

  it('tells questions apart by all that decides the answer', async () => {
    const two = 'query A($id: ID!) { node(id: $id) { id } } query B($id: ID!) { node(id: $id) { __typename } }';
    const ask = async (operationName: string, id: string, accept = 'application/json') => {
      const response = await get(two, { accept }, { operationName, variables: JSON.stringify({ id }) });
      return [response.headers.get('content-type'), ((await response.json()) as { data: unknown }).data];
    };
    for (let times = 0; times < 2; times++) {
      const plain = 'application/json; charset=utf-8';
      expect(await ask('A', 'country/RS')).toEqual([plain, { node: { id: 'country/RS' } }]);
      expect(await ask('A', 'country/AT')).toEqual([plain, { node: { id: 'country/AT' } }]);
      expect(await ask('B', 'country/AT')).toEqual([plain, { node: { __typename: 'Country' } }]);
      const other = 'application/graphql-response+json';
      expect(await ask('B', 'country/AT', other)).toEqual([
        `${other}; charset=utf-8`,
        { node: { __typename: 'Country' } },
      ]);
    }
  });

  it('takes a POST without a question for none, whatever is kept of its address', async () => {
    expect((await get(title)).status).toBe(200);
    const address = `${served.url}/graphql?${new URLSearchParams({ query: title })}`;
    expect((await fetch(address, { method: 'POST', headers: json, body: 'null' })).status).toBe(400);
  });

  it('tells the same cost of an answer that was kept', async () => {
    const [first, second] = [await (await get(title)).json(), await (await get(title)).json()];
    expect(second).toEqual(first);
    expect(second).toHaveProperty('extensions.cost.requested', 2);
  });

  it('lets caches ask for news every few seconds', async () => {
    for (const query of [
      '{ status { revision } }',
      '{ changes { nodes { id } } }',
      '{ a: __typename status { revision } }',
    ])
      expect((await get(query)).headers.get('cache-control')).toBe('public, max-age=5');
  });

  it('lets nobody keep an answer about a text, nor errors, nor what was posted', async () => {
    const text = '{ related(to: {text: "Residence permits in Serbia"}) { totalCount } }';
    for (const response of [
      await get(text),
      await get('{ publication(id: "publication/brief", doi: "10.1000/brief") { title } }'),
      await get('{ related(to: {id: "publication/nowhere"}) { totalCount } }'),
      await get('{ titel }'),
      await get('{'),
      await post(title),
    ]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
    }
  });

  it('keeps no answer about a text itself', async () => {
    const linking = vi.spyOn(served.catalogue.linker, 'link');
    const text = '{ related(to: {text: "Residence permits in Austria"}) { totalCount } }';
    for (let times = 0; times < 2; times++) await (await get(text)).text();
    for (let times = 0; times < 2; times++) await (await post(text)).text();
    expect(linking).toHaveBeenCalledTimes(4);
    linking.mockRestore();
  });

  it('never says of anything what it was before a write, even one that is no revision', async () => {
    const { store } = served.catalogue;
    const samples = new Map(smallCatalogue.map((record) => [record.kind, record.id]));
    samples.set('publication', 'publication/brief');
    const questions = [...samples.values()].flatMap((id) => {
      const field = id.split('/')[0]!;
      const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type);
      return Object.values(
        (type as typeof type & { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields(),
      )
        .filter((inner) => inner.args.every(({ type }) => !String(type).endsWith('!')))
        .map(({ name, type }) => {
          const inside = isLeafType(getNamedType(type)) ? '' : `{ ${everything(getNamedType(type), 1)} }`;
          return `{ ${field}(id: "${id}") { ${name} ${inside} } }`;
        });
    });
    const ask = async (space: string) => {
      const answers = await Promise.all(questions.map(async (query) => (await post(`${query}${space}`)).json()));
      return answers.map((answer) => answer as { data: unknown; errors: unknown });
    };
    const before = await ask('');
    expect(before.length).toBeGreaterThan(50);
    expect(before.filter(({ errors }) => errors)).toEqual([]);
    const revision = await readRevision(store);
    await saveChecks(store, act, [checked('https://www.example.org/brief/?utm_source=x', 'alive')]);
    await propose(store, [
      { id: 'p', kind: 'duplicate', from: 'publication/guide-2', into: 'publication/guide', evidence: ['same title'] },
    ]);
    expect(await readRevision(store)).toBe(revision);
    const withChecks = await ask('');
    expect(withChecks).toEqual(await ask(' '));
    expect(withChecks).not.toEqual(before);
    // And one that is: the address dies, a source is taken back with its history.
    await saveChecks(store, act, [checked('https://www.example.org/brief/?utm_source=x', 'dead')]);
    await withdraw(store, { ...act, reason: 'asked for' }, 'publication/guide-2', true);
    await save(store, [{ kind: 'country', id: 'country/RS', name: 'Republic of Serbia', source }]);
    await served.catalogue.refresh();
    const withWrites = await ask('');
    expect(withWrites).toEqual(await ask('  '));
    expect(withWrites).not.toEqual(withChecks);
  }, 120_000);

  it('answers HEAD with the headers alone', async () => {
    const search = new URLSearchParams({ query: title });
    const head = await fetch(`${served.url}/graphql?${search}`, { method: 'HEAD' });
    const { headers } = await get(title);
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'vary'])
      expect(head.headers.get(name)).toBe(headers.get(name));
  });
});
