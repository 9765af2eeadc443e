import { beforeEach, expect, it } from 'vitest';
import { proposeDuplicates } from '../../src/graph/duplicates.ts';
import { readRetired } from '../../src/graph/entities.ts';
import { decide, readProposals, type Proposal } from '../../src/graph/proposals.ts';
import { readRecords, readStatements } from '../../src/graph/read.ts';
import { reopen } from '../../src/graph/reopen.ts';
import { merge, undo } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Publication } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue } from '../records.ts';
import { faultsOf } from './content.ts';

const [a, b] = ['publication/a', 'publication/b'] as const;
const publishers = ['organisation/astra'];
const title = 'Residence permits for victims of trafficking in Serbia';

onEveryEngine('looking for duplicates', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });
  /** The open proposals about two publications that are alike but for these fields. */
  const proposalsFor = async (one: Partial<Publication>, other: Partial<Publication>) => {
    await save(store, [publication('a', one), publication('b', other)]);
    await proposeDuplicates(store);
    return (await readProposals(store)).map(({ kind, evidence }) => ({ kind, evidence }));
  };
  const duplicate = (...evidence: string[]) => [{ kind: 'duplicate', evidence }];

  it('finds none among publications that differ', async () => {
    expect(await proposeDuplicates(store)).toBe(0);
  });

  it('finds the same DOI', async () => {
    expect(await proposalsFor({ doi: '10.1000/same' }, { doi: '10.1000/same' })).toEqual(
      duplicate('same DOI 10.1000/same'),
    );
  });

  it('finds the same ISBN', async () => {
    expect(await proposalsFor({ isbn: '9780306406157' }, { isbn: '9780306406157' })).toEqual(
      duplicate('same ISBN 9780306406157'),
    );
  });

  it.each([
    'http://place.example.org/x',
    'https://www.place.example.org/x/',
    'https://place.example.org/x?utm_source=mail',
  ])('finds the same address written %s', async (url) => {
    expect(await proposalsFor({ url: 'https://place.example.org/x' }, { urls: [url] })).toEqual(
      duplicate('same address place.example.org/x'),
    );
  });

  it('finds a near title by one publisher in one year', async () => {
    const given = { title, publishers, date: '2021-05' };
    const near = { ...given, title: 'Residence permits for victims of trafficking, in Serbia.', date: '2021' };
    expect(await proposalsFor(given, near)).toEqual(
      duplicate('near title, same publisher and year: organisation/astra, 2021'),
    );
  });

  it('tells all that speaks for a pair in one question', async () => {
    const given = { title, publishers, doi: '10.1000/same', url: 'https://place.example.org/x' };
    expect(await proposalsFor(given, given)).toEqual(
      duplicate(
        'same DOI 10.1000/same',
        'same address place.example.org/x',
        'near title, same publisher and year: organisation/astra, 2020',
      ),
    );
  });

  it.each<[string, Partial<Publication>]>([
    ['another number', { title: `${title} 2` }],
    ['another year', { date: '2021' }],
    ['another publisher', { publishers: ['organisation/lefo'] }],
    ['other countries', { countries: ['country/AT'] }],
    ['another title', { title: 'Residence permits for children on the move in Serbia' }],
    ['no date', { date: undefined }],
  ])('keeps apart near titles with %s', async (_, fields) => {
    const given = { title, publishers, countries: ['country/RS'] };
    expect(await proposalsFor(given, { ...given, ...fields })).toEqual([]);
  });

  it('takes another language for a translation', async () => {
    expect(await proposalsFor({ doi: '10.1000/same' }, { doi: '10.1000/same', language: 'de' })).toEqual([
      { kind: 'translation', evidence: ['same DOI 10.1000/same'] },
    ]);
  });

  it.each<[string, Partial<Publication>, Partial<Publication>]>([
    ['a translation', {}, { translationOf: a }],
    ['an edition', { editionOf: b }, {}],
    ['a translation of the same work', { translationOf: 'publication/guide' }, { translationOf: 'publication/guide' }],
    ['an edition of the original', { translationOf: 'publication/guide' }, { editionOf: 'publication/guide' }],
  ])('leaves alone what is declared %s', async (_, one, other) => {
    expect(await proposalsFor({ doi: '10.1000/same', ...one }, { doi: '10.1000/same', ...other })).toEqual([]);
  });

  it('would keep the one that is verified, else the one that says more, else the first', async () => {
    const doi = '10.1000/same';
    const unverified = { url: 'https://example.org/list', verified: false };
    await save(store, [
      publication('a', { doi, summary: 'More', type: 'report', source: unverified }),
      publication('b', { doi }),
      publication('c', { doi: '10.1000/more' }),
      publication('d', { doi: '10.1000/more', summary: 'More' }),
      publication('e', { doi: '10.1000/alike' }),
      publication('f', { doi: '10.1000/alike' }),
    ]);
    expect(await proposeDuplicates(store)).toBe(3);
    const pairs = (await readProposals(store)).map(({ from, into }) => `${from} → ${into}`).sort();
    expect(pairs).toEqual([
      'publication/a → publication/b',
      'publication/c → publication/d',
      'publication/f → publication/e',
    ]);
  });

  it('asks about each pair of three', async () => {
    await save(
      store,
      ['a', 'b', 'c'].map((key) => publication(key, { doi: '10.1000/same' })),
    );
    expect(await proposeDuplicates(store)).toBe(3);
  });

  it('finds about each of a few what it finds in the whole catalogue, and nothing else', async () => {
    const [doi, isbn, url] = ['10.1000/same', '9780306406157', 'https://place.example.org/x'];
    const near = { title, publishers, date: '2021-05' };
    const awaited = { ...near, publishers: ['organisation/not-there-yet'] };
    const records = [
      publication('a', { doi }),
      publication('b', { doi }),
      publication('c', { doi, isbn, language: 'de' }),
      publication('d', { isbn, ...near }),
      publication('e', { ...near, title: `${title}.`, date: '2021' }),
      publication('f', { url, ...awaited }),
      publication('g', { urls: [url], ...awaited, title: `The ${title}` }),
      publication('h', { ...near, date: '2020' }),
    ];
    const ids = records.map(({ id }) => id);
    await save(store, records);
    const found = new Map<string, Proposal[]>();
    for (const id of ids) {
      await proposeDuplicates(store, [id]);
      const pairs = await readProposals(store);
      const known = new Set([...found.values()].flat().map((pair) => pair.id));
      const fresh = pairs.filter((pair) => !known.has(pair.id));
      expect(fresh.every(({ from, into }) => [from, into].includes(id))).toBe(true);
      found.set(id, fresh);
    }
    const apart = await readProposals(store);
    store = await engine.openEmpty();
    await save(store, [...smallCatalogue, ...records]);
    expect(await proposeDuplicates(store)).toBe(6);
    expect(await readProposals(store)).toEqual(apart);
  });

  it('about a few reads no others than may be one with them', async () => {
    await save(store, [
      publication('a', { title, publishers, date: '2018' }),
      publication('b', { title, publishers, date: '2018-05' }),
      ...Array.from({ length: 20 }, (_, index) => publication(`other-${index}`, { publishers, date: '2019' })),
    ]);
    const read = new Set<string>();
    const watched: GraphStore = {
      ...store,
      async read<Row>(...question: Parameters<GraphStore['read']>) {
        const rows = await store.read<Row>(...question);
        for (const row of rows) read.add((row as { id: string }).id);
        return rows;
      },
    };
    expect(await proposeDuplicates(watched, ['publication/a', 'country/RS'])).toBe(1);
    expect([...read].filter((id) => id?.startsWith('publication/')).sort()).toEqual([a, b]);
  });

  it('asks nothing the second time', async () => {
    await proposalsFor({ doi: '10.1000/same' }, { doi: '10.1000/same' });
    const [before, revision] = [await readProposals(store), await readRevision(store)];
    expect(await proposeDuplicates(store)).toBe(0);
    expect(await readProposals(store)).toEqual(before);
    expect(await readRevision(store)).toBe(revision);
  });

  it('does not ask again, whichever has come to be worth more', async () => {
    await proposalsFor({ doi: '10.1000/same' }, { doi: '10.1000/same' });
    await save(store, [publication('b', { doi: '10.1000/same', summary: 'More', type: 'report' })]);
    expect(await proposeDuplicates(store)).toBe(0);
  });

  it('sees what was found before as done once the two are one', async () => {
    await proposalsFor({ doi: '10.1000/same' }, { doi: '10.1000/same' });
    await merge(store, act, a, b);
    expect(await readProposals(store)).toEqual([]);
    expect(await proposeDuplicates(store)).toBe(0);
  });
});

onEveryEngine('deciding what was proposed', (engine) => {
  let store: GraphStore;
  const curator = { author: 'Ana', time: '2025-03-01T10:00:00.000Z' };
  const doi = '10.1000/same';
  beforeEach(async () => {
    store = await engine.openEmpty();
  });
  const proposed = async (...records: Publication[]) => {
    await save(store, records);
    await proposeDuplicates(store);
    return (await readProposals(store))[0]!;
  };
  const pair = () => proposed(publication('a', { doi }), publication('b', { doi }));

  it('merges a duplicate and says who decided', async () => {
    const { id } = await pair();
    expect(await decide(store, curator, id, 'accepted')).toMatchObject({ status: 'accepted', decidedBy: 'Ana' });
    expect((await readRetired(store.read, [b])).get(b)).toMatchObject({ survivor: a, reason: `same DOI ${doi}` });
    expect(await readProposals(store)).toEqual([]);
    expect(await readProposals(store, 'accepted')).toMatchObject([{ id, decidedBy: 'Ana', decided: curator.time }]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('makes a translation one by a record of its own', async () => {
    const { id, from, into } = await proposed(
      publication('a', { doi, countries: ['country/RS'] }),
      publication('b', { doi, language: 'de' }),
      smallCatalogue[0] as never,
    );
    await decide(store, curator, id, 'accepted');
    expect([from, into]).toEqual([b, a]);
    const [statement] = (await readStatements(store, [b])).get(b)!;
    expect(statement).toMatchObject({
      relation: 'TRANSLATION_OF',
      to: a,
      source: { file: `review ${id}`, verified: false },
      confidence: 0.5,
    });
    expect((await readRecords(store, [b])).get(b)).toMatchObject({
      title: 'Title of b',
      doi,
      source: { verified: true },
    });
    expect(await proposeDuplicates(store)).toBe(0);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('remembers what was rejected, changes nothing and does not ask again', async () => {
    const { id } = await pair();
    const revision = await readRevision(store);
    await decide(store, curator, id, 'rejected');
    expect(await readRevision(store)).toBe(revision);
    expect(await proposeDuplicates(store)).toBe(0);
    expect(await readProposals(store)).toEqual([]);
    expect(await readProposals(store, 'rejected')).toMatchObject([{ id, decidedBy: 'Ana' }]);
  });

  it.each(['accepted', 'rejected'] as const)('a second time, once it was %s, changes nothing', async (decision) => {
    const { id } = await pair();
    await decide(store, curator, id, decision);
    const [revision, before] = [await readRevision(store), await readProposals(store, decision)];
    await decide(store, { ...curator, author: 'Ben' }, id, decision);
    expect(await readRevision(store)).toBe(revision);
    expect(await readProposals(store, decision)).toEqual(before);
  });

  it.each([
    ['accepted', 'rejected'],
    ['rejected', 'accepted'],
  ] as const)('what was %s cannot be %s', async (first, then) => {
    const { id } = await pair();
    await decide(store, curator, id, first);
    const revision = await readRevision(store);
    await expect(decide(store, { author: 'Ben' }, id, then)).rejects.toThrow(
      `${id} was ${first} by Ana on 2025-03-01T10:00:00.000Z.`,
    );
    expect(await readRevision(store)).toBe(revision);
  });

  it('asks again what was rejected and reopened, remembers both, and can be accepted then', async () => {
    const { id } = await pair();
    await decide(store, curator, id, 'rejected');
    const again = { author: 'Ben', time: '2025-03-02T10:00:00.000Z', reason: 'a slip' };
    const past = [
      { decidedBy: 'Ana', decided: curator.time, reopenedBy: 'Ben', reopened: again.time, reason: 'a slip' },
    ];
    const asked = { id, status: 'open', decidedBy: null, decided: null, past };
    expect(await reopen(store, again, id)).toMatchObject(asked);
    expect(await readProposals(store)).toMatchObject([asked]);
    expect(await reopen(store, curator, id)).toMatchObject(asked); // a second time changes nothing
    expect(await decide(store, curator, id, 'accepted')).toMatchObject({ status: 'accepted', past });
    expect((await readRetired(store.read, [b])).get(b)).toMatchObject({ survivor: a });
    await expect(reopen(store, again, id)).rejects.toThrow(`take back what was done then: undo ${b}`);
    await undo(store, act, b);
    await expect(reopen(store, again, 'nothing')).rejects.toThrow('nothing is not in the review queue');
    expect(await faultsOf(store)).toEqual([]);
  });

  it('keeps each time it was rejected and reopened', async () => {
    const { id } = await pair();
    for (const author of ['Ana', 'Ben']) {
      await decide(store, { author }, id, 'rejected');
      await reopen(store, { author: 'Cora' }, id);
    }
    const [{ past }] = (await readProposals(store)) as [Proposal];
    expect(past.map(({ decidedBy, reopenedBy, reason }) => [decidedBy, reopenedBy, reason])).toEqual([['Ana', 'Cora', null], ['Ben', 'Cora', null]]); // prettier-ignore
  });

  it('is not asked again after a merge that was undone', async () => {
    const { id } = await pair();
    await decide(store, curator, id, 'accepted');
    await undo(store, act, b);
    expect(await proposeDuplicates(store)).toBe(0);
  });

  it('cannot be done where nothing was proposed', async () => {
    await expect(decide(store, curator, 'nothing', 'accepted')).rejects.toThrow(
      'nothing is not in the review queue; look at: review list',
    );
  });
});
