import { afterAll, beforeAll, expect, it } from 'vitest';
import { ExplainDocument, RelatedDocument, RelatedEvidenceDocument } from '../../src/client/operations.generated.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';
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

  it('say in one sentence why, from what is shared by links', async () => {
    const { related } = await api.ask(RelatedDocument, { to: { id: 'publication/brief' }, language: 'de' });
    expect(related.edges[0]!.why).toBe('Gleiche herausgebende Stelle: ASTRA; gleiches Projekt: REST');
  });

  it('name the words that two texts share as they are written there', async () => {
    const { related } = await api.ask(RelatedDocument, { to: { id: 'publication/chains' } });
    const reason = related.edges[0]!.reasons.find(({ kind }) => kind === 'TEXT')!;
    expect(reason).toMatchObject({ entity: null, text: 'Same words: chains', words: ['chains'] });
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
        .find((reason) => reason.kind === kind && reason.entity?.id === entity)!
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

  it('refuse a cursor of the list of another target', async () => {
    const { related } = await api.ask(RelatedDocument, { to: { id: 'theme/supply-chains' } });
    const after = related.edges[0]!.cursor;
    const [error] = await api.errorsOf(RelatedDocument as never, { to: { id: 'publication/brief' }, after });
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/belongs to another list/),
    });
  });

  it.each(['constructor', '__proto__', 'fr_FR', 'not a tag'])('refuse the language %s', async (language) => {
    const [error] = await api.errorsOf(RelatedDocument as never, { to: { id: 'publication/brief' }, language });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/is not a BCP 47 tag/) });
  });

  it('take a language in any writing, and tell reasons in English in one they have no words for', async () => {
    const why = async (language: string) =>
      (await api.ask(RelatedDocument, { to: { id: 'publication/brief' }, language })).related.edges[0]!.why;
    expect(await why('DE-at')).toMatch(/^Gleiche/);
    expect(await why('fr')).toMatch(/^Même éditeur\u00a0: ASTRA/);
    expect(await why('sr')).toMatch(/^Isti izdavač: /);
    expect(await why('sr-Cyrl')).toMatch(/^Исти издавач: /);
    expect(await why('ar')).toMatch(/^الناشر نفسه: [^;]+؛ /);
    expect(await why('pl')).toMatch(/^Same publisher: /);
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
      'url: "https://example.org/x" is not in the catalogue. Give the text of the page instead.',
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

  it('explain why a publication is in the list, and why another is not', async () => {
    const ask = async (from: string, to: string, language?: string) =>
      (await api.ask(ExplainDocument, { from: `publication/${from}`, to: `publication/${to}`, language })).explain;
    expect(await ask('brief', 'guide')).toMatchObject({
      outcome: 'LISTED',
      place: 1,
      text: 'It is in the list. Same publisher: ASTRA; same project: REST',
    });
    expect(await ask('brief', 'guide', 'de')).toMatchObject({
      listedAs: { id: 'publication/guide-de' },
      text: expect.stringMatching(/^Es steht in der Liste\. Gleiche herausgebende Stelle: ASTRA/),
    });
    expect(await ask('guide', 'guide-de')).toMatchObject({
      outcome: 'SAME_WORK',
      place: null,
      text: 'It is the same work.',
    });
    expect(await ask('chains', 'brief')).toMatchObject({ outcome: 'NOTHING_SHARED', score: 0, reasons: [] });
    const { reasons, score } = await ask('brief', 'guide');
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(score).toBeGreaterThan(0.1);
  });

  it('explain nothing about what is not there, or no publication', async () => {
    const errors = (to: string) => api.errorsOf(ExplainDocument as never, { from: 'publication/brief', to });
    expect(await errors('publication/nowhere')).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await errors('theme/asylum')).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  it('are found for a text that is not in the catalogue, by what it names and the words it has', async () => {
    const to = { title: 'Residence permits in Serbia', text: 'A page of a partner on residence permits, by ASTRA.' };
    const { related } = await api.ask(RelatedDocument, { to, first: 2 });
    expect(related.edges.map(({ node }) => node.id)).toContain('publication/guide');
    const texts = related.edges.flatMap(({ reasons }) => reasons.map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['Covers: Serbia', 'Published by: ASTRA']));
    for (const { reasons } of related.edges)
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const next = await api.ask(RelatedDocument, { to, first: 1, after: related.edges[0]!.cursor });
    expect(next.related.edges[0]!.node.id).toBe(related.edges[1]!.node.id);
  });

  it('are found for a text also by what was named after it was first asked', async () => {
    const to = { text: 'A page on Ruritania, a country nobody has heard of.' };
    expect((await api.ask(RelatedDocument, { to })).related.edges).toEqual([]);
    await save(api.catalogue.store, [
      { kind: 'country', id: 'country/XR', name: 'Ruritania', source },
      publication('ruritania', { countries: ['country/XR'] }),
      publication('ruritania-too', { countries: ['country/XR'] }),
    ]);
    await api.catalogue.refresh();
    const { related } = await api.ask(RelatedDocument, { to });
    expect(related.edges.map(({ node }) => node.id)).toEqual(['publication/ruritania', 'publication/ruritania-too']);
  });

  it.each([
    ['a text and an id', { text: 'x', id: 'theme/asylum' }, /Give a text .* or exactly one of id, url and doi/],
    ['a text without words', { text: ' – … ' }, /no words/],
    ['a language alone', { id: 'theme/asylum', language: 'de' }, /language: it is that of a text/],
  ])('refuse %s', async (_, to, message) => {
    const [error] = await api.errorsOf(RelatedDocument as never, { to });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) });
  });
});
