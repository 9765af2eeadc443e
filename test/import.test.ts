import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { readEntities, readRetired } from '../src/graph/entities.ts';
import { openLinks } from '../src/graph/open-links.ts';
import { readRecords, readStatements } from '../src/graph/read.ts';
import { undo } from '../src/graph/retire.ts';
import { readRevision } from '../src/graph/revision.ts';
import type { GraphStore } from '../src/graph/store.ts';
import { importFiles } from '../src/import.ts';
import type { Rejection } from '../src/ingest/records/read-records.ts';
import { onEveryEngine } from './engines.ts';
import { fileOf, publication, save, smallCatalogue, source } from './records.ts';

const ids = smallCatalogue.map(({ id }) => id);
const all = { read: ids.length, created: ids.length, updated: 0, unchanged: 0, rejected: 0 };
const rejectsOf = (file: string) =>
  readFileSync(`${file}.rejects.jsonl`, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Rejection);

/** What a graph holds of the small catalogue, without the revisions, which tell of the way there. */
async function contentOf(store: GraphStore) {
  const statements = [...(await readStatements(store, ids)).values()].flat();
  return { records: await readRecords(store, ids), statements: statements.map((s) => ({ ...s, revision: 0 })) };
}

onEveryEngine('importing files', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });

  it('comes to the same graph in any order of lines and files', async () => {
    await save(store, smallCatalogue);
    const expected = await contentOf(store);
    const halves = [smallCatalogue.slice(0, 9), smallCatalogue.slice(9)];
    for (const files of [[fileOf([...smallCatalogue].reverse())], halves.map((half) => fileOf(half)).reverse()]) {
      const empty = await engine.openEmpty();
      expect(await importFiles(empty, files)).toEqual(all);
      expect(await contentOf(empty)).toEqual(expected);
    }
  }, 90_000);

  it('changes nothing the second time', async () => {
    const file = fileOf(smallCatalogue);
    await importFiles(store, [file]);
    const revision = await readRevision(store);
    expect(await importFiles(store, [file])).toEqual({ ...all, created: 0, unchanged: ids.length });
    expect(await readRevision(store)).toBe(revision);
  });

  it('counts what is new, what has changed and what has not', async () => {
    await importFiles(store, [fileOf([publication('a'), publication('b')])]);
    const file = fileOf([publication('a'), publication('b', { title: 'Another' }), publication('c'), '{']);
    expect(await importFiles(store, [file])).toEqual({ read: 4, created: 1, updated: 1, unchanged: 1, rejected: 1 });
  });

  it('writes down every line it rejects, and takes the rest', async () => {
    const bad = { ...publication('bad'), date: 'soon' };
    const file = fileOf([publication('a'), '', bad, '{', publication('b')]);
    const told: Rejection[] = [];
    const summary = await importFiles(store, [file], { onReject: (rejection) => told.push(rejection) });
    expect(summary).toEqual({ read: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 });
    const reason = 'is not a date such as 2021, 2021-03 or 2021-03-05';
    expect(rejectsOf(file)).toEqual([
      { file, line: 3, field: 'date', value: 'soon', reason, text: JSON.stringify(bad) },
      { file, line: 4, field: '', value: '{', reason: expect.stringMatching(/^is not JSON: /), text: '{' },
    ]);
    expect(told).toEqual(rejectsOf(file));
    const there = await readRecords(store, ['publication/a', 'publication/b', 'publication/bad']);
    expect([...there.keys()].sort()).toEqual(['publication/a', 'publication/b']);
  });

  it('takes a line once it is put right, and its rejects file away', async () => {
    const file = fileOf([{ ...publication('a'), date: 'soon' }]);
    await importFiles(store, [file]);
    expect(rejectsOf(file)).toHaveLength(1);
    writeFileSync(file, `${JSON.stringify(publication('a'))}\n`);
    expect(await importFiles(store, [file])).toEqual({ read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 });
    expect(existsSync(`${file}.rejects.jsonl`)).toBe(false);
  });

  it('takes the first record of an id by one source and says where it was', async () => {
    const first = fileOf([publication('a', { title: 'First' })]);
    const again = publication('a', { title: 'Again' });
    const second = fileOf([publication('b'), again]);
    const summary = await importFiles(store, [first, second]);
    expect(summary).toEqual({ read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 });
    const reason = `was given before by the same source, at ${first}:1`;
    const text = JSON.stringify(again);
    expect(rejectsOf(second)).toEqual([{ file: second, line: 2, field: 'id', value: 'publication/a', reason, text }]);
    expect((await readRecords(store, ['publication/a'])).get('publication/a')).toMatchObject({ title: 'First' });
  });

  it('leaves out a link that leads nowhere, says so, and makes it once its target is there', async () => {
    const lonely = publication('lonely', { countries: ['country/RS'], themes: ['theme/new'] });
    const file = fileOf([lonely, smallCatalogue[0]!]);
    const targets = async () => (await readStatements(store, [lonely.id])).get(lonely.id)!.map(({ to }) => to);
    const summary = await importFiles(store, [file]);
    expect(summary).toEqual({ read: 2, created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(rejectsOf(file)).toEqual([
      {
        file,
        line: 1,
        field: 'themes',
        value: 'theme/new',
        reason: 'is not in the graph nor in these files; the link waits for it, the record went in',
        text: JSON.stringify(lonely),
      },
    ]);
    expect(await targets()).toEqual(['country/RS']);
    const theme = fileOf([{ kind: 'theme', id: 'theme/new', prefLabel: { en: 'new' }, source }]);
    expect((await importFiles(store, [theme, file])).rejected).toBe(0);
    expect(await targets()).toEqual(['country/RS', 'theme/new']);
  });

  it('names a file that is not there and leaves the graph as it was', async () => {
    const revision = await readRevision(store);
    const missing = `${fileOf([])}.missing`;
    await expect(importFiles(store, [fileOf(smallCatalogue), missing])).rejects.toThrow(missing);
    expect(await readRevision(store)).toBe(revision);
    expect((await readRecords(store, ids)).size).toBe(0);
  });

  it('reads lines that end as on Windows, and a last one that does not end', async () => {
    const file = fileOf([]);
    writeFileSync(file, smallCatalogue.map((record) => JSON.stringify(record)).join('\r\n'));
    expect(await importFiles(store, [file])).toEqual(all);
    expect(existsSync(`${file}.rejects.jsonl`)).toBe(false);
  });

  it('ends a line nowhere else: JSON may hold the separators of Unicode', async () => {
    const summary = 'One\u2028two\u2029three';
    const file = fileOf([publication('a', { summary })]);
    expect(await importFiles(store, [file])).toMatchObject({ read: 1, rejected: 0 });
    expect((await readRecords(store, ['publication/a'])).get('publication/a')).toMatchObject({ summary });
  });

  it('refuses what is too long, not UTF-8 or half a character, and takes the rest', async () => {
    const file = fileOf([]);
    const long = JSON.stringify(publication('long', { summary: 'x'.repeat(5_000_000) }));
    const broken = Buffer.from(JSON.stringify(publication('broken', { title: 'sch\u00f6n' })), 'latin1');
    const half = JSON.stringify(publication('half')).replace('Title', '\\ud83d');
    const lines = [JSON.stringify(publication('a')), long, broken, half, JSON.stringify(publication('b'))];
    writeFileSync(file, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
    expect(await importFiles(store, [file])).toEqual({ read: 5, created: 2, updated: 0, unchanged: 0, rejected: 3 });
    expect(rejectsOf(file).map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [2, '', 'is longer than 1000000 bytes'],
      [3, '', expect.stringMatching(/^is not UTF-8 \(byte \d+\): save the file as UTF-8$/)],
      [4, 'title', 'has half a character in it (U+D83D): something cut it in two'],
    ]);
    expect(rejectsOf(file).every(({ text }) => text.length <= 300)).toBe(true);
  });

  it('takes records of one id by different sources from one file', async () => {
    const other = { url: 'https://other.example.org/', verified: true };
    const [one, two] = [publication('a', { cites: ['publication/b'] }), publication('a', { source: other })];
    const file = fileOf([one, two, publication('b')]);
    expect(await importFiles(store, [file])).toEqual({ read: 3, created: 2, updated: 1, unchanged: 0, rejected: 0 });
    expect(await importFiles(store, [file])).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect((await readEntities(store.read, ['publication/a'])).get('publication/a')!.records).toHaveLength(2);
  });

  it('makes all links of many records that come before what they link to', async () => {
    const many = Array.from({ length: 2_300 }, (_, i) =>
      publication(`p${String(i).padStart(4, '0')}`, {
        themes: ['theme/late'],
        ...(i > 0 && { cites: [`publication/p${String(i - 1).padStart(4, '0')}`] }),
      }),
    );
    const late = { kind: 'theme', id: 'theme/late', prefLabel: { en: 'late' }, source };
    const file = fileOf([...many.reverse(), late]);
    expect(await importFiles(store, [file])).toMatchObject({ created: 2_301, rejected: 0 });
    const statements = await readStatements(
      store,
      many.map(({ id }) => id),
    );
    expect([...statements.values()].flat()).toHaveLength(2 * 2_300 - 1);
    expect((await openLinks(store.read)).size).toBe(0);
  }, 120_000);

  it('goes on where it was stopped', async () => {
    const many = Array.from({ length: 2_500 }, (_, i) => publication(`p${i}`));
    const file = fileOf(many);
    const stopped = new AbortController();
    // A record that is rejected is told while the first batch is read.
    const rejected = fileOf([...many.slice(0, 1_500), publication('p0'), ...many.slice(1_500)]);
    const options = { signal: stopped.signal, onReject: () => stopped.abort(new Error('Stopped.')) };
    await expect(importFiles(store, [rejected], options)).rejects.toThrow('Stopped.');
    expect(await store.read(`MATCH (p:Publication) RETURN count(p) AS there`)).toEqual([{ there: 1_000 }]);
    expect(await importFiles(store, [file])).toMatchObject({ created: 1_500, unchanged: 1_000 });
  }, 120_000);
});

onEveryEngine('importing what became of ids', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });
  const merged = (id: string, into: string, reason?: string) => ({
    kind: 'merged',
    id: `publication/${id}`,
    into: `publication/${into}`,
    reason,
  });
  const withdrawn = (id: string, reason = 'wrong') => ({ kind: 'withdrawn', id: `publication/${id}`, reason });
  const fates = async (...keys: string[]) => {
    const retired = await readRetired(
      store.read,
      keys.map((key) => `publication/${key}`),
    );
    return keys.map((key) => {
      const { status, survivor, reason } = retired.get(`publication/${key}`) ?? {};
      return status && [status, survivor, reason];
    });
  };
  const reasons = (file: string) => rejectsOf(file).map(({ line, value, reason }) => [line, value, reason]);

  it.each([
    ['before', 0],
    ['behind', 2],
  ])('works wherever the lines stand: %s the records', async (_, place) => {
    const lines: object[] = [publication('a'), publication('b')];
    lines.splice(place, 0, merged('a', 'b', 'the same'), withdrawn('b'));
    expect(await importFiles(store, [fileOf(lines)])).toEqual({ ...all, read: 4, created: 2 });
    expect(await fates('a', 'b')).toEqual([
      ['merged', null, 'the same'],
      ['withdrawn', null, 'wrong'],
    ]);
  });

  it.each([
    ['in its order', [merged('a', 'b'), merged('b', 'c')]],
    ['from its end', [merged('b', 'c'), merged('a', 'b')]],
  ])('follows a chain, told %s', async (_, lines) => {
    const records = ['a', 'b', 'c'].map((key) => publication(key));
    expect(await importFiles(store, [fileOf([...lines, ...records])])).toMatchObject({ rejected: 0 });
    expect(await fates('a', 'b')).toEqual([
      ['merged', 'publication/c', null],
      ['merged', 'publication/c', null],
    ]);
    expect((await readRetired(store.read, ['publication/a'])).get('publication/a')!.into).toBe('publication/b');
  });

  it('makes ids resolve of which nothing else is known', async () => {
    const file = fileOf([merged('x', 'y'), merged('y', 'a'), withdrawn('z'), publication('a')]);
    expect(await importFiles(store, [file])).toMatchObject({ created: 1, rejected: 0 });
    expect(await fates('x', 'y', 'z')).toEqual([
      ['merged', 'publication/a', null],
      ['merged', 'publication/a', null],
      ['withdrawn', null, 'wrong'],
    ]);
    await importFiles(store, [fileOf([publication('b', { cites: ['publication/x'] })])]);
    const statements = (await readStatements(store, ['publication/b'])).get('publication/b')!;
    expect(statements.map(({ to }) => to)).toEqual(['publication/a']);
    await expect(undo(store, { author: 'test' }, 'publication/x')).rejects.toThrow('publication/x has no record');
  });

  it('changes nothing the second time', async () => {
    const file = fileOf([publication('a'), publication('b'), merged('a', 'b'), withdrawn('b'), withdrawn('z')]);
    await importFiles(store, [file]);
    const revision = await readRevision(store);
    expect(await importFiles(store, [file])).toMatchObject({ read: 5, created: 0, unchanged: 2, rejected: 0 });
    expect(await readRevision(store)).toBe(revision);
  });

  it('rejects what cannot be, each line with its reason', async () => {
    const file = fileOf([
      publication('a'),
      publication('b'),
      publication('c'),
      merged('a', 'nowhere'),
      merged('nothing', 'nowhere'),
      merged('b', 'c'),
      merged('c', 'b'),
      merged('b', 'a'),
    ]);
    expect(await importFiles(store, [file])).toMatchObject({ created: 3, rejected: 4 });
    expect(reasons(file).sort()).toEqual([
      [4, 'publication/a', 'stays as it is: publication/nowhere is not in the graph.'],
      [5, 'publication/nothing', 'stays as it is: publication/nowhere is not in the graph.'],
      [7, 'publication/c', expect.stringContaining('stays as it is: ')],
      [8, 'publication/b', expect.stringContaining('stays as it is: publication/b is merged already')],
    ]);
  });

  it('keeps out records of ids that are withdrawn, and says why', async () => {
    await importFiles(store, [fileOf([publication('a'), withdrawn('a', 'names a victim')])]);
    const file = fileOf([publication('a', { title: 'Another' }), publication('b')]);
    expect(await importFiles(store, [file])).toEqual({ read: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 });
    expect(reasons(file)).toEqual([
      [1, 'publication/a', 'was withdrawn (names a victim); undo that first if it shall come back'],
    ]);
  });
});
