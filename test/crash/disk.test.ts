import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/check.ts';
import { saveRecords } from '../../src/graph/save.ts';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore, type GraphStore } from '../../src/graph/store.ts';
import { act, publication, smallCatalogue } from '../records.ts';
import { mountSmallDisk, noSmallDisk } from '../small-disk.ts';
import { stateOf } from './state.ts';

let folder: string;
const open = () => openStore({ engine: 'embedded', folder });
async function openFilled(): Promise<GraphStore> {
  const store = await open();
  await applySchema(store);
  await saveRecords(store, act, smallCatalogue);
  return store;
}
const faultsOf = async (store: GraphStore) => {
  const faults = [];
  for await (const fault of checkGraph(store)) faults.push(fault);
  return faults;
};

const missing = noSmallDisk();

describe.skipIf(missing)(`an embedded graph on a small disk${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const ballast = () => join(folder, '..', 'ballast');
  let disk: string;
  let unmount: () => void;
  beforeEach(() => {
    ({ place: disk, unmount } = mountSmallDisk('4m'));
    folder = join(disk, 'graph');
  });
  afterEach(() => unmount());

  /** Leaves room for so many blocks on the disk. */
  function fill(blocks: number): void {
    rmSync(ballast(), { force: true });
    const reserve = join(disk, 'reserve');
    for (const [file, most] of [
      [reserve, blocks],
      [ballast(), Infinity],
    ] as const) {
      const handle = openSync(file, 'w');
      try {
        for (let block = 0; block < most; block++) writeSync(handle, Buffer.alloc(4096, 1));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
      closeSync(handle);
    }
    rmSync(reserve);
  }

  it('refuses whole each write that finds no room, wherever it ends, and goes on when there is room', async () => {
    const store = await openFilled();
    let refused = 0;
    for (let blocks = 0; blocks < 12; blocks++) {
      fill(blocks);
      const before = await stateOf(store);
      const long = publication(`long${blocks}`, { title: `${blocks} `.repeat(7_000) });
      const saved = await saveRecords(store, act, [long]).catch((error: Error) => error);
      if (!(saved instanceof Error)) continue;
      refused++;
      expect(saved.message).toMatch(/no space left on device/i);
      expect(await stateOf(store), `with ${blocks} blocks`).toBe(before);
    }
    expect(refused).toBeGreaterThan(2);
    rmSync(ballast());
    expect(await saveRecords(store, act, [publication('after')])).toMatchObject({ created: 1 });
    const after = await stateOf(store);
    expect(await faultsOf(store)).toEqual([]);
    await store.close();
    const again = await open();
    expect(await stateOf(again)).toBe(after);
    await again.close();
  });

  it('is not opened without room for the first block of its log, says so, and is whole when there is room', async () => {
    const first = await openFilled();
    const before = await stateOf(first);
    await first.close();
    fill(0);
    await expect(open()).rejects.toThrow(
      /graph\.grafeo cannot be opened: .*No space left[^]*See to the folder and its disk/,
    );
    rmSync(ballast());
    const store = await open();
    expect(await stateOf(store)).toBe(before);
    await store.close();
  });

  it('is not opened where nothing can be written, and says so', async () => {
    const first = await openFilled();
    const before = await stateOf(first);
    await first.close();
    const [writable, readOnly] = [folder, mkdtempSync(join(tmpdir(), 'common-thread-disk-'))];
    execFileSync('mount', ['--bind', disk, readOnly]);
    execFileSync('mount', ['-o', 'remount,bind,ro', readOnly]);
    folder = join(readOnly, 'graph');
    await expect(open()).rejects.toThrow(
      /graph\.grafeo cannot be opened: .*Read-only[^]*See to the folder and its disk/,
    );
    execFileSync('umount', ['-l', readOnly]);
    rmdirSync(readOnly);
    folder = writable;
    const store = await open();
    expect(await stateOf(store)).toBe(before);
    await store.close();
  });
});

describe('an embedded graph that cannot say that a write is on disk', () => {
  it('writes nothing more until it is opened again, and goes on being read', async () => {
    folder = mkdtempSync(join(tmpdir(), 'common-thread-disk-'));
    const store = await openFilled();
    const count = join(folder, 'accepted-writes');
    rmSync(count);
    mkdirSync(count); // no file can take its name now
    const lost = /could not be brought to disk[^]*until Common Thread is started again/;
    await expect(saveRecords(store, act, [publication('one')])).rejects.toThrow(lost);
    rmdirSync(count);
    await expect(saveRecords(store, act, [publication('two')])).rejects.toThrow(lost);
    expect(
      await store.read('MATCH (p:Publication {id: $id}) RETURN p.id AS id', { id: 'publication/brief' }),
    ).toHaveLength(1);
    await store.close();
    const again = await open();
    expect(await faultsOf(again)).toEqual([]);
    expect(await saveRecords(again, act, [publication('two')])).toMatchObject({ created: 1 });
    await again.close();
    rmSync(folder, { recursive: true });
  });
});
