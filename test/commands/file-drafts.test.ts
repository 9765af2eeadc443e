import { beforeEach, describe, expect, it } from 'vitest';
import { followStore, type Catalogue } from '../../src/catalogue.ts';
import { fileDraftsCommand } from '../../src/commands/file-drafts.ts';
import { reviewDecideCommand, reviewListCommand, reviewShowCommand } from '../../src/commands/review.ts';
import type { Choice } from '../../src/graph/drafts.ts';
import { withdraw } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { importFiles } from '../../src/import.ts';
import type { Draft } from '../../src/ingest/draft.ts';
import { openApi } from '../api/ask.ts';
import { doubtful, draft, evidence, partly } from '../draft.ts';
import { onEveryEngine } from '../engines.ts';
import { exportOf, faultsOf } from '../graph/content.ts';
import { act, fileOf, publication, save, smallCatalogue } from '../records.ts';

const key = 'publication/residence-permits-for-survivors-a-handbook-2023';
const title = draft().title;

onEveryEngine('filing drafts', (engine) => {
  let store: GraphStore;
  let catalogue: Catalogue;
  const open = async () => {
    store = await engine.openEmpty();
    catalogue = await followStore({ ...store, close: async () => {} }, { follow: false });
  };
  beforeEach(async () => {
    await open();
    await save(store, smallCatalogue);
  });
  type Line = Record<string, unknown>;
  const { signal } = new AbortController();
  const printed = async (
    run: (say: { out(line: string): void; note(): void; progress(): void }) => Promise<number>,
  ) => {
    const lines: Line[] = [];
    const say = { out: (line: string) => void lines.push(JSON.parse(line)), note() {}, progress() {} };
    expect(await run(say)).toBe(0);
    return lines;
  };
  const file = async (one: Draft, write = true, retrieved?: string): Promise<Line> => {
    const given = { drafts: [one], write, retrieved, author: 'Ana' };
    return (await printed((say) => fileDraftsCommand(catalogue, given, say, signal)))[0]!;
  };
  const list = () => printed((say) => reviewListCommand(catalogue, {}, say, signal));
  const show = async (id: string) => (await printed((say) => reviewShowCommand(catalogue, { id }, say, signal)))[0]!;
  const decide = async (id: unknown, decision: 'accepted' | 'rejected', choice?: Choice) => {
    const given = { id: String(id), decision, choice, author: 'Ben' };
    return (await printed((say) => reviewDecideCommand(catalogue, given, say, signal)))[0]!;
  };
  /** What can be seen from outside of a publication's links, and of where they come from. */
  const statementsOf = async (id: string) => {
    const api = await openApi(store);
    const query = `query ($id: ID!) { publication(id: $id) { title statements {
      relation provision method confidence reviewedBy to { id } evidence { text in start end } source { url readBy verified } } } }`;
    type Found = { publication: { title: string; statements: (Line & { to: { id: string } })[] } };
    const found = await api.ask<Found, { id: string }>(query, { id });
    await api.catalogue.close();
    return found.publication.statements;
  };
  /** What is done leaves the graph as it was, and asks nothing new. */
  const changesNothing = async (work: () => Promise<unknown>) => {
    const before = [await readRevision(store), await exportOf(store), await list()];
    await work();
    expect([await readRevision(store), await exportOf(store), await list()]).toEqual(before);
  };

  it('says what is known and changes nothing unless it is to write', () =>
    changesNothing(async () => {
      expect(await file(draft(), false)).toEqual({
        ...JSON.parse(JSON.stringify(draft())),
        known: { outcome: 'new', because: [] },
        leftOut: [{ field: 'authors', value: 'Jana Writer', reason: 'is a name without an id' }],
      });
    }));

  it('puts a page that is sure into the graph, each link with what it stands on', async () => {
    expect(await file(draft())).toMatchObject({ filed: 'graph', id: key, known: { outcome: 'new' } });
    const source = { url: 'https://astra.example.org/permits/', readBy: 'ingest', verified: false };
    expect(await statementsOf(key)).toEqual([
      {
        relation: 'PUBLISHED_BY',
        provision: null,
        method: 'metadata',
        confidence: 0.9,
        reviewedBy: null,
        source,
        to: { id: 'organisation/astra' },
        evidence: {
          text: 'ASTRA',
          in: 'json-ld',
          start: null,
          end: null,
        },
      },
      {
        relation: 'COVERS',
        provision: null,
        method: 'mention',
        confidence: 0.9,
        reviewedBy: null,
        source,
        to: { id: 'country/RS' },
        evidence: {
          text: 'Serbia',
          in: 'text',
          start: 10,
          end: 16,
        },
      },
      {
        relation: 'REFERS_TO',
        provision: 'Article 14',
        method: 'mention',
        confidence: 0.9,
        reviewedBy: null,
        source,
        to: { id: 'instrument/convention' },
        evidence: {
          text: 'Article 14 of the Convention',
          in: 'text',
          start: 30,
          end: 58,
        },
      },
      {
        relation: 'ABOUT',
        provision: null,
        method: 'mention',
        confidence: 0.9,
        reviewedBy: null,
        source,
        to: { id: 'theme/residence' },
        evidence: {
          text: 'Residence permits',
          in: 'title',
          start: 0,
          end: 17,
        },
      },
    ]);
    expect(await list()).toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('makes no record of a person or organisation that is a name alone', async () => {
    await file(draft({ publishers: ['organisation/astra', 'Some Office'] }));
    const text = await exportOf(store);
    expect(text).toContain(key);
    expect(text).not.toMatch(/Jana Writer|Some Office/);
  });

  it('is exported and imported unchanged, and so is what a curator accepted', async () => {
    await file(draft());
    const { id } = await file(doubtful({ file: 'b.txt', urls: [], title: 'Austrian permits and their holders' }));
    await decide(id, 'accepted');
    const text = await exportOf(store);
    const lines = text.split('\n').slice(0, -1);
    await open();
    expect(await importFiles(store, [fileOf(lines)])).toMatchObject({ rejected: 0 });
    expect((await exportOf(store)).split('\n').filter((line) => line.includes('readBy'))).toEqual(
      lines.filter((line) => line.includes('readBy')),
    );
    await changesNothing(() => importFiles(store, [fileOf(lines)]));
    expect((await statementsOf(key))[1]).toMatchObject({ method: 'mention', evidence: { text: 'Serbia' } });
  });

  it.each<[string, Draft]>([
    ['a sure page', draft()],
    ['a page that waits', doubtful()],
    ['a page of which a part waits', partly()],
    ['a page of which a part waits, without an address', partly({ file: 'a.txt', urls: [] })],
    ['a sure page without an address', draft({ file: 'a.txt', urls: [] })],
    ['a page without an address that waits', doubtful({ file: 'a.txt', urls: [] })],
  ])('changes nothing the second time, on another day: %s', async (_, page) => {
    const first = await file(page, true, '2026-01-01');
    expect(first.filed).toMatch(/graph|review/);
    await changesNothing(async () =>
      expect(await file(page, true, '2026-01-02')).toMatchObject({ filed: 'unchanged', id: first.id }),
    );
  });

  it('keeps pages apart that have no address and are in files of one name', async () => {
    await file(draft({ file: 'one/index.html', urls: [], date: '2019' }));
    const before = await exportOf(store);
    const other = draft({ file: 'other/index.html', urls: [], date: '2020' });
    expect(await file(other)).toMatchObject({ filed: 'review', known: { outcome: 'edition' } });
    expect(await exportOf(store)).toBe(before);
  });

  it('changes nothing when the address of the page is written in another way', async () => {
    await file(draft());
    const url = 'http://www.astra.example.org/permits?utm_source=mail#top';
    await changesNothing(async () =>
      expect(await file(draft({ file: url, urls: [url, draft().urls[0]!] }))).toMatchObject({ known: { id: key } }),
    );
  });

  it('takes in what the page says anew, in the place of what it said before', async () => {
    await file(draft());
    expect(await file(draft({ title: `${title} (updated)`, type: 'guide' }))).toMatchObject({
      filed: 'graph',
      id: key,
    });
    const [first] = (await exportOf(store)).split('\n').filter((line) => line.includes(`"${key}"`));
    expect(JSON.parse(first!)).toMatchObject({ title: `${title} (updated)`, type: 'guide' });
    expect((await exportOf(store)).match(new RegExp(`"id":"${key}"`, 'g'))).toHaveLength(1);
  });

  it.each<[string, Partial<Draft>, string]>([
    ['address', { file: 'p.html', urls: ['http://example.org/brief#x'] }, 'address example.org/brief'],
    ['DOI', { doi: '10.1000/brief' }, 'DOI 10.1000/brief'],
  ])('finds a work by its %s, and puts the reading beside what is there', async (_, fields, because) => {
    const found = await file(draft({ title: 'Title of brief', ...fields }));
    expect(found).toMatchObject({
      known: {
        outcome: 'same',
        id: 'publication/brief',
        because: [because],
      },
      filed: 'graph',
      id: 'publication/brief',
    });
    const [curated] = await statementsOf('publication/brief');
    expect(curated).toMatchObject({ method: 'curated', confidence: 1, source: { readBy: null } });
    expect(await statementsOf('publication/brief')).toContainEqual(
      expect.objectContaining({
        relation: 'COVERS',
        method: 'mention',
        source: expect.objectContaining({ readBy: 'ingest' }),
      }),
    );
    expect(await faultsOf(store)).toEqual([]);
  });

  it('leaves what a curator has said of the same address, and keeps pages with a `?p=` apart', async () => {
    const url = 'https://example.org/?p=7';
    await save(store, [publication('guide', { url, title: 'Permits guide', source: { url, verified: true } })]);
    const known = async (address: string) =>
      (await file(draft({ file: address, urls: [address], title: 'The permits guide' }), false)).known;
    expect(await known('http://www.example.org/?p=7')).toMatchObject({ outcome: 'same', id: 'publication/guide' });
    expect(await known('https://example.org/?p=8')).toMatchObject({ outcome: 'new' });
    const before = (await exportOf(store)).split('\n').filter((line) => line.includes('"publication/guide"'));
    await file(draft({ file: url, urls: [url], title: 'The permits guide' }));
    const after = (await exportOf(store)).split('\n');
    for (const line of before) expect(after).toContain(line);
  });

  const publishers = ['organisation/astra'];
  const candidates: [string, Parameters<typeof publication>[1], Partial<Draft>, object][] = [
    ['same title, publisher and year', { title: title.toUpperCase() }, {}, { outcome: 'same', id: 'publication/x' }],
    ['near title, publisher and year', { title: `${title} revised` }, {}, { outcome: 'unsure', id: 'publication/x' }],
    ['same title, another year', { date: '2021' }, {}, { outcome: 'edition', id: 'publication/x' }],
    ['same title, another language', { language: 'de' }, {}, { outcome: 'translation', id: 'publication/x' }],
    ['same title, the script differs', { language: 'sr-Cyrl' }, { language: 'sr-Latn' }, { outcome: 'translation' }],
    ['same title, no publisher known', { publishers: undefined }, {}, { outcome: 'unsure', id: 'publication/x' }],
    ['same title, another publisher', { publishers: ['organisation/lefo'] }, {}, { outcome: 'new' }],
    ['near title, another number', { title: `${title} 2` }, {}, { outcome: 'new' }],
    ['another title at its address', { title: 'Something else', url: draft().file }, {}, { outcome: 'unsure' }],
    [
      'its address, in another language',
      { title: 'Smernice', language: 'sr', url: draft().file },
      {},
      { outcome: 'translation', id: 'publication/x' },
    ],
    [
      'an address that the page calls its translation',
      { title: 'Leitfaden zum Aufenthalt', language: 'de', url: 'https://astra.example.org/de/' },
      { translations: [{ language: 'de', url: 'http://www.astra.example.org/de' }] },
      { outcome: 'translation', id: 'publication/x' },
    ],
  ];
  it.each(candidates)('judges a work with the %s', async (_, there, fields, known) => {
    await save(store, [publication('x', { title, publishers, date: '2023', ...there })]);
    expect((await file(draft(fields), false)).known).toMatchObject(known);
  });

  it('asks which of several it is, and takes the answer', async () => {
    const url = draft().file;
    await save(store, [publication('x', { title, url }), publication('y', { title, url })]);
    const { id, known, filed } = await file(draft());
    expect([known, filed]).toMatchObject([{ outcome: 'unsure', because: expect.arrayContaining([`may be publication/y: ${title}`]) }, 'review']); // prettier-ignore
    await expect(decide(id, 'accepted')).rejects.toThrow('It may be one of several publications');
    await expect(decide(id, 'accepted', { as: 'same', of: 'publication/z' })).rejects.toThrow('is not a publication');
    expect(await decide(id, 'accepted', { as: 'same', of: 'publication/y' })).toMatchObject({ into: 'publication/y' });
    await changesNothing(() => file(draft()));
  });

  it.each(['translation', 'edition'] as const)('makes a page the %s of a work once a curator says so', async (as) => {
    const other = as === 'translation' ? { language: 'de' } : { date: '2019' };
    await save(store, [publication('x', { title, publishers, date: '2023', ...other })]);
    const { id, filed } = await file(draft());
    expect(filed).toBe('review');
    expect(await decide(id, 'accepted')).toMatchObject({ status: 'accepted', into: key });
    const relation = as === 'translation' ? 'TRANSLATION_OF' : 'EDITION_OF';
    expect(await statementsOf(key)).toContainEqual(
      expect.objectContaining({ relation, to: { id: 'publication/x' }, method: 'curated', reviewedBy: 'Ben' }),
    );
    await changesNothing(() => file(draft()));
    expect(await faultsOf(store)).toEqual([]);
  });

  it('lists what waits and why, and shows it whole', async () => {
    const { id, filed, waits } = await file(doubtful());
    expect([filed, waits]).toEqual(['review', ['date 2023-04: sure to 0.6', 'countries country/AT: sure to 0.6']]);
    expect(await list()).toEqual([
      { id, kind: 'draft', title, file: draft().file, known: 'new', into: '', evidence: waits },
    ]);
    const whole = await show(String(id));
    expect(whole.draft).toMatchObject({ title, evidence: doubtful().evidence.map((one) => expect.objectContaining({ value: one.value })) }); // prettier-ignore
    expect(whole.record).toMatchObject({ id: key, countries: ['country/RS', 'country/AT'] });
    await expect(show('nothing')).rejects.toThrow('nothing is not in the review queue');
  });

  it.each<[string, Partial<Draft>]>([
    ['a title that is not sure', { confidence: { title: 0.7 } }],
    ['a title of which nobody knows how sure it is', { confidence: {} }],
    ['a date that is not sure', { confidence: { title: 0.9, date: 0.5 } }],
    ['no link at all', { publishers: [], countries: [], instruments: [], themes: [] }],
    ['the headline of news', { title: 'Somebody jailed in Austria', type: 'news', date: '2023-04-02' }],
    ['a day that news may be of', { date: '2023-04-02' }],
    ['neither sort nor date', { date: undefined }],
    ['no publisher that the catalogue knows', { publishers: ['Some Office'] }],
    ['a publisher who is not sure', { evidence: [evidence('publishers', 'organisation/astra', { confidence: 0.7 })] }],
  ])('lets wait a page with %s', async (_, fields) => {
    expect(await file(draft(fields))).toMatchObject({ filed: 'review' });
    expect(await exportOf(store)).not.toContain(key);
  });

  it('puts what a curator accepts into the graph under their name, without what they find wrong', async () => {
    const page = doubtful();
    const { id } = await file(page);
    const revision = await readRevision(store);
    expect(await decide(id, 'accepted', { without: ['countries:country/AT', 'date'] })).toMatchObject({ into: key });
    expect(await readRevision(store)).toBe(revision + 1);
    const statements = await statementsOf(key);
    expect(statements.map(({ to }) => to.id)).not.toContain('country/AT');
    expect(statements.every(({ reviewedBy }) => reviewedBy === 'Ben')).toBe(true);
    expect(statements[1]).toMatchObject({ method: 'mention', confidence: 0.9, evidence: { text: 'Serbia' } });
    expect(await list()).toEqual([]);
    expect((await show(String(id))).draft).toBeUndefined();
    await changesNothing(async () => expect(await file(page)).toMatchObject({ filed: 'unchanged', id: key }));
  });

  it('asks anew about an accepted page only where it says something else that is not sure', async () => {
    const { id } = await file(doubtful());
    await decide(id, 'accepted', { without: ['countries:country/AT'] });
    const theme = evidence('themes', 'theme/asylum', { confidence: 0.5 });
    const { themes, evidence: known, ...rest } = doubtful();
    const changed = { ...rest, themes: [...themes, 'theme/asylum'], evidence: [...known, theme] };
    expect(await file(changed)).toMatchObject({ filed: 'review', id, waits: ['themes theme/asylum: sure to 0.5'] });
    await decide(id, 'accepted', { without: ['themes:theme/asylum'] });
    await changesNothing(() => file(changed));
    const links = (await statementsOf(key)).map(({ to }) => to.id);
    expect([links.includes('country/AT'), links.includes('theme/asylum')]).toEqual([false, false]);
  });

  describe('of a page that is sure but for a link', () => {
    const linked = async () => (await statementsOf(key)).map(({ to }) => to.id).includes('country/AT');

    it('takes in the rest and asks about that', async () => {
      const waits = ['countries country/AT: sure to 0.6'];
      const filed = await file(partly());
      expect(filed).toMatchObject({ filed: 'graph', id: key, waits });
      const { question: id } = filed;
      expect(await list()).toMatchObject([{ id, known: 'same', into: key, evidence: waits }]);
      expect(await linked()).toBe(false);
      await changesNothing(async () =>
        expect(await file(partly())).toMatchObject({ filed: 'unchanged', id: key, question: id, waits }),
      );
      expect(await decide(id, 'accepted')).toMatchObject({ into: key });
      expect(await linked()).toBe(true);
      expect((await statementsOf(key)).every(({ reviewedBy }) => reviewedBy === 'Ben')).toBe(true);
      await changesNothing(() => file(partly()));
      expect(await faultsOf(store)).toEqual([]);
    });

    it('leaves the rest as it is when that is rejected', async () => {
      const { question } = await file(partly());
      await decide(question, 'rejected');
      await changesNothing(async () => expect(await file(partly())).toMatchObject({ filed: 'unchanged' }));
      expect(await linked()).toBe(false);
    });

    it('asks no more when the page says it no more', async () => {
      await file(partly());
      expect(await file(draft())).toMatchObject({ filed: 'unchanged', id: key });
      expect(await list()).toEqual([]);
    });

    it('does not put it into another work beside', async () => {
      await save(store, [publication('x', { title: 'Another work' })]);
      const { question } = await file(partly());
      const choice = { as: 'same', of: 'publication/x' } as const;
      await expect(decide(question, 'accepted', choice)).rejects.toThrow(`merge ${key} publication/x`);
    });

    it('takes a link without evidence for one that is not sure', async () => {
      const waits = ['project project/rest: sure to 0'];
      expect(await file(draft({ project: 'project/rest' }))).toMatchObject({ filed: 'graph', waits });
      expect((await statementsOf(key)).map(({ to }) => to.id)).not.toContain('project/rest');
    });
  });

  it('refuses to leave out what is not there', async () => {
    const { id } = await file(doubtful());
    await expect(decide(id, 'accepted', { without: ['themes:theme/x'] })).rejects.toThrow('themes:theme/x is not in');
    expect(await list()).toHaveLength(1);
  });

  it('remembers a rejection and forgets what was read', async () => {
    const { id } = await file(doubtful());
    await decide(id, 'rejected');
    expect(await show(String(id))).toMatchObject({ status: 'rejected', decidedBy: 'Ben' });
    expect(JSON.stringify(await store.read('MATCH (p:Proposal) RETURN properties(p) AS p'))).not.toContain('Jana');
    await changesNothing(async () => {
      expect(await file(doubtful({ date: '2024', file: 'http://www.astra.example.org/permits' }))).toMatchObject({
        filed: 'unchanged',
        id,
        known: { because: [expect.stringContaining('rejected by Ben')] },
      });
      expect(await file(draft())).toMatchObject({ filed: 'unchanged', id });
    });
  });

  it('ends a question by itself when the page has become sure', async () => {
    await file(doubtful());
    expect(await file(draft())).toMatchObject({ filed: 'graph', id: key });
    expect(await list()).toEqual([]);
  });

  it('goes on where an acceptance was cut off between the work and the decision', async () => {
    const { id } = await file(doubtful());
    const cutOff = { ...store, write: cutAfter(store, 1) };
    const given = { id: String(id), decision: 'accepted' as const, author: 'Ben', choice: { as: 'new' as const } };
    const cut = { ...catalogue, store: cutOff } as Catalogue;
    await expect(printed((say) => reviewDecideCommand(cut, given, say, signal))).rejects.toThrow('cut off');
    expect(await list()).toMatchObject([{ id }]);
    const before = [await readRevision(store), await exportOf(store)];
    expect(await decide(id, 'accepted', { as: 'new' })).toMatchObject({ into: key });
    expect([await readRevision(store), await exportOf(store)]).toEqual(before);
  });

  it('gives another id where a work of this title and year is there already', async () => {
    await file(draft());
    const other = draft({ file: 'https://other.example.org/x', urls: [], publishers: ['organisation/lefo'] });
    const { id } = await file({ ...other, evidence: [evidence('publishers', 'organisation/lefo'), ...other.evidence] });
    expect(id).toMatch(new RegExp(`^${key}-[a-z0-9]{6}$`));
  });

  it('lets nothing back in that was withdrawn, under whatever id', async () => {
    await save(store, [publication('x', { title, url: draft().file })]);
    await withdraw(store, { ...act, reason: 'names a victim' }, 'publication/x');
    await changesNothing(async () =>
      expect(await file(doubtful())).toMatchObject({
        filed: 'unchanged',
        id: 'publication/x',
        known: {
          outcome: 'withdrawn',
          because: ['publication/x was withdrawn: names a victim'],
        },
      }),
    );
    await file(draft({ file: 'https://c.example.org/', urls: [], title: 'Erased work on permits' }));
    await withdraw(store, { ...act, reason: 'names a victim' }, 'publication/erased-work-on-permits-2023', true);
    expect(
      await file(draft({ file: 'https://c.example.org/', urls: [], title: 'Erased work on permits' })),
    ).toMatchObject({
      filed: 'unchanged',
    });
  });

  it('forgets what was asked of a page when its publication is erased', async () => {
    const { id } = await file(doubtful());
    await decide(id, 'accepted');
    await withdraw(store, { ...act, reason: 'names a victim' }, key, true);
    await expect(show(String(id))).rejects.toThrow('is not in the review queue');
    await changesNothing(async () => expect(await file(doubtful())).toMatchObject({ filed: 'unchanged', id: key }));
  });

  it('leaves out what no record may hold, and says so', async () => {
    const filed = await file(draft({ language: 'en_GB', doi: 'none', countries: ['country/RS', 'country/Serbia'] }));
    expect(filed).toMatchObject({ filed: 'graph', id: key });
    expect((filed.leftOut as { field: string }[]).map(({ field }) => field).sort()).toEqual(
      ['authors', 'countries', 'doi', 'language'].sort(),
    );
  });

  it('makes nothing of a page without a title', async () => {
    await changesNothing(async () =>
      expect(await file(draft({ title: ' ' }))).toMatchObject({ skipped: { reason: 'title is empty' } }),
    );
  });
});

/** Writes of a store of which only the first few come through. */
const cutAfter = (store: GraphStore, writes: number): GraphStore['write'] => {
  let left = writes;
  return (work, timeout) => (left-- > 0 ? store.write(work, timeout) : Promise.reject(new Error('cut off')));
};
