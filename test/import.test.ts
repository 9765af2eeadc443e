import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { readRecords, readStatements } from '../src/graph/read.ts';
import { readRevision } from '../src/graph/revision.ts';
import type { GraphStore } from '../src/graph/store.ts';
import { importFiles } from '../src/import.ts';
import type { Rejection } from '../src/ingest/read-records.ts';
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

  it('takes the first record of an id and says where it was', async () => {
    const first = fileOf([publication('a', { title: 'First' })]);
    const again = publication('a', { title: 'Again' });
    const second = fileOf([publication('b'), again]);
    const summary = await importFiles(store, [first, second]);
    expect(summary).toEqual({ read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 });
    const reason = `was given before, at ${first}:1`;
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
        reason: 'is not in the graph nor in these files; the record went in without this link',
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
    const title = 'One\u2028two\u2029three';
    expect(await importFiles(store, [fileOf([publication('a', { title })])])).toMatchObject({ read: 1, rejected: 0 });
    expect((await readRecords(store, ['publication/a'])).get('publication/a')).toMatchObject({ title });
  });
});
