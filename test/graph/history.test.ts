import { beforeEach, expect, it } from 'vitest';
import {
  readChanges,
  readLatestChanges,
  readVersions,
  revisionAt,
  versionAt,
  type Change,
} from '../../src/graph/history.ts';
import { merge, undo, withdraw } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { saveRecords } from '../../src/graph/save.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save } from '../records.ts';

const day = (number: number) => `2025-01-${String(number).padStart(2, '0')}T12:00:00.000Z`;
const [a, b, c] = ['publication/a', 'publication/b', 'publication/c'] as const;

onEveryEngine('the change feed', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });
  const changes = (after = { revision: 0, place: -1 }, limit = 1_000) => readChanges(store, after, limit);
  const told = (list: Change[]) => list.map(({ revision, id, action }) => [revision, id, action]);

  it('is empty at first', async () => {
    expect(await changes()).toEqual([]);
    expect(await readRevision(store)).toBe(0);
  });

  it('tells of each write once, with time, author and reason', async () => {
    await saveRecords(store, { author: 'Ana', reason: 'first', time: day(1) }, [publication('a'), publication('b')]);
    await merge(store, { author: 'Ben', time: day(2) }, a, b);
    const [ana, ben] = [
      { time: day(1), author: 'Ana', reason: 'first' },
      { time: day(2), author: 'Ben', reason: null },
    ];
    expect(await changes()).toEqual([
      { revision: 1, place: 0, id: a, action: 'created', ...ana },
      { revision: 1, place: 1, id: b, action: 'created', ...ana },
      { revision: 2, place: 0, id: a, action: 'merged', ...ben },
      { revision: 2, place: 1, id: b, action: 'updated', ...ben },
    ]);
    expect(await readRevision(store)).toBe(2);
  });

  it('gives a write the time it was made where none is given', async () => {
    const before = new Date().toISOString();
    await save(store, [publication('a')]);
    const [{ time } = { time: '' }] = await changes();
    expect(time >= before && time <= new Date().toISOString()).toBe(true);
  });

  it('tells what was done to each', async () => {
    await save(store, [publication('a', { cites: [b] }), publication('b'), publication('c')]);
    await save(store, [publication('c', { title: 'Changed' })]);
    await withdraw(store, { ...act, reason: 'wrong' }, b);
    await undo(store, act, b);
    expect(told(await changes()).slice(3)).toEqual([
      [2, c, 'updated'],
      [3, b, 'withdrawn'],
      [3, a, 'linked'],
      [4, b, 'restored'],
      [4, a, 'linked'],
    ]);
  });

  it('gets nothing from what changes nothing', async () => {
    await save(store, [publication('a')]);
    const before = await changes();
    await save(store, [publication('a')]);
    await expect(merge(store, act, a, 'publication/nowhere')).rejects.toThrow();
    expect(await changes()).toEqual(before);
    expect(await readRevision(store)).toBe(1);
  });

  it('gives everything exactly once, page by page, whatever the size of a page', async () => {
    for (let size = 1; size <= 12; size++)
      await save(
        store,
        Array.from({ length: size }, (_, i) => publication(`p${size}-${i}`)),
      );
    const all = await changes();
    expect(all).toHaveLength(78);
    for (const limit of [1, 2, 5, 7, 77, 78, 79]) {
      const paged: Change[] = [];
      for (let after = { revision: 0, place: -1 }; ;) {
        const page = await changes(after, limit);
        expect(page.length).toBeLessThanOrEqual(limit);
        if (page.length === 0) break;
        paged.push(...page);
        after = page.at(-1)!;
      }
      expect(paged).toEqual(all);
    }
  });

  it('gives the last ones first when they are asked for', async () => {
    for (let number = 1; number <= 12; number++)
      await save(store, [publication(`p${number}`), publication(`q${number}`)]);
    expect(told(await readLatestChanges(store, 5))).toEqual([
      [12, 'publication/q12', 'created'],
      [12, 'publication/p12', 'created'],
      [11, 'publication/q11', 'created'],
      [11, 'publication/p11', 'created'],
      [10, 'publication/q10', 'created'],
    ]);
  });

  it('tells the revision of a time', async () => {
    for (let number = 1; number <= 11; number++)
      await saveRecords(store, { ...act, time: day(number) }, [publication(`p${number}`)]);
    const at = (time: string) => revisionAt(store, time);
    expect([await at('2024-12-31'), await at(day(1)), await at('2025-01-03'), await at('2026')]).toEqual([0, 1, 2, 11]);
  });
});

onEveryEngine('the versions of an entity', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, [publication('a', { title: 'One' })]); // revision 1
    await save(store, [publication('b')]); // 2
    await save(store, [publication('a', { title: 'Two' })]); // 3
  });
  const titleAt = async (revision: number, id: string = a) => {
    const version = await versionAt(store.read, id, revision);
    return version && version.records.map((record) => (record as { title: string }).title).join(', ');
  };
  const titles = async (id: string = a) => {
    const list: (string | null)[] = [];
    for (let revision = 0; revision <= (await readRevision(store)); revision++) list.push(await titleAt(revision, id));
    return list;
  };

  it('tell what it stood on after each write', async () => {
    expect(await titles()).toEqual([null, 'One', 'One', 'Two']);
    expect(await titles(b)).toEqual([null, null, 'Title of b', 'Title of b']);
    expect((await readVersions(store.read, a)).map(({ revision, until }) => [revision, until])).toEqual([
      [1, 3],
      [3, null],
    ]);
  });

  it('go on over a merge that is undone', async () => {
    await merge(store, act, a, b); // 4
    await save(store, [publication('c')]); // 5
    await undo(store, act, a); // 6
    expect(await titles()).toEqual([null, 'One', 'One', 'Two', null, null, 'Two']);
    const [own, both] = ['Title of b', 'Title of b, Two'];
    expect(await titles(b)).toEqual([null, null, own, own, both, both, own]);
  });

  it('end with a withdrawal and begin again when it is undone', async () => {
    await withdraw(store, { ...act, reason: 'wrong' }, a); // 4
    expect(await titles()).toEqual([null, 'One', 'One', 'Two', null]);
    await undo(store, act, a); // 5
    expect(await titles()).toEqual([null, 'One', 'One', 'Two', null, 'Two']);
  });

  it('do not come from a write that changed only its links', async () => {
    await save(store, [publication('a', { title: 'Two', cites: ['publication/later'] })]); // 4
    await save(store, [publication('later')]); // 5
    expect((await readVersions(store.read, a)).map(({ revision }) => revision)).toEqual([1, 3, 4]);
  });

  it('are none for what never was, or is no id', async () => {
    expect(await readVersions(store.read, 'publication/nowhere')).toEqual([]);
    expect(await readVersions(store.read, 'nowhere')).toEqual([]);
    expect(await versionAt(store.read, 'nowhere', 1)).toBeNull();
  });
});
