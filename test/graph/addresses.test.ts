import { beforeEach, expect, it } from 'vitest';
import { publicationAddresses, readChecks, saveChecks, type AddressCheck } from '../../src/graph/addresses.ts';
import { readLatestChanges } from '../../src/graph/history.ts';
import { readRecords } from '../../src/graph/read.ts';
import { merge, undo } from '../../src/graph/retire.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, source } from '../records.ts';
import { faultsOf } from './content.ts';

const [one, two, three] = [
  'https://one.example.org/',
  'https://two.example.org/a?b=c',
  'https://three.example.org/',
] as const;
const check = (
  url: string,
  status: AddressCheck['status'] = 'dead',
  more: Partial<AddressCheck> = {},
): AddressCheck => ({
  url,
  status,
  ...(status === 'dead' && { httpStatus: 404 }),
  checkedAt: '2025-01-01T00:00:00.000Z',
  ...more,
});

onEveryEngine('the addresses of publications', (engine) => {
  let store: GraphStore;
  const id = 'publication/a';
  const record = publication('a', { url: one, urls: [two] });
  beforeEach(async () => {
    store = await engine.openEmpty();
    await save(store, [record, publication('none')]);
  });
  const marked = async () => {
    const rows = await store.read<{ id: string }>(
      'MATCH (p:Publication) WHERE p.dead = true RETURN p.id AS id ORDER BY id',
    );
    return rows.map((row) => row.id);
  };
  const all = async () => {
    const found: { url: string; last: AddressCheck | null }[] = [];
    for await (const address of publicationAddresses(store.read)) found.push(address);
    return found;
  };

  it('are dead for want of their host only when it is still missing a day later', async () => {
    const gone = (url: string, checkedAt: string) => check(url, 'dead', { httpStatus: undefined, checkedAt });
    const look = (time: string) => saveChecks(store, act, [gone(one, time), gone(two, time)]);
    await look('2025-01-01T10:00:00.000Z');
    expect(await marked()).toEqual([]);
    await look('2025-01-01T20:00:00.000Z');
    expect(await marked()).toEqual([]);
    await look('2025-01-02T10:00:00.000Z');
    expect(await marked()).toEqual([id]);
    await saveChecks(store, act, [check(one, 'alive', { checkedAt: '2025-01-03T00:00:00.000Z' })]);
    await look('2025-01-03T10:00:00.000Z');
    expect((await readChecks(store.read, [one])).get(one)).toMatchObject({ status: 'unreachable' });
  });

  it('mark it dead only when all of them are', async () => {
    await saveChecks(store, act, [check(one)]);
    expect(await marked()).toEqual([]);
    await saveChecks(store, act, [check(two)]);
    expect(await marked()).toEqual([id]);
  });

  it.each(['alive', 'moved', 'unreachable', 'refused'] as const)('do not mark it when one is %s', async (status) => {
    await saveChecks(store, act, [check(one), check(two, status)]);
    expect(await marked()).toEqual([]);
  });

  it('take the mark away when one is alive again', async () => {
    await saveChecks(store, act, [check(one), check(two)]);
    await saveChecks(store, act, [check(two, 'alive')]);
    expect(await marked()).toEqual([]);
  });

  it('keep the mark over an update of the record, and lose it with a new address', async () => {
    await saveChecks(store, act, [check(one), check(two)]);
    await save(store, [{ ...record, title: 'Changed' }]);
    expect(await marked()).toEqual([id]);
    await save(store, [{ ...record, urls: [two, three] }]);
    expect(await marked()).toEqual([]);
  });

  it('count those of every source, and of what was merged into it', async () => {
    await save(store, [{ ...record, url: three, urls: undefined, source: { ...source, url: three } }]);
    await saveChecks(store, act, [check(one), check(two)]);
    expect(await marked()).toEqual([]);
    await save(store, [publication('b', { url: 'https://b.example.org' })]);
    await saveChecks(store, act, [check(three)]);
    expect(await marked()).toEqual([id]);
    await merge(store, act, 'publication/b', id);
    expect(await marked()).toEqual([]);
    await undo(store, act, 'publication/b');
    expect(await marked()).toEqual([id]);
  });

  it('change the catalogue only when the mark changes', async () => {
    const before = await readRevision(store);
    await saveChecks(store, act, [check(one)]);
    expect(await readRevision(store)).toBe(before);
    await saveChecks(store, act, [check(two)]);
    expect(await readRevision(store)).toBe(before + 1);
    expect(await readLatestChanges(store, 1)).toMatchObject([{ id, action: 'checked', author: act.author }]);
    await saveChecks(store, act, [check(one), check(two)]);
    expect(await readRevision(store)).toBe(before + 1);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('mark every publication that has the address, however it is written', async () => {
    await save(store, [publication('b', { url: one }), publication('c', { url: 'http://www.one.example.org' })]);
    await saveChecks(store, act, [check(one)]);
    expect(await marked()).toEqual(['publication/b']); // of c another address was looked at
  });

  it('are no field of the record', async () => {
    await saveChecks(store, act, [check(one), check(two)]);
    expect((await readRecords(store, [id])).get(id)).toEqual(record);
  });

  it('come out each once, with what was found there last', async () => {
    await save(store, [publication('b', { url: two, urls: [three] })]);
    await saveChecks(store, act, [check(two)]);
    const last = check(two, 'moved', { movedTo: three, httpStatus: 301, checkedAt: '2025-02-01T00:00:00.000Z' });
    await saveChecks(store, act, [last]);
    expect(await all()).toEqual([
      { url: one, last: null },
      { url: two, last },
      { url: three, last: null },
    ]);
  });

  it('give back what a check has found, all of it', async () => {
    const found = check(one, 'dead', {
      httpStatus: 404,
      reason: 'not found',
      archived: 'https://archive.example.org/1',
    });
    await saveChecks(store, act, [found]);
    expect(await readChecks(store.read, [one, two])).toEqual(new Map([[one, found]]));
  });

  it('may have gone from the catalogue meanwhile', async () => {
    await saveChecks(store, act, [check('https://gone.example.org/'), check('no address')]);
    expect(await marked()).toEqual([]);
  });
});
