import { beforeEach, expect, it } from 'vitest';
import { readRecords, readStatements, readStatementsTo } from '../../src/graph/read.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { openLinks } from '../../src/graph/open-links.ts';
import { settle } from '../../src/graph/settle.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { isLinkField } from '../../src/relations.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue, source } from '../records.ts';

const ids = smallCatalogue.map(({ id }) => id);

onEveryEngine('saving records', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });

  it('gives every field of every record back', async () => {
    await save(store, smallCatalogue);
    const records = await readRecords(store, ids);
    for (const record of smallCatalogue) {
      const own = Object.entries(record).filter(
        ([field, value]) => !isLinkField(record.kind, field) && value !== undefined,
      );
      expect(records.get(record.id)).toEqual(Object.fromEntries(own));
    }
  });

  it('gives every link back as a statement with its source, in the order of the record', async () => {
    await save(store, smallCatalogue);
    const statements = await readStatements(store, ids);
    expect(statements.get('publication/brief')!.map(({ relation, to }) => `${relation} ${to}`)).toEqual([
      'PUBLISHED_BY organisation/astra',
      'AUTHORED_BY person/author',
      'AUTHORED_BY organisation/lefo',
      'COVERS country/RS',
      'REFERS_TO instrument/convention',
      'ABOUT theme/residence',
      'ABOUT theme/asylum',
      'PART_OF project/rest',
      'CITES publication/guide',
    ]);
    const law = statements.get('publication/brief')!.find(({ relation }) => relation === 'REFERS_TO');
    expect(law).toMatchObject({ provision: 'Article 14', method: 'curated', confidence: 1, source, revision: 1 });
  });

  it('lets statements that contradict each other stand side by side, each with its source', async () => {
    await save(store, smallCatalogue);
    const serbia = (await readStatementsTo(store, 'HAS_PARTY', ['country/RS'])).get('country/RS')!;
    expect(serbia).toMatchObject([
      { status: 'ratification', date: '2001-09-06', source, confidence: 1 },
      { status: 'accession', date: '2001', source: { file: 'another list', verified: false }, confidence: 0.5 },
    ]);
  });

  it('marks the statements of a doubtful field', async () => {
    const doubtful = publication('doubtful', {
      themes: ['theme/asylum'],
      countries: ['country/AT'],
      source: { ...source, unverifiedFields: ['themes'] },
    });
    await save(store, [...smallCatalogue, doubtful]);
    const statements = (await readStatements(store, [doubtful.id])).get(doubtful.id)!;
    expect(statements.map(({ to, confidence }) => [to, confidence])).toEqual([
      ['country/AT', 1],
      ['theme/asylum', 0.5],
    ]);
  });

  it('changes nothing when the same records come again, in another order', async () => {
    await save(store, smallCatalogue);
    const revision = await readRevision(store);
    const before = await readStatements(store, ids);
    const again = [...smallCatalogue].reverse();
    expect(await save(store, again)).toEqual({ created: 0, updated: 0, unchanged: again.length, refused: [] });
    expect(await readRevision(store)).toBe(revision);
    expect(await readStatements(store, ids)).toEqual(before);
  });

  it('takes away what a record no longer states and leaves the rest as it was', async () => {
    await save(store, smallCatalogue);
    const before = (await readStatements(store, ['publication/guide'])).get('publication/guide')!;
    const guide = smallCatalogue.find(({ id }) => id === 'publication/guide')!;
    const changed = { ...guide, countries: ['country/RS'], urls: undefined } as typeof guide;
    expect(await save(store, [changed])).toEqual({ created: 0, updated: 1, unchanged: 0, refused: [] });
    const after = (await readStatements(store, ['publication/guide'])).get('publication/guide')!;
    expect(after.map(({ to }) => to)).toEqual(before.map(({ to }) => to).filter((to) => to !== 'country/AT'));
    const theme = ({ relation }: { relation: string }) => relation === 'ABOUT';
    expect(after.find(theme)).toEqual(before.find(theme));
    expect((await readStatements(store, ['publication/brief'])).get('publication/brief')).toHaveLength(9);
  });

  it('keeps a link whose target is not there until it comes, and names it meanwhile', async () => {
    const lonely = publication('lonely', { themes: ['theme/new'], countries: ['country/RS'] });
    await save(store, [lonely, smallCatalogue[0]!]);
    const open = await openLinks(store.read);
    expect(open.of(lonely)).toMatchObject([{ field: 'themes', value: 'theme/new' }]);
    expect(open.of(smallCatalogue[0]!)).toEqual([]);
    await save(store, [{ kind: 'theme', id: 'theme/new', prefLabel: { en: 'new' }, source }]);
    const statements = (await readStatements(store, ['publication/lonely'])).get('publication/lonely')!;
    expect(statements.map(({ to, revision }) => [to, revision])).toEqual([
      ['country/RS', 1],
      ['theme/new', 2],
    ]);
    expect((await openLinks(store.read)).size).toBe(0);
  });

  it('makes the links that were left open because too many waited', async () => {
    await save(store, [publication('lonely', { themes: ['theme/new'] })]);
    // As a write leaves it that is cut off before it settles: the target is there, the link is not.
    await store.write((run) =>
      run(`MERGE (t:Theme {id: 'theme/new'}) SET t.records = [], t.changed = 1, t.revision = 1`),
    );
    expect(await settle(store, act)).toBe(1);
    expect(await settle(store, act)).toBe(0);
    const statements = (await readStatements(store, ['publication/lonely'])).get('publication/lonely')!;
    expect(statements.map(({ to }) => to)).toEqual(['theme/new']);
  });

  it('puts the last of two records of one source in the place of the first', async () => {
    await save(store, smallCatalogue);
    await save(store, [publication('same', { title: 'One', themes: ['theme/asylum'] })]);
    await save(store, [publication('same', { title: 'Two', themes: ['theme/residence'] })]);
    expect((await readRecords(store, ['publication/same'])).get('publication/same')).toMatchObject({ title: 'Two' });
    const statements = (await readStatements(store, ['publication/same'])).get('publication/same')!;
    expect(statements.map(({ to }) => to)).toEqual(['theme/residence']);
  });
});
