import { beforeEach, expect, it } from 'vitest';
import { readRetired } from '../../src/graph/entities.ts';
import { readVersions } from '../../src/graph/history.ts';
import { findByIdentifier } from '../../src/graph/identifiers.ts';
import { proposeDuplicates } from '../../src/graph/duplicates.ts';
import { saveChecks } from '../../src/graph/addresses.ts';
import { readRecords, readStatements, readStatementsTo } from '../../src/graph/read.ts';
import { merge, undo, withdraw, withdrawSource } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord, Source } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue, source } from '../records.ts';
import { exportOf, faultsOf, linksFrom, statedIn, theme } from './content.ts';

const [lefo, astra, network] = ['organisation/lefo', 'organisation/astra', 'organisation/network'] as const;
const other: Source = { url: 'https://other.example.org/', verified: true };
const why = { ...act, reason: 'names a victim' };

/** What a graph is, whatever way led there. */
const contentOf = async (store: GraphStore) => ({ text: await exportOf(store), stated: await statedIn(store) });

const survivorOf = async (store: GraphStore, id: string) => (await readRetired(store.read, [id])).get(id)?.survivor;

onEveryEngine('merging', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });

  it('moves the links of both directions to the one that stays', async () => {
    expect(await merge(store, act, lefo, astra)).toBe(astra);
    expect(await linksFrom(store, astra)).toEqual([
      'BASED_IN country/RS',
      'BASED_IN country/AT',
      'MEMBER_OF organisation/network',
    ]);
    expect(await linksFrom(store, 'project/rest')).toEqual([
      `COORDINATED_BY ${astra}`,
      `PARTNERED_BY ${astra}`,
      'FUNDED_BY organisation/network',
      'ACTIVE_IN country/AT',
      'ACTIVE_IN country/RS',
    ]);
    expect(await linksFrom(store, 'publication/guide-de')).toContain(`PUBLISHED_BY ${astra}`);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('leaves one statement where one source stated the link to both', async () => {
    await merge(store, act, lefo, astra);
    const publishers = (await linksFrom(store, 'publication/guide')).filter((link) => link.startsWith('PUBLISHED_BY'));
    expect(publishers).toEqual([`PUBLISHED_BY ${astra}`]);
  });

  it('leaves two statements where two sources did', async () => {
    const guide = smallCatalogue.find(({ id }) => id === 'publication/guide')!;
    await save(store, [{ ...guide, source: other }]);
    await merge(store, act, lefo, astra);
    const to = (await readStatementsTo(store, 'PUBLISHED_BY', [astra])).get(astra)!;
    const ofGuide = to.filter(({ from }) => from === 'publication/guide');
    expect(ofGuide.map(({ source: { url } }) => url)).toEqual([source.url, other.url]);
  });

  it('makes the old id resolve to the one that stays, with the reason', async () => {
    await merge(store, { ...act, reason: 'the same' }, lefo, astra);
    expect((await readRetired(store.read, [lefo])).get(lefo)).toMatchObject({
      status: 'merged',
      into: astra,
      survivor: astra,
      reason: 'the same',
      records: [],
    });
    expect(await readRecords(store, [lefo])).toEqual(new Map());
  });

  it('keeps the name that went as an alias', async () => {
    await merge(store, act, lefo, astra);
    expect((await readRecords(store, [astra])).get(astra)).toMatchObject({ name: 'ASTRA', aliases: ['LEFÖ-IBF'] });
  });

  it('follows a chain to its end', async () => {
    await merge(store, act, lefo, astra);
    await merge(store, act, astra, network);
    expect([await survivorOf(store, lefo), await survivorOf(store, astra)]).toEqual([network, network]);
    expect(await linksFrom(store, 'publication/guide')).toContain(`PUBLISHED_BY ${network}`);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('into an id that was merged goes to what stands for it', async () => {
    await merge(store, act, astra, network);
    expect(await merge(store, act, lefo, astra)).toBe(network);
    expect(await survivorOf(store, lefo)).toBe(network);
  });

  it('a second time changes nothing', async () => {
    await merge(store, act, lefo, astra);
    const revision = await readRevision(store);
    expect(await merge(store, act, lefo, astra)).toBe(astra);
    expect(await readRevision(store)).toBe(revision);
  });

  it('leaves no link from an entity to itself', async () => {
    const citing = publication('guide-2', { cites: ['publication/guide'] });
    const cited = publication('guide', { cites: ['publication/guide-2'], countries: ['country/AT'] });
    await save(store, [citing, cited]);
    await merge(store, act, citing.id, cited.id);
    expect(await linksFrom(store, cited.id)).toEqual(['COVERS country/AT']);
    await undo(store, act, citing.id);
    expect(await linksFrom(store, citing.id, cited.id)).toEqual([
      `CITES ${cited.id}`,
      'COVERS country/AT',
      `CITES ${citing.id}`,
    ]);
  });

  it('makes addresses of both lead to the one that stays, and back when it is undone', async () => {
    const keys = ['doi:10.1000/brief', 'url:example.org/brief', 'url:example.org/guide'];
    const [brief, guide] = ['publication/brief', 'publication/guide'];
    const before = await findByIdentifier(store, keys);
    await merge(store, act, brief, guide);
    expect(await findByIdentifier(store, keys)).toEqual([guide, guide, guide]);
    await undo(store, act, brief);
    expect(await findByIdentifier(store, keys)).toEqual(before);
  });

  it('brings a record that comes under the old id to the one that stays', async () => {
    await merge(store, act, lefo, astra);
    const record: CatalogueRecord = {
      kind: 'organisation',
      id: lefo,
      name: 'Lefö',
      country: 'country/RS',
      source: other,
    };
    expect(await save(store, [record])).toMatchObject({ created: 0, updated: 1 });
    expect(await save(store, [record])).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await readRecords(store, [astra])).get(astra)).toMatchObject({ aliases: ['LEFÖ-IBF', 'Lefö'] });
    await undo(store, act, lefo);
    expect((await readStatements(store, [lefo])).get(lefo)!.map(({ to, source: { url } }) => [to, url])).toEqual([
      ['country/AT', source.url],
      ['country/RS', other.url],
      [network, source.url],
    ]);
  });

  it('leads a link that comes later under the old id to the one that stays', async () => {
    await merge(store, act, lefo, astra);
    await save(store, [publication('later', { publishers: [lefo] })]);
    expect(await linksFrom(store, 'publication/later')).toEqual([`PUBLISHED_BY ${astra}`]);
    await undo(store, act, lefo);
    expect(await linksFrom(store, 'publication/later')).toEqual([`PUBLISHED_BY ${lefo}`]);
  });

  it('works for countries and for themes, with what is broader and narrower', async () => {
    const before = await contentOf(store);
    await merge(store, act, 'country/AT', 'country/RS');
    await merge(store, act, 'theme/asylum', 'theme/residence');
    expect(await linksFrom(store, 'theme/residence')).toEqual(['BROADER theme/protection']);
    expect(await linksFrom(store, 'publication/asylum')).toEqual(['COVERS country/RS', 'ABOUT theme/residence']);
    expect(await faultsOf(store)).toEqual([]);
    await undo(store, act, 'country/AT');
    await undo(store, act, 'theme/asylum');
    expect(await contentOf(store)).toEqual(before);
  });

  it('takes out the links of a circle that it closes, and gives them back when it is undone', async () => {
    // low → middle → high; low and high are one: each of the two is broader than the other.
    await save(store, [theme('low', 'middle'), theme('middle', 'high'), theme('high')]);
    const before = await contentOf(store);
    await merge(store, act, 'theme/low', 'theme/high');
    expect(await linksFrom(store, 'theme/middle', 'theme/high')).toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
    await undo(store, act, 'theme/low');
    expect(await contentOf(store)).toEqual(before);
    expect(await faultsOf(store)).toEqual([]);
  });
});

onEveryEngine('undoing a chain of merges', (engine) => {
  const undone = async (order: readonly string[]) => {
    const store = await engine.openEmpty();
    await save(store, smallCatalogue);
    const before = await contentOf(store);
    await merge(store, act, lefo, astra);
    await merge(store, act, astra, network);
    for (const id of order) await undo(store, act, id);
    expect(await faultsOf(store)).toEqual([]);
    return { before, after: await contentOf(store), store };
  };

  it.each([
    ['the last first', [astra, lefo]],
    ['the first first', [lefo, astra]],
  ])('comes back to what was before, %s', async (_, order) => {
    const { before, after } = await undone(order);
    expect(after).toEqual(before);
  });

  it('takes along what was merged before', async () => {
    const { store } = await undone([astra]);
    expect(await survivorOf(store, lefo)).toBe(astra);
    expect(await linksFrom(store, 'publication/guide-de')).toContain(`PUBLISHED_BY ${astra}`);
  });
});

onEveryEngine('withdrawing', (engine) => {
  let store: GraphStore;
  const guide = 'publication/guide';
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });

  it('takes an entity out, and its id answers with the reason', async () => {
    await withdraw(store, why, guide);
    expect(await readRecords(store, [guide])).toEqual(new Map());
    expect((await readRetired(store.read, [guide])).get(guide)).toMatchObject({
      status: 'withdrawn',
      into: null,
      survivor: null,
      reason: why.reason,
    });
    expect(await findByIdentifier(store, ['url:example.org/guide'])).toEqual([null]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('lets the links of others wait for it until it is undone', async () => {
    const before = await contentOf(store);
    await withdraw(store, why, guide);
    expect(await linksFrom(store, 'publication/guide-de')).not.toContain(`TRANSLATION_OF ${guide}`);
    await undo(store, act, guide);
    expect(await contentOf(store)).toEqual(before);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('takes what was merged into it along, and undoing brings it all back', async () => {
    await merge(store, act, 'publication/brief', guide);
    const before = await contentOf(store);
    await withdraw(store, why, guide);
    expect(await survivorOf(store, 'publication/brief')).toBeNull();
    await expect(undo(store, act, 'publication/brief')).rejects.toThrow(
      `publication/brief was merged into ${guide}, which was withdrawn: undo ${guide} first.`,
    );
    await undo(store, act, guide);
    expect(await contentOf(store)).toEqual(before);
    expect(await survivorOf(store, 'publication/brief')).toBe(guide);
  });

  it('lets a circle of themes open', async () => {
    await save(store, [theme('a', 'b'), theme('b', 'c', 'a'), theme('c')]);
    const before = await contentOf(store);
    expect(await linksFrom(store, 'theme/a', 'theme/b')).toEqual(['BROADER theme/c']);
    await withdraw(store, why, 'theme/a');
    await undo(store, act, 'theme/a');
    expect(await contentOf(store)).toEqual(before);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('takes a record that is as it was for unchanged, and refuses another', async () => {
    const record = smallCatalogue.find(({ id }) => id === guide)!;
    await withdraw(store, why, guide);
    expect(await save(store, [JSON.parse(JSON.stringify(record)) as CatalogueRecord])).toMatchObject({ unchanged: 1 });
    const changed = { ...record, title: 'Another' } as CatalogueRecord;
    const revision = await readRevision(store);
    expect(await save(store, [changed])).toMatchObject({ refused: [{ record: changed, reason: why.reason }] });
    expect(await readRevision(store)).toBe(revision);
    expect(await readRecords(store, [guide])).toEqual(new Map());
  });

  it('takes the records of what was merged into it for unchanged too', async () => {
    const brief = JSON.parse(
      JSON.stringify(smallCatalogue.find(({ id }) => id === 'publication/brief')),
    ) as CatalogueRecord;
    await merge(store, { ...act, reason: 'the same' }, brief.id, guide);
    await withdraw(store, why, guide);
    expect(await save(store, [brief])).toMatchObject({ unchanged: 1, refused: [] });
    const changed = { ...brief, title: 'Another' } as CatalogueRecord;
    expect(await save(store, [changed])).toMatchObject({ unchanged: 0, refused: [{ reason: why.reason }] });
  });

  it('a second time changes nothing, and for another reason keeps the new one', async () => {
    await withdraw(store, why, guide);
    const revision = await readRevision(store);
    await withdraw(store, why, guide);
    expect(await readRevision(store)).toBe(revision);
    await withdraw(store, { ...act, reason: 'wrong' }, guide);
    expect((await readRetired(store.read, [guide])).get(guide)).toMatchObject({ reason: 'wrong' });
    expect((await readVersions(store.read, guide)).map(({ revision, until }) => [revision, until])).toEqual([[1, 2]]);
  });

  it('leaves what too many waited for to be made after it, and makes it', async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => publication(`many-${i}`, { themes: ['theme/supply-chains'] }));
    await save(store, many);
    await withdraw(store, why, 'theme/supply-chains');
    await undo(store, act, 'theme/supply-chains');
    expect(await linksFrom(store, 'publication/many-0', 'publication/many-2000')).toHaveLength(2);
  }, 90_000);
});

onEveryEngine('erasing', (engine) => {
  let store: GraphStore;
  const secret = 'Zuzanna';
  const told = publication('told', {
    title: `The story of ${secret}`,
    summary: `What ${secret} went through`,
    url: `https://example.org/${secret}`,
    doi: `10.1000/${secret.toLowerCase()}`,
    publishers: [lefo],
    source: { url: `https://example.org/${secret}`, verified: true },
  });
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    await save(store, [told]);
  });
  /** Every node that holds the text in one of its properties, by its labels. */
  const holders = async () => {
    const rows = await store.read<{ labels: string[]; properties: object }>(
      'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties',
    );
    const holds = ({ properties }: { properties: object }) =>
      JSON.stringify(properties).toLowerCase().includes(secret.toLowerCase());
    return rows.filter(holds).flatMap(({ labels }) => labels);
  };

  it('leaves no word of it anywhere', async () => {
    await save(store, [{ ...told, summary: `More of ${secret}` }]);
    expect(await holders()).not.toEqual([]);
    await withdraw(store, why, told.id, true);
    expect(await holders()).toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('leaves none in the review queue nor among the addresses that were looked at', async () => {
    await save(store, [publication('again', { url: told.url, title: 'Plain' })]);
    expect(await proposeDuplicates(store)).toBe(1);
    await saveChecks(store, act, [{ url: told.url!, status: 'dead', checkedAt: '2025-01-01T00:00:00Z' }]);
    await withdraw(store, why, 'publication/again', true);
    await withdraw(store, why, told.id, true);
    expect(await holders()).toEqual([]);
  });

  it('leaves none in the history of what it was merged with', async () => {
    await merge(store, act, told.id, 'publication/guide');
    await save(store, [publication('guide', { title: 'Changed' })]);
    await undo(store, act, told.id);
    await withdraw(store, why, told.id, true);
    expect(await holders()).toEqual([]);
    expect(await readVersions(store.read, 'publication/guide')).not.toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('leaves none of what was merged into it', async () => {
    await merge(store, act, told.id, 'publication/guide');
    await withdraw(store, why, 'publication/guide', true);
    expect(await holders()).toEqual([]);
  });

  it('erases also what was withdrawn before', async () => {
    await withdraw(store, why, told.id);
    expect(await holders()).not.toEqual([]);
    await withdraw(store, why, told.id, true);
    expect(await holders()).toEqual([]);
    expect(await readVersions(store.read, told.id)).toEqual([]);
  });

  it('keeps what others need: an address that another publication has too', async () => {
    await save(store, [publication('again', { url: told.url })]);
    await withdraw(store, why, told.id, true);
    expect(await findByIdentifier(store, [`url:example.org/${secret}`])).toEqual(['publication/again']);
  });

  it('cannot be undone', async () => {
    await withdraw(store, why, told.id, true);
    await expect(undo(store, act, told.id)).rejects.toThrow(
      `${told.id} was erased when it was withdrawn; it can only be imported anew under another id.`,
    );
    expect(await save(store, [told])).toMatchObject({ refused: [{ reason: why.reason }] });
  });
});

onEveryEngine('what cannot be done', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
    await merge(store, act, lefo, astra);
    await withdraw(store, why, 'publication/chains');
  });

  it.each<[string, (store: GraphStore) => Promise<unknown>, string]>([
    [
      'of two kinds',
      (at) => merge(at, act, astra, 'country/RS'),
      `${astra} cannot be merged into country/RS: both must be ids of one kind.`,
    ],
    ['of no kind', (at) => merge(at, act, 'a', 'b'), 'a cannot be merged into b: both must be ids of one kind.'],
    ['with itself', (at) => merge(at, act, astra, astra), `${astra} cannot be merged into itself.`],
    ['with itself by way of another', (at) => merge(at, act, astra, lefo), `${astra} cannot be merged into itself.`],
    [
      'of what is not there',
      (at) => merge(at, act, 'organisation/nowhere', astra),
      'organisation/nowhere is not in the graph.',
    ],
    [
      'into what is not there',
      (at) => merge(at, act, astra, 'organisation/nowhere'),
      'organisation/nowhere is not in the graph.',
    ],
    [
      'of what is merged',
      (at) => merge(at, act, lefo, network),
      `${lefo} is merged already; undo that first: undo ${lefo}`,
    ],
    [
      'of what is withdrawn',
      (at) => merge(at, act, 'publication/chains', 'publication/guide'),
      'publication/chains is withdrawn already; undo that first: undo publication/chains',
    ],
    [
      'into what is withdrawn',
      (at) => merge(at, act, 'publication/guide', 'publication/chains'),
      'publication/chains is withdrawn; undo that first: undo publication/chains',
    ],
  ])('is a merge %s', async (_, merging, message) => {
    const revision = await readRevision(store);
    await expect(merging(store)).rejects.toThrow(message);
    expect(await readRevision(store)).toBe(revision);
  });

  it.each<[string, (store: GraphStore) => Promise<unknown>, string]>([
    ['withdrawing what is not there', (at) => withdraw(at, why, 'person/nobody'), 'person/nobody is not in the graph.'],
    ['withdrawing what is no id', (at) => withdraw(at, why, 'nobody'), 'nobody is not in the graph.'],
    [
      'withdrawing what is merged',
      (at) => withdraw(at, why, lefo),
      `${lefo} is merged into ${astra}; undo that first: undo ${lefo}`,
    ],
    ['undoing nothing', (at) => undo(at, act, astra), `${astra} was neither merged nor withdrawn.`],
  ])('is %s', async (_, doing, message) => {
    const revision = await readRevision(store);
    await expect(doing(store)).rejects.toThrow(message);
    expect(await readRevision(store)).toBe(revision);
  });

  it('leaves a merged id that has no record any more where it leads, and says so', async () => {
    const id = 'organisation/renamed';
    await save(store, [{ kind: 'organisation', id, name: 'Renamed', source: other }]);
    await merge(store, act, id, astra);
    await withdrawSource(store, act, astra, other.url!);
    const revision = await readRevision(store);
    for (const _ of ['once', 'again'])
      await expect(undo(store, act, id)).rejects.toThrow(`${id} has no record of its own any more`);
    expect(await readRevision(store)).toBe(revision);
    expect((await readRetired(store.read, [id])).get(id)).toMatchObject({ survivor: astra });
    expect(await faultsOf(store)).toEqual([]);
  });
});
