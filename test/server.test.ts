import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEveryEngine } from './engines.ts';
import { endAfterEach, killAll, run } from './run.ts';

const title = 'Challenges in regulating the stay of foreign victims of human trafficking';
const id = 'publication/challenges-in-regulating-the-stay-of-foreign-victims-of-human-traffick';
const newFolder = () => mkdtempSync(join(tmpdir(), 'common-thread-server-'));
/** The list that ends what is written at start: three items, each with score, reasons and address. */
const list = new RegExp(`Related to ${title}\n((?:  0\\.\\d\\d  .+\n {8}.+ \\(\\d+ %\\).*\n {8}.+\n){3})`);

onEveryEngine('starting the server', (engine) => {
  endAfterEach();
  let GRAPH_URL: string;
  beforeAll(async () => {
    await engine.openEmpty();
    // The embedded graph of the suite is held by this process: the server gets a folder of its own.
    GRAPH_URL = engine.address.engine === 'neo4j' ? engine.address.url : newFolder();
  });
  const start = () => run('src/server.ts', [], { GRAPH_URL, PORT: '0' });

  it('loads the seed into an empty graph, serves it, shows what is related, and ends on SIGTERM', async () => {
    const server = start();
    const [, items] = await server.writes(list);
    const { stdout, stderr } = server.output;
    expect(stderr).toBe('');
    expect(stdout).toContain('The graph is empty: loading the seed …');
    expect(stdout).toMatch(/^ {2}\d{4,} records loaded, 0 rejected$/m);
    expect(stdout).toMatch(/^It holds \d{3} publications, .* and \d{4,} links \(revision \d+\)\.$/m);
    expect(items).toContain('Same project: REST');

    const [, url] = /^ {2}(http:\/\/localhost:\d+)\/related /m.exec(stdout)!;
    const response = await fetch(`${url}/related?id=${id}&first=3`);
    const answer = (await response.json()) as { target: object; items: { title: string; reasons: object[] }[] };
    expect(answer.target).toEqual({ id, title });
    expect(answer.items).toHaveLength(3);
    for (const { title, reasons } of answer.items) {
      expect(items).toContain(title);
      expect(reasons.length).toBeGreaterThan(0);
    }

    const asked = Date.now();
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
  }, 120_000);

  it('goes on with a seed that was cut off, to the same end', async () => {
    const whole = /^It holds .* and \d+ links/m;
    const [counts] = await start().writes(whole);
    await killAll();
    await engine.openEmpty();
    GRAPH_URL = engine.address.engine === 'neo4j' ? engine.address.url : newFolder();
    await start().writes(/loading the seed/);
    await delay(300);
    await killAll();
    const again = start();
    const [after] = await again.writes(whole);
    expect(again.output.stdout).toContain('The seed was not loaded to its end: going on …');
    expect(after).toBe(counts);
  }, 240_000);

  it('does not load the seed again, and ends on Ctrl-C', async () => {
    const server = start();
    await server.writes(list);
    expect(server.output.stdout).not.toContain('loading the seed');
    server.signal('SIGINT');
    expect(await server.ended).toBe(0);
  }, 60_000);

  it('names a port that is in use, and ends', async () => {
    const other = createServer();
    await new Promise<void>((listening) => {
      other.listen(0, '127.0.0.1', listening);
    });
    const { port } = other.address() as AddressInfo;
    const server = run('src/server.ts', [], { GRAPH_URL, PORT: String(port) });
    const late = setTimeout(() => server.signal('SIGKILL'), 20_000);
    const code = await server.ended;
    clearTimeout(late);
    other.close();
    expect(code).toBe(1);
    expect(server.output.stderr).toMatch(new RegExp(`\\b${port}\\b.*in use|in use.*\\b${port}\\b`));
    expect(server.output.stderr).not.toMatch(/\n\s+at /);
  }, 60_000);
});

describe('a server that cannot start', () => {
  endAfterEach();

  it.each([
    [{ PORT: 'http', PUBLIC_URL: 'nowhere' }, ['PORT="http" is not a number', 'PUBLIC_URL="nowhere" is not an http']],
    [{ API_KEYS_FILE: '/nowhere/keys.json' }, ['cannot be used:\n  API_KEYS_FILE="/nowhere/keys.json" is not there']],
    [{ API_KEYS_FILE: 'package.json' }, ['API_KEYS_FILE="package.json" is not a list of keys in JSON']],
  ])('says which setting is to blame: %j', async (settings, messages) => {
    const server = run('src/server.ts', [], { GRAPH_URL: newFolder(), ...settings });
    expect(await server.ended).toBe(1);
    for (const message of messages) expect(server.output.stderr).toContain(message);
    expect(server.output.stderr).not.toMatch(/\n\s+at /);
  });

  it('says so when another one holds the embedded graph', async () => {
    const settings = { GRAPH_URL: newFolder(), PORT: '0' };
    await run('src/server.ts', [], settings).writes(list);
    const second = run('src/server.ts', [], settings);
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toMatch(/graph\.grafeo cannot be opened[\s\S]*another Common Thread process/);
  }, 60_000);
});
