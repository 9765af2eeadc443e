import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/catalogue.ts';
import { checkGraph } from '../../src/graph/check.ts';
import { saveRecords } from '../../src/graph/save.ts';
import { openStore } from '../../src/graph/store.ts';
import { compiled } from '../product.ts';
import { act, publication, smallCatalogue } from '../records.ts';
import { mountSmallDisk, noSmallDisk } from '../small-disk.ts';
import { serveCatalogue } from './serve-through.ts';

const importing = `mutation ($records: [JSON!]!) { importRecords(records: $records) { created } }`;
const missing = noSmallDisk();

describe.skipIf(missing)(`a server on a small disk${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('refuses a write when the disk is full and says why, goes on with reads, and writes when there is room', async () => {
    const { place, unmount } = mountSmallDisk('6m');
    const address = { engine: 'embedded', folder: join(place, 'graph') } as const;
    const catalogue = await openCatalogue(address);
    await saveRecords(catalogue.store, act, smallCatalogue);
    await catalogue.refresh();
    const served = await serveCatalogue(catalogue);
    const write = (id: string) => served.ask(importing, { records: [publication(id)] }, served.curator);
    const related = '{ related(to: { id: "publication/brief" }) { nodes { id } } changes { nodes { id } } }';
    const before = await served.ask(related);
    expect((await write('first')).data).toEqual({ importRecords: { created: 1 } });

    const ballast = join(place, 'ballast');
    fill(ballast);
    for (let turn = 0; turn < 3; turn++) {
      const refused = await write(`late${turn}`);
      expect([refused.status, refused.code]).toEqual([503, 'UNAVAILABLE']);
      expect(refused.message).toBe(
        'This server cannot write to its disk (it is full). Nothing was changed; reading goes on.',
      );
      expect(JSON.stringify(refused)).not.toContain(place);
    }
    const during = await served.ask(related);
    expect([during.status, during.code, during.stale]).toEqual([200, null, undefined]);
    expect(during.data!.related).toEqual(before.data!.related);
    expect((await served.get('/health/ready')).status).toBe(200);

    rmSync(ballast);
    expect((await write('second')).data).toEqual({ importRecords: { created: 1 } });
    const { ids } = await catalogue.refresh();
    expect(ids).toEqual(expect.arrayContaining(['publication/first', 'publication/second']));
    expect(ids.filter((id) => id.startsWith('publication/late'))).toEqual([]);
    await served.close();
    unmount();
  }, 60_000);
});

/** Takes all that is left of a disk. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, Buffer.alloc(4096, 1));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  }
  closeSync(handle);
}

describe.skipIf(process.platform === 'win32')('a command whose files may not grow beyond a size', () => {
  /** Runs a command of the product with a limit of so many kilobytes for each file that it writes. */
  function limited(kilobytes: number, folder: string, ...args: string[]) {
    const command = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, GRAPH_URL: folder };
    const given = ['-c', command, process.execPath, compiled('src/cli.ts'), ...args];
    return spawnSync('bash', given, { env, encoding: 'utf8' });
  }

  it('fails in words, keeps what was accepted, and leaves no half a backup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-thread-short-'));
    const open = () => openStore({ engine: 'embedded', folder });
    const file = join(folder, 'many.jsonl');
    const lines = Array.from({ length: 3_000 }, (_, i) => publication(`p${i}`, { summary: `${i} `.repeat(200) }));
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));

    const first = limited(600, folder, 'import', file);
    expect([first.status, first.stderr]).toEqual([1, expect.stringMatching(/Nothing can be written|not be brought/)]);
    expect(first.stderr).not.toMatch(/\n\s+at /);
    const store = await open();
    const faults = [];
    for await (const fault of checkGraph(store)) faults.push(fault);
    expect(faults).toEqual([]);
    await saveRecords(store, act, lines);
    const [{ count }] = (await store.read('MATCH (p:Publication) RETURN count(p) AS count')) as [{ count: number }];
    expect(count).toBe(3_000);
    await store.close();

    const copy = join(folder, 'copy.backup');
    const second = limited(4, folder, 'backup', copy);
    expect([second.status, existsSync(copy)]).toEqual([1, false]);
    expect(second.stderr).not.toMatch(/\n\s+at /);
    rmSync(folder, { recursive: true });
  }, 90_000);
});
