import { afterAll, beforeAll, expect, it } from 'vitest';
import { RelatedDocument, RelatedEvidenceDocument } from '../../src/client/operations.generated.ts';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue } from '../records.ts';
import { openApi, type Api } from './ask.ts';

onEveryEngine('related resources', (engine) => {
  let api: Api;
  beforeAll(async () => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    api = await openApi(store);
  });
  afterAll(() => api.catalogue.close());

  it('come with reasons in the reader’s language whose shares sum to 1', async () => {
    const { related } = await api.ask(RelatedDocument, { to: { id: 'publication/brief' }, language: 'de' });
    const [first] = related.edges;
    expect(first!.node).toMatchObject({ id: 'publication/guide-de', title: 'Leitfaden' });
    expect(first!.alsoIn.map(({ id }) => id)).toEqual(['publication/guide', 'publication/guide-2']);
    expect(first!.reasons.map(({ kind, text }) => `${kind} ${text}`)).toContain(
      'THEME Gleiches Thema: Aufenthaltstitel',
    );
    expect(first!.reasons.map(({ text }) => text)).toContain('Gleiches Land: Serbien');
    for (const { reasons } of related.edges) {
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(reasons.map(({ share }) => share)).toEqual(reasons.map(({ share }) => share).toSorted((a, b) => b - a));
    }
  });

  it('are the same by id, address and DOI', async () => {
    const byId = await api.ask(RelatedDocument, { to: { id: 'publication/brief' } });
    expect(byId.related.edges.length).toBeGreaterThan(1);
    expect(await api.ask(RelatedDocument, { to: { url: 'https://example.org/brief' } })).toEqual(byId);
    expect(await api.ask(RelatedDocument, { to: { doi: '10.1000/brief' } })).toEqual(byId);
  });

  it('say on which statements each reason stands, every hop of them', async () => {
    const { related } = await api.ask(RelatedEvidenceDocument, { to: { id: 'publication/guide' } });
    const brief = related.edges.find(({ node }) => node.id === 'publication/brief')!;
    const hops = (kind: string, entity: string) =>
      brief.reasons
        .find((reason) => reason.kind === kind && reason.entity.id === entity)!
        .statements.map(({ from, relation, to }) => `${from.id} ${relation} ${to.id}`);
    expect(hops('PROJECT', 'project/rest')).toEqual([
      'publication/guide PART_OF project/rest',
      'publication/brief PART_OF project/rest',
    ]);
    expect(hops('THEME', 'theme/protection')).toEqual([
      'publication/guide ABOUT theme/residence',
      'theme/residence BROADER theme/protection',
      'publication/brief ABOUT theme/residence',
    ]);
    expect(hops('INSTRUMENT', 'instrument/convention')).toEqual([
      'publication/guide REFERS_TO instrument/protocol',
      'instrument/protocol PROTOCOL_TO instrument/convention',
      'publication/brief REFERS_TO instrument/convention',
    ]);
    expect(hops('CITATION', 'publication/guide')).toEqual(['publication/brief CITES publication/guide']);
    for (const { reasons } of related.edges)
      for (const { statements } of reasons)
        for (const { source } of statements) expect(source.url ?? source.file).toBeTruthy();
  });

  it('are paged by cursor', async () => {
    const all = await api.ask(RelatedDocument, { to: { id: 'theme/protection' }, first: 100 });
    const ids = all.related.edges.map(({ node }) => node.id);
    expect(all.related).toMatchObject({ totalCount: ids.length, pageInfo: { hasNextPage: false } });
    const found: string[] = [];
    for (let after: string | null | undefined, more = true; more;) {
      const { related } = await api.ask(RelatedDocument, { to: { id: 'theme/protection' }, first: 1, after });
      found.push(...related.edges.map(({ node }) => node.id));
      ({ hasNextPage: more, endCursor: after } = related.pageInfo);
    }
    expect(found).toEqual(ids);
    expect(ids.length).toBeGreaterThan(2);
  });

  it('refuse a cursor whose item is not in the list', async () => {
    const { related } = await api.ask(RelatedDocument, { to: { id: 'theme/supply-chains' } });
    const after = related.edges[0]!.cursor;
    const [error] = await api.errorsOf(RelatedDocument as never, { to: { id: 'publication/brief' }, after });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/is not in the list/) });
  });

  it('take a language that is a property of every object for one they do not know', async () => {
    for (const language of ['constructor', '__proto__', 'toString']) {
      const { related } = await api.ask(RelatedDocument, { to: { id: 'publication/brief' }, language });
      expect(related.edges[0]!.reasons[0]!.text).toMatch(/^(Same|Cites|Cited)/);
    }
  });

  it('are filtered before they are ranked', async () => {
    const { related } = await api.ask(RelatedDocument, {
      to: { id: 'publication/brief' },
      filter: { languages: ['de'] },
    });
    expect(related.edges.map(({ node }) => node.id)).toEqual(['publication/guide-de']);
  });

  it.each([
    ['an unknown id', { id: 'publication/nowhere' }, 'NOT_FOUND', 'id: "publication/nowhere" is not in the catalogue.'],
    [
      'an unknown address',
      { url: 'https://example.org/x' },
      'NOT_FOUND',
      'url: "https://example.org/x" is not in the catalogue.',
    ],
    [
      'two targets',
      { id: 'theme/asylum', doi: '10.1000/brief' },
      'BAD_USER_INPUT',
      'Give exactly one of id, url and doi.',
    ],
    ['what is no DOI', { doi: 'abc' }, 'BAD_USER_INPUT', 'doi: "abc" is not a DOI such as 10.1000/182.'],
  ])('refuse %s by name', async (_, to, code, message) => {
    expect(await api.errorsOf(RelatedDocument as never, { to })).toEqual([{ message, code }]);
  });
});
