import { beforeEach, expect, it } from 'vitest';
import { importFiles } from '../../src/import.ts';
import { exportLines } from '../../src/graph/export.ts';
import { readLatestChanges, readVersions } from '../../src/graph/history.ts';
import { readRecords } from '../../src/graph/read.ts';
import { merge, undo, withdraw, withdrawSource } from '../../src/graph/retire.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { onEveryEngine } from '../engines.ts';
import { act, fileOf, save, source } from '../records.ts';
import { exportOf } from './content.ts';

const organisation = (key: string, fields: Partial<CatalogueRecord> = {}) =>
  ({ kind: 'organisation', id: `organisation/${key}`, name: `Name of ${key}`, source, ...fields }) as CatalogueRecord;
const other = { url: 'https://example.org/other', verified: false };
const why = { ...act, reason: 'it names a victim' };

onEveryEngine('what was withdrawn', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, [organisation('a'), organisation('b')]);
  });

  it('is not shown by the history of what it was merged into for a time', async () => {
    await merge(store, act, 'organisation/a', 'organisation/b');
    await undo(store, act, 'organisation/a');
    await withdraw(store, why, 'organisation/a');
    const told = JSON.stringify(await readVersions(store.read, 'organisation/b'));
    expect(told).toContain('Name of b');
    expect(told).not.toContain('Name of a');
  });

  it('leaves nothing of one source behind when that is erased', async () => {
    await save(store, [organisation('a', { name: 'Secret', source: other } as never)]);
    await save(store, [organisation('a', { name: 'Secret too', source: other } as never)]);
    await withdrawSource(store, act, 'organisation/a', other.url, true);
    const rows = await store.read(`MATCH (n) RETURN properties(n) AS properties`);
    expect(JSON.stringify(rows)).not.toContain('Secret');
    expect(JSON.stringify(rows)).toContain('Name of a');
  });

  it('leaves nothing of an id behind whose source had been withdrawn before', async () => {
    await save(store, [organisation('c', { name: 'Secret', source: other } as never)]);
    await merge(store, act, 'organisation/c', 'organisation/a');
    await withdrawSource(store, act, 'organisation/a', other.url);
    await withdraw(store, why, 'organisation/a', true);
    expect(JSON.stringify(await store.read(`MATCH (n) RETURN properties(n) AS properties`))).not.toContain('Secret');
  });

  it('is at no time there when an export is imported elsewhere', async () => {
    await withdraw(store, why, 'organisation/a');
    const text = await exportOf(store);
    expect(text).toContain('"kind":"withdrawn","id":"organisation/a"');
    const file = fileOf(text.trim().split('\n'));
    const empty = await engine.openEmpty();
    expect(await importFiles(empty, [file])).toMatchObject({ created: 1, rejected: 0 });
    const done = await readLatestChanges(empty, 100);
    expect(done.map(({ id, action }) => [id, action])).toEqual([
      ['organisation/a', 'withdrawn'],
      ['organisation/b', 'created'],
    ]);
    expect(await exportOf(empty)).toBe(text);
    await undo(empty, act, 'organisation/a');
    expect((await readRecords(empty, ['organisation/a'])).size).toBe(1);
  });

  it('needs a reason that fits on a line', async () => {
    for (const reason of ['', ' ', 'two\nlines'])
      await expect(withdraw(store, { ...act, reason }, 'organisation/a')).rejects.toThrow(/^reason: /);
    await expect(withdraw(store, { author: '\u0007', reason: 'x' }, 'organisation/a')).rejects.toThrow(/^author: /);
  });
});

onEveryEngine('an export', (engine) => {
  it('says so when the graph was changed before it ended', async () => {
    const store = await engine.openEmpty();
    await save(store, [organisation('a'), organisation('b')]);
    const printing = exportLines(store);
    await printing.next();
    await merge(store, act, 'organisation/a', 'organisation/b');
    const rest = async () => {
      for await (const _page of printing);
    };
    await expect(rest()).rejects.toThrow('changed while it was exported');
  });
});
