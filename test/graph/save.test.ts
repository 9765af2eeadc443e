import { beforeEach, expect, it } from 'vitest';
import { readRecords, readStatements, readStatementsTo } from '../../src/graph/read.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { saveLinks, saveNodes } from '../../src/graph/save.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { isLinkField } from '../../src/relations.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue, source } from '../records.ts';

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
    expect(law).toMatchObject({ provision: 'Article 14', method: 'curated', confidence: 1, source, revision: 2 });
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
    expect(await saveNodes(store, again)).toEqual({ created: 0, updated: 0, unchanged: again.length });
    expect(await saveLinks(store, again)).toEqual([]);
    expect(await readRevision(store)).toBe(revision);
    expect(await readStatements(store, ids)).toEqual(before);
  });

  it('takes away what a record no longer states and leaves the rest as it was', async () => {
    await save(store, smallCatalogue);
    const before = (await readStatements(store, ['publication/guide'])).get('publication/guide')!;
    const guide = smallCatalogue.find(({ id }) => id === 'publication/guide')!;
    const changed = { ...guide, countries: ['country/RS'], urls: undefined } as typeof guide;
    expect(await saveNodes(store, [changed])).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await saveLinks(store, [changed])).toEqual([]);
    const after = (await readStatements(store, ['publication/guide'])).get('publication/guide')!;
    expect(after.map(({ to }) => to)).toEqual(before.map(({ to }) => to).filter((to) => to !== 'country/AT'));
    const theme = ({ relation }: { relation: string }) => relation === 'ABOUT';
    expect(after.find(theme)).toEqual(before.find(theme));
    expect((await readStatements(store, ['publication/brief'])).get('publication/brief')).toHaveLength(9);
  });

  it('names links that lead nowhere, each time, and takes them up once their target is there', async () => {
    const lonely = publication('lonely', { themes: ['theme/new'], countries: ['country/RS'] });
    await saveNodes(store, [lonely, smallCatalogue[0]!]);
    expect(await saveLinks(store, [lonely, smallCatalogue[0]!])).toEqual([
      { id: 'publication/lonely', field: 'themes', value: 'theme/new' },
    ]);
    const revision = await readRevision(store);
    expect(await saveLinks(store, [lonely])).toHaveLength(1);
    expect(await readRevision(store)).toBe(revision);
    await save(store, [{ kind: 'theme', id: 'theme/new', prefLabel: { en: 'new' }, source }, lonely]);
    const statements = (await readStatements(store, ['publication/lonely'])).get('publication/lonely')!;
    expect(statements.map(({ to }) => to)).toEqual(['country/RS', 'theme/new']);
  });

  it('goes on where an import was cut off between nodes and links', async () => {
    await saveNodes(store, smallCatalogue);
    await save(store, smallCatalogue);
    expect((await readStatements(store, ['publication/brief'])).get('publication/brief')).toHaveLength(9);
  });

  it('keeps one of two records whole when two imports cross', async () => {
    const one = publication('same', { title: 'One', themes: ['theme/asylum'] });
    const two = publication('same', { title: 'Two', themes: ['theme/residence'] });
    await save(store, smallCatalogue);
    await saveNodes(store, [one]);
    await saveNodes(store, [two]);
    await saveLinks(store, [two]);
    await saveLinks(store, [one]);
    expect((await readRecords(store, [one.id])).get(one.id)).toMatchObject({ title: 'Two' });
    const statements = (await readStatements(store, [one.id])).get(one.id)!;
    expect(statements.map(({ to }) => to)).toEqual(['theme/residence']);
  });
});
