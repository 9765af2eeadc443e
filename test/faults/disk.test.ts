import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCatalogue } from '../../src/catalogue.ts';
import { checkGraph } from '../../src/graph/check.ts';
import { saveRecords } from '../../src/graph/save.ts';
import { openStore } from '../../src/graph/store.ts';
import { failFromNow, noFailingCalls, withFailingCalls } from '../failing-calls.ts';
import { makeKeys } from '../make-keys.ts';
import { compiled } from '../product.ts';
import { act, fileOf, publication, smallCatalogue } from '../records.ts';
import { endAfterEach, run } from '../run.ts';
import { mountFailingDisk, mountSmallDisk, noFailingDisk, noSmallDisk } from '../small-disk.ts';
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
      expect([refused.status, refused.code, refused.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', null]);
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

/** A server in a process of its own on a graph in a folder that is not there yet. */
async function prepareServer(folder: string) {
  // Not in this process, which keeps a file open for longer than it is in use.
  expect(await run('src/cli.ts', ['import', fileOf(smallCatalogue)], { GRAPH_URL: folder }).ended).toBe(0);
  const keys = await makeKeys();
  return async (more = {}) => {
    const server = run('src/server.ts', [], { GRAPH_URL: folder, PORT: '0', API_KEYS_FILE: keys.file, ...more });
    const [, url] = await server.writes(/(http:\/\/localhost:\d+)\/graphql/);
    const ask = async (query: string, variables = {}) => {
      const headers = { 'content-type': 'application/json', ...keys.curator };
      const body = JSON.stringify({ query, variables });
      return (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()) as Answer;
    };
    return {
      ...server,
      ask,
      write: (id: string) => ask(importing, { records: [publication(id)] }),
      isReady: async () => (await fetch(`${url}/health/ready`)).ok,
      async stop() {
        server.signal('SIGTERM');
        const code = await server.ended;
        expect(code, server.output.stderr).toBe(0);
      },
    };
  };
}

const reading =
  '{ related(to: { id: "publication/brief" }) { nodes { id } } publication(id: "publication/first") { id } }';
const created = { data: { importRecords: { created: 1 } } };
const unavailable = (message: RegExp) => ({
  errors: [{ message: expect.stringMatching(message), extensions: { code: 'UNAVAILABLE' } }],
});

const unfailing = noFailingDisk();

describe.skipIf(unfailing)(`a server whose disk goes read-only${unfailing ? ` (skipped: ${unfailing})` : ''}`, () => {
  endAfterEach();
  it('refuses writes and says why, goes on with reads, and has all that it acknowledged when it is mended', async () => {
    const { place, fail, mend, remove } = mountFailingDisk();
    onTestFinished(remove);
    const folder = join(place, 'graph');
    const start = await prepareServer(folder);
    const first = await start();
    expect(await first.write('first')).toMatchObject(created);

    fail();
    const refused = unavailable(/^This server cannot write to its disk .*Nothing was changed; reading goes on\.$/);
    for (let turn = 0; turn < 3; turn++) expect(await first.write(`late${turn}`)).toMatchObject(refused);
    expect(await first.ask(reading)).toMatchObject({ data: { publication: { id: 'publication/first' } } });
    expect(await first.isReady()).toBe(true);
    await first.stop();

    mend();
    const second = await start();
    expect((await second.ask(reading)).data).toMatchObject({ publication: { id: 'publication/first' } });
    expect(await second.write('late0')).toMatchObject(created);
    await second.stop();
    const store = await openStore({ engine: 'embedded', folder });
    const faults = [];
    for await (const fault of checkGraph(store)) faults.push(fault);
    await store.close();
    expect(faults).toEqual([]);
  }, 60_000);
});

const noFaults = noFailingCalls();

describe.skipIf(noFaults)(`a server whose disk loses a write${noFaults ? ` (skipped: ${noFaults})` : ''}`, () => {
  endAfterEach();
  it('says so, writes no more and goes on with reads until it is started again, and has what it acknowledged', async () => {
    const start = await prepareServer(mkdtempSync(join(tmpdir(), 'common-thread-lost-')));
    const first = await start(withFailingCalls);
    expect(await first.write('first')).toMatchObject(created);
    failFromNow(first.pid, 'posix/io/sync/fdatasync');
    const lost = unavailable(
      /^The last write could not be brought to disk\. Nothing more is written until this server is started again\.$/,
    );
    // The engine does this with the first commit that comes so long after the last time.
    let number = 0;
    const again = () => first.write(`doubtful${number++}`);
    await expect.poll(again, { interval: 400, timeout: 10_000 }).toMatchObject(lost);
    expect(await first.write('late')).toMatchObject(lost);
    expect(await first.ask(reading)).toMatchObject({ data: { publication: { id: 'publication/first' } } });
    await first.stop();

    const second = await start();
    expect((await second.ask(reading)).data).toMatchObject({ publication: { id: 'publication/first' } });
    expect(await second.write('late')).toMatchObject(created);
  }, 60_000);
});

interface Answer {
  data?: object;
  errors?: { message: string; extensions: { code: string } }[];
}

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
