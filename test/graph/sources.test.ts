import { beforeEach, describe, expect, it } from 'vitest';
import { withRecord } from '../../src/graph/entity.ts';
import { findByIdentifier } from '../../src/graph/identifiers.ts';
import { readRecords, readStatements } from '../../src/graph/read.ts';
import { withdrawSource } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord, Organisation, Publication, Source, Theme } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue, source } from '../records.ts';
import { exportOf, faultsOf, from, statedIn } from './content.ts';

const register: Source = { url: 'https://register.example.org/', retrieved: '2024-05', verified: true };
const older: Source = { url: 'https://older.example.org/', retrieved: '2019', verified: true };
const memory: Source = { file: 'from memory', retrieved: '2025', verified: false };

const id = 'organisation/home';
const home = (source: Source, fields: Partial<Organisation> = {}): Organisation => ({
  kind: 'organisation',
  id,
  name: 'Home',
  ...fields,
  source,
});

onEveryEngine('records of several sources', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, smallCatalogue);
  });
  const shown = async () => (await readRecords(store, [id])).get(id) as Organisation;
  const countries = async () =>
    (await readStatements(store, [id])).get(id)!.map(({ to, source, confidence }) => ({ to, source, confidence }));

  it('stand side by side, each statement with its source', async () => {
    await save(store, [home(register, { country: 'country/AT' }), home(memory, { country: 'country/RS' })]);
    expect(await countries()).toEqual([
      { to: 'country/AT', source: register, confidence: 1 },
      { to: 'country/RS', source: memory, confidence: 0.5 },
    ]);
  });

  it('make two statements where they say the same', async () => {
    await save(store, [home(register, { country: 'country/AT' }), home(older, { country: 'country/AT' })]);
    expect((await countries()).map(({ source }) => source.url)).toEqual([register.url, older.url]);
  });

  it('show what is verified first, then what was retrieved last', async () => {
    await save(store, [home(memory, { founded: '2003', type: 'NGO', website: 'https://memory.example.org' })]);
    await save(store, [home(older, { founded: '2001', type: 'network' })]);
    await save(store, [home(register, { founded: '2002' })]);
    expect(await shown()).toMatchObject({
      founded: '2002',
      type: 'network',
      website: 'https://memory.example.org',
      source: register,
    });
  });

  it('show lists and labels of all together, and a name that does not lead as an alias', async () => {
    await save(store, [
      home(older, { name: 'Old home', aliases: ['The house'], names: { de: 'Altes Heim', fr: 'Foyer' } }),
    ]);
    await save(store, [home(register, { aliases: ['House', 'The house'], names: { de: 'Heim' } })]);
    const { name, names, aliases } = await shown();
    expect(name).toBe('Home');
    expect(names).toEqual({ de: 'Heim', fr: 'Foyer' });
    expect(aliases).toEqual(['House', 'The house', 'Old home']);
  });

  it('show other labels of one language together', async () => {
    const labelled = (source: Source, altLabel: Record<string, string[]>): Theme => ({
      kind: 'theme',
      id: 'theme/work',
      prefLabel: { en: 'work' },
      altLabel,
      source,
    });
    await save(store, [labelled(register, { en: ['labour'] }), labelled(older, { en: ['labor'], de: ['Arbeit'] })]);
    const { altLabel } = (await readRecords(store, ['theme/work'])).get('theme/work') as Theme;
    expect(altLabel).toEqual({ en: ['labour', 'labor'], de: ['Arbeit'] });
  });

  it('show every address of a publication, and each leads to it', async () => {
    const one = publication('two-places', { url: 'https://one.example.org/', source: register });
    await save(store, [one, from(older, one, { url: 'https://two.example.org/' })]);
    const { url, urls } = (await readRecords(store, [one.id])).get(one.id) as Publication;
    expect([url, urls]).toEqual(['https://one.example.org/', ['https://two.example.org/']]);
    const keys = ['url:one.example.org', 'url:two.example.org'];
    expect(await findByIdentifier(store, keys)).toEqual([one.id, one.id]);
  });

  it('make the same graph in whatever order they come', async () => {
    const records: CatalogueRecord[] = [
      home(register, { country: 'country/AT', aliases: ['a'] }),
      home(memory, { country: 'country/RS', aliases: ['b'] }),
      home(older, { country: 'country/RS', founded: '1999' }),
    ];
    for (const record of records) await save(store, [record]);
    const [text, stated, record] = [await exportOf(store), await statedIn(store), await shown()];
    store = await engine.openEmpty();
    await save(store, [...smallCatalogue, ...[...records].reverse()]);
    expect(await exportOf(store)).toBe(text);
    expect(await statedIn(store)).toEqual(stated);
    expect(await shown()).toEqual(record);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('replace what the same source said before and nothing else', async () => {
    await save(store, [home(register, { country: 'country/AT' }), home(older, { country: 'country/RS' })]);
    const later = { ...register, retrieved: '2025-01' };
    expect(await save(store, [home(later, { country: 'country/RS' })])).toMatchObject({ updated: 1 });
    expect((await countries()).map(({ to, source }) => [to, source])).toEqual([
      ['country/RS', later],
      ['country/RS', older],
    ]);
  });

  it('go one by one: what others say stays', async () => {
    await save(store, [home(older, { country: 'country/RS', founded: '1999' })]);
    const [text, stated, record] = [await exportOf(store), await statedIn(store), await shown()];
    await save(store, [home(register, { country: 'country/AT', website: 'https://home.example.org' })]);
    await withdrawSource(store, act, id, register.url!);
    expect(await exportOf(store)).toBe(text);
    expect(await statedIn(store)).toEqual(stated);
    expect(await shown()).toEqual(record);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('take their addresses with them', async () => {
    const one = publication('two-places', { url: 'https://one.example.org/', source: register });
    await save(store, [one, from(older, one, { url: 'https://two.example.org/' })]);
    await withdrawSource(store, act, one.id, older.url!);
    expect(await findByIdentifier(store, ['url:one.example.org', 'url:two.example.org'])).toEqual([one.id, null]);
  });

  it('that are called like an error of the engine are only not there, and writing goes on', async () => {
    await save(store, [home(register), home(older)]);
    for (const source of ['GRAFEO-T008', 'GRAFEO-T001', 'file:///videos error.html', 'no space left'])
      await expect(withdrawSource(store, act, id, source)).rejects.toThrow(`${id} has no record from ${source}`);
    await withdrawSource(store, act, id, older.url!);
  });

  it('do not go while they are all there is', async () => {
    await save(store, [home(register)]);
    const [revision, text] = [await readRevision(store), await exportOf(store)];
    await expect(withdrawSource(store, act, id, register.url!)).rejects.toThrow(
      `${id} stands on ${register.url} alone: withdraw it as a whole.`,
    );
    expect([await readRevision(store), await exportOf(store)]).toEqual([revision, text]);
  });

  it.each<[string, string, string]>([
    [
      id,
      'https://nowhere.example.org',
      `${id} has no record from https://nowhere.example.org; there are ${register.url}, from memory.`,
    ],
    ['organisation/nowhere', 'x', 'organisation/nowhere is not in the graph.'],
    ['no id', 'x', 'no id is not in the graph.'],
  ])('are named where %s has none from %s', async (whose, which, message) => {
    await save(store, [home(register), home(memory)]);
    await expect(withdrawSource(store, act, whose, which)).rejects.toThrow(message);
  });
});

describe('taking a record among those of its entity', () => {
  const a = publication('a');
  const b = from(register, a);

  it('adds it beside other sources', () => expect(withRecord([a], b)).toEqual([a, b]));
  it('puts it in the place of what the source said before', () => {
    const again = publication('a', { title: 'Again' });
    expect(withRecord([a, b], again)).toEqual([b, again]);
  });
  it('gives null for what is there already', () => expect(withRecord([a, b], { ...b })).toBeNull());
  it('keeps apart what one source says of two ids', () => {
    expect(withRecord([a], publication('b'))).toEqual([a, publication('b')]);
  });
  it('holds a source for the same by its address, whenever it was retrieved', () => {
    const later = publication('a', { source: { ...source, retrieved: '2025' } });
    expect(withRecord([a], later)).toEqual([later]);
  });
});
