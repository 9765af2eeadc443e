import { beforeEach, expect, it } from 'vitest';
import { saveChecks } from '../../src/graph/addresses.ts';
import { merge, undo, withdraw } from '../../src/graph/retire.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue, source } from '../records.ts';
import { openApi, type Api } from './ask.ts';

type Data = Record<string, never>;

onEveryEngine('what the API tells of the life of records', (engine) => {
  let store: GraphStore;
  let api: Api;
  /** Asks after the projection has seen all writes. */
  const ask = async (question: string): Promise<Data> => {
    await api.catalogue.refresh();
    return api.ask<Data, object>(question);
  };
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    api = await openApi(store);
    return () => api.catalogue.close();
  });

  it('gives what a merged id was merged into, wherever an id is asked for', async () => {
    await merge(store, act, 'organisation/lefo', 'organisation/astra');
    await merge(store, act, 'publication/asylum', 'publication/brief');
    const answer = await ask(`{
      node(id: "organisation/lefo") { id redirectedFrom }
      nodes(ids: ["organisation/lefo", "organisation/astra"]) { id redirectedFrom }
      organisation(id: "organisation/lefo") { id aliases }
      publication(id: "publication/asylum") { id redirectedFrom publishers { id } }
      publications(filter: { publishers: ["organisation/lefo"] }) { nodes { id } }
      related(to: { id: "publication/asylum" }) { nodes { id } }
      path(from: "organisation/lefo", to: "country/AT") { length }
      status { entities { kind count } }
    }`);
    const astra = { id: 'organisation/astra', redirectedFrom: 'organisation/lefo' };
    expect(answer.node).toEqual(astra);
    expect(answer.nodes).toEqual([astra, { id: 'organisation/astra', redirectedFrom: null }]);
    expect(answer.organisation).toEqual({ id: 'organisation/astra', aliases: ['LEFÖ-IBF'] });
    expect(answer.publication).toEqual({
      id: 'publication/brief',
      redirectedFrom: 'publication/asylum',
      publishers: [{ id: 'organisation/astra' }],
    });
    expect((answer.publications as unknown as { nodes: object[] }).nodes).toEqual(
      ['guide-2', 'brief', 'guide-de', 'guide'].map((key) => ({ id: `publication/${key}` })),
    );
    expect((answer.related as unknown as { nodes: object[] }).nodes.length).toBeGreaterThan(0);
    expect(answer.path).toEqual([{ length: 1 }]);
    const { entities } = answer.status as unknown as { entities: { kind: string; count: number }[] };
    expect(entities.find(({ kind }) => kind === 'ORGANISATION')).toEqual({ kind: 'ORGANISATION', count: 2 });
  });

  it('answers as before once a merge is undone', async () => {
    const question = `{
      publications(first: 20) { nodes { id publishers { id } authors { ... on Node { id } } } }
      node(id: "organisation/lefo") { id redirectedFrom label }
    }`;
    const before = await ask(question);
    await merge(store, act, 'organisation/lefo', 'organisation/astra');
    expect(await ask(question)).not.toEqual(before);
    await undo(store, act, 'organisation/lefo');
    expect(await ask(question)).toEqual(before);
  });

  it('tells why an id was withdrawn, and nothing else of it; others in the same question are answered', async () => {
    await withdraw(store, { ...act, reason: 'it names a victim' }, 'publication/brief');
    await api.catalogue.refresh();
    const gone = [{ message: 'publication/brief was withdrawn: it names a victim', code: 'GONE' }];
    expect(await api.errorsOf('{ node(id: "publication/brief") { id } }')).toEqual(gone);
    expect(await api.errorsOf('{ publication(id: "publication/brief") { id } }')).toEqual(gone);
    expect(await api.errorsOf('{ related(to: { id: "publication/brief" }) { nodes { id } } }')).toEqual(gone);
    expect(await api.errorsOf('{ recordAt(id: "publication/brief", revision: 1) { records } }')).toEqual(gone);
    expect(await api.errorsOf('{ nodes(ids: ["publication/brief", "country/RS"]) { id } }')).toEqual(gone);
    expect(await ask('{ publication(doi: "10.1000/brief") { id } }')).toEqual({ publication: null });
    expect(JSON.stringify(await ask('{ publications(first: 50) { nodes { id cites { id } } } }'))).not.toContain(
      'brief',
    );
  });

  it('shows what two sources say side by side', async () => {
    const other = { url: 'https://example.org/other', verified: false };
    await save(store, [
      { kind: 'organisation', id: 'organisation/astra', name: 'Astra', country: 'country/AT', source: other },
    ]);
    const { organisation } = await ask(`{
      organisation(id: "organisation/astra") {
        name
        sources { url verified }
        statements(relation: BASED_IN) { to { id } confidence source { url } }
      }
    }`);
    expect(organisation).toEqual({
      name: 'ASTRA',
      sources: [
        { url: source.url, verified: true },
        { url: other.url, verified: false },
      ],
      statements: [
        { to: { id: 'country/RS' }, confidence: 1, source: { url: source.url } },
        { to: { id: 'country/AT' }, confidence: 0.5, source: { url: other.url } },
      ],
    });
  });

  it('tells every change once, page by page, and what came after any point', async () => {
    await save(store, [publication('new', { themes: ['theme/asylum'] })]);
    await merge(store, { ...act, reason: 'one and the same' }, 'publication/chains', 'publication/chains-2');
    const page = (since?: string, first = 100) =>
      ask(`{ changes(first: ${first}${since === undefined ? '' : `, since: ${JSON.stringify(since)}`}) {
        nodes { revision id action author reason }
        pageInfo { hasNextPage endCursor }
      } }`) as unknown as Promise<{
        changes: {
          nodes: { id: string; revision: number; action: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>;
    const all = (await page()).changes.nodes;
    expect(all).toHaveLength(smallCatalogue.length + 1 + 2);
    expect(all.slice(-3)).toEqual([
      { revision: 2, id: 'publication/new', action: 'CREATED', author: 'test', reason: null },
      { revision: 3, id: 'publication/chains', action: 'MERGED', author: 'test', reason: 'one and the same' },
      { revision: 3, id: 'publication/chains-2', action: 'UPDATED', author: 'test', reason: 'one and the same' },
    ]);
    const paged: object[] = [];
    for (let since: string | undefined, more = true; more;) {
      const { nodes, pageInfo } = (await page(since, 7)).changes;
      paged.push(...nodes);
      [since, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all);
    expect((await page('2')).changes.nodes).toEqual(all.slice(-2));
    expect((await page('2000-01-01')).changes.nodes).toEqual(all);
    expect((await page('2999-01-01')).changes.nodes).toEqual([]);
    for (const [since, message] of [
      ['yesterday', 'since: neither a revision nor a date; "yesterday" is not a cursor of this list'],
      ['99999', 'since: 99999 is beyond the last revision'],
      ['2026-02-30', 'since: "2026-02-30" is not a date such as'],
    ] as const) {
      const [error] = await api.errorsOf(`{ changes(since: "${since}") { nodes { id } } }`);
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) });
    }
    // From a time that is still to come one goes on from now.
    const late = await ask('{ changes(since: "2999-01-01") { nodes { id } pageInfo { endCursor } } }');
    const { nodes, pageInfo } = late.changes as unknown as { nodes: object[]; pageInfo: { endCursor: string } };
    expect(nodes).toEqual([]);
    await save(store, [publication('later')]);
    const next = await ask(`{ changes(since: "${pageInfo.endCursor}") { nodes { id } } }`);
    expect(next.changes).toEqual({ nodes: [{ id: 'publication/later' }] });
  });

  it('gives of a merged entity what it was merged into', async () => {
    await merge(store, act, 'publication/asylum', 'publication/brief');
    const { changes } = await ask(`{ changes(first: 100) { nodes { id action entity { id redirectedFrom } } } }`);
    expect((changes as unknown as { nodes: object[] }).nodes).toContainEqual({
      id: 'publication/asylum',
      action: 'MERGED',
      entity: { id: 'publication/brief', redirectedFrom: 'publication/asylum' },
    });
  });

  it('shows an entity as it was at a revision, and all it has been', async () => {
    await save(store, [publication('chains', { title: 'Another title', date: undefined })]);
    const {
      recordAt,
      publication: now,
      then,
    } = await ask(`{
      recordAt(id: "publication/chains", revision: 1) { revision until records }
      then: recordAt(id: "publication/chains", revision: 0) { revision }
      publication(id: "publication/chains") { title history { revision until } }
    }`);
    expect(recordAt).toMatchObject({ revision: 1, until: 2, records: [{ title: 'Title of chains' }] });
    expect(then).toBeNull();
    expect(now).toEqual({
      title: 'Another title',
      history: [
        { revision: 1, until: 2 },
        { revision: 2, until: null },
      ],
    });
  });

  it('puts publications whose addresses are all dead last, and tells what was found', async () => {
    const asked = `{
      related(to: { id: "publication/guide" }) { nodes { id } }
      publication(id: "publication/brief") { linkCheck { status httpStatus checkedAt archived } }
    }`;
    const ids = (answer: Data) => (answer.related as unknown as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    const before = await ask(asked);
    expect(before.publication).toEqual({ linkCheck: null });
    expect(ids(before)[0]).toBe('publication/brief');
    const check = {
      url: 'https://www.example.org/brief/?utm_source=x',
      status: 'dead' as const,
      httpStatus: 404,
      checkedAt: '2026-01-02T03:04:05.000Z',
      archived: 'https://archive.example/1',
    };
    await saveChecks(store, act, [check]);
    const after = await ask(asked);
    const { url: _, ...found } = check;
    expect(after.publication).toEqual({ linkCheck: { ...found, status: 'DEAD' } });
    expect(ids(after).at(-1)).toBe('publication/brief');
    expect(ids(after).toSorted()).toEqual(ids(before).toSorted());
    await saveChecks(store, act, [{ ...check, status: 'alive' }]);
    expect(ids(await ask(asked))).toEqual(ids(before));
  });
});
