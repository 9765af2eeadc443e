import neo4j from 'neo4j-driver';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCatalogue } from '../../src/catalogue.ts';
import { Refusal } from '../../src/graph/refusal.ts';
import { saveRecords } from '../../src/graph/save.ts';
import { Unavailable } from '../../src/graph/unavailable.ts';
import { onNeo4j } from '../engines.ts';
import { startNeo4j } from '../neo4j/start.ts';
import { act, publication, smallCatalogue } from '../records.ts';
import { endAfterEach, run } from '../run.ts';

onNeo4j('a Neo4j of one’s own', () => {
  endAfterEach();
  const home = mkdtempSync(join(tmpdir(), 'common-thread-neo4j-'));
  const settings = { 'dbms.security.auth_enabled': 'true', 'db.memory.transaction.max': '64m' };
  const password = 'a long password';
  let database: Awaited<ReturnType<typeof startNeo4j>>;
  beforeAll(async () => {
    database = await startNeo4j({ home, heap: '512m', settings });
  }, 150_000);
  afterAll(async () => {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }, 60_000);

  const address = (given: object = {}) =>
    ({ engine: 'neo4j', url: database.url, user: 'neo4j', password, ...given }) as const;
  const start = (given: Record<string, string>) =>
    run('src/server.ts', [], { GRAPH_URL: database.url, GRAPH_USER: 'neo4j', PORT: '0', ...given });

  it('that still has the password it came with says so, and the server ends', async () => {
    const server = start({ GRAPH_PASSWORD: 'neo4j' });
    expect(await server.ended).toBe(1);
    expect(server.output.stderr).toMatch(/GRAPH_URL=bolt:\S+ asks for a new password first/);

    const driver = neo4j.driver(database.url, neo4j.auth.basic('neo4j', 'neo4j'));
    const parameters = { old: 'neo4j', new: password };
    await driver.executeQuery('ALTER CURRENT USER SET PASSWORD FROM $old TO $new', parameters, { database: 'system' });
    await driver.close();
  }, 60_000);

  it.each([
    [{ GRAPH_PASSWORD: 'wrong' }, /does not let GRAPH_USER=neo4j in with this GRAPH_PASSWORD/],
    [{ GRAPH_PASSWORD: password, GRAPH_DATABASE: 'elsewhere' }, /has no database GRAPH_DATABASE=elsewhere/],
  ])(
    'names the setting that is wrong, without a secret, and the server ends: %j',
    async (given, message) => {
      const server = start(given);
      expect(await server.ended).toBe(1);
      expect(server.output.stderr).toMatch(message);
      expect(server.output.stderr).not.toMatch(/\n\s+at |wrong|a long password/);
    },
    60_000,
  );

  it('that gives a question no more memory ends it, says so, and answers the next one', async () => {
    const catalogue = await openCatalogue(address());
    await saveRecords(catalogue.store, act, smallCatalogue);
    const greedy = catalogue.store.read(
      'UNWIND range(1, 50000000) AS x WITH collect(x) AS many RETURN size(many) AS size',
    );
    const error = (await greedy.catch((error: unknown) => error)) as Unavailable;
    expect(error).toBeInstanceOf(Unavailable);
    expect(error.told).toMatch(/took too much memory; nothing was changed\. Ask for less/);
    expect(await catalogue.store.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    expect((await catalogue.refresh()).ids).toHaveLength(smallCatalogue.length);
    await catalogue.close();
  }, 150_000);

  it('that is read-only is served and read; a write is refused in words, and changes nothing', async () => {
    await database.stop();
    const readOnly = { ...settings, 'server.databases.default_to_read_only': 'true' };
    database = await startNeo4j({ home, heap: '512m', settings: readOnly });
    const catalogue = await openCatalogue(address());
    const before = catalogue.projection.revision;
    expect(catalogue.projection.ids).toHaveLength(smallCatalogue.length);
    const writing = saveRecords(catalogue.store, act, [publication('late')]);
    await expect(writing).rejects.toBeInstanceOf(Refusal);
    await expect(writing).rejects.toThrow(/takes no writes: it is read-only.*Nothing was changed/);
    expect((await catalogue.refresh()).revision).toBe(before);
    await catalogue.close();

    const server = start({ GRAPH_PASSWORD: password });
    const [, url] = await server.writes(/(http:\/\/localhost:\d+)\/related/);
    expect((await fetch(`${url}/publication/brief`)).status).toBe(200);
  }, 180_000);
});
