import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accept, readRevision } from '../../src/graph/revision.ts';
import { openStore } from '../../src/graph/store.ts';
import { onEveryEngine, onNeo4j } from '../engines.ts';

onEveryEngine('the graph store', (engine) => {
  it('gives numbers, lists, maps and nulls back as they were', async () => {
    const store = await engine.openEmpty();
    const value = { whole: 3, broken: 0.5, text: 'đ', list: ['a', 'b'], map: { inner: 1 }, none: null };
    const rows = await store.read('RETURN $value AS value', { value });
    expect(rows).toEqual([{ value }]);
  });

  it('takes a plain number as a limit', async () => {
    const store = await engine.openEmpty();
    const rows = await store.read('UNWIND $list AS item RETURN item ORDER BY item LIMIT $limit', {
      list: [3, 1, 2],
      limit: 2,
    });
    expect(rows).toEqual([{ item: 1 }, { item: 2 }]);
  });

  it('reads its own write back at once', async () => {
    const store = await engine.openEmpty();
    await store.write((run) => run('MERGE (c:Country {id: $id})', { id: 'country/RS' }));
    expect(await store.read('MATCH (c:Country) RETURN c.id AS id')).toEqual([{ id: 'country/RS' }]);
  });

  it('keeps nothing of a transaction that throws', async () => {
    const store = await engine.openEmpty();
    const failing = store.write(async (run) => {
      await run('MERGE (c:Country {id: $id})', { id: 'country/RS' });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await store.read('MATCH (c:Country) RETURN c.id AS id')).toEqual([]);
  });

  it('refuses a second node with the same id', async () => {
    const store = await engine.openEmpty();
    const twice = store.write(async (run) => {
      await run('CREATE (c:Country {id: $id})', { id: 'country/RS' });
      await run('CREATE (c:Country {id: $id})', { id: 'country/RS' });
    });
    await expect(twice).rejects.toThrow();
  });

  it('gives writers at the same time revisions of their own, none left out', async () => {
    const store = await engine.openEmpty();
    const revisions = await Promise.all(
      Array.from({ length: 12 }, () => accept(store, { author: 'test' }, (write) => write.revision())),
    );
    expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await readRevision(store)).toBe(12);
  });
});

describe('the embedded engine', () => {
  it('keeps what was written when it is closed and opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-thread-test-'));
    const first = await openStore({ engine: 'embedded', folder });
    await first.write((run) => run('MERGE (c:Country {id: $id})', { id: 'country/RS' }));
    await first.close();
    const second = await openStore({ engine: 'embedded', folder });
    expect(await second.read('MATCH (c:Country) RETURN c.id AS id')).toEqual([{ id: 'country/RS' }]);
    await second.close();
  });

  it('refuses a file that has lost writes, and says what can be done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-thread-test-'));
    const file = join(folder, 'graph.grafeo');
    const writeOne = async (id: string) => {
      const store = await openStore({ engine: 'embedded', folder });
      await store.write((run) => run('MERGE (c:Country {id: $id})', { id }));
      await store.close();
    };
    await writeOne('country/RS');
    copyFileSync(file, `${file}.older`);
    await writeOne('country/AT');
    copyFileSync(`${file}.older`, file);
    await expect(openStore({ engine: 'embedded', folder })).rejects.toThrow(
      /has lost writes: 2 were accepted and 1 are there[\s\S]*a copy of the whole folder[\s\S]*delete .*accepted-writes/,
    );
    rmSync(join(folder, 'accepted-writes'));
    const store = await openStore({ engine: 'embedded', folder });
    expect(await store.read('MATCH (c:Country) RETURN c.id AS id')).toEqual([{ id: 'country/RS' }]);
    await store.close();
  });

  it('says which process holds the file when it is open already', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-thread-test-'));
    const first = await openStore({ engine: 'embedded', folder });
    await expect(openStore({ engine: 'embedded', folder })).rejects.toThrow(
      new RegExp(`graph\\.grafeo cannot be opened[^]*another Common Thread process \\(process ${process.pid} on `),
    );
    await first.close();
  });
});

describe('an address where no Neo4j answers', () => {
  it('is named with its setting', async () => {
    const opening = openStore({ engine: 'neo4j', url: 'bolt://127.0.0.1:1' });
    await expect(opening).rejects.toThrow(/GRAPH_URL=bolt:\/\/127\.0\.0\.1:1 does not answer/);
  });
});

describe('an address that takes the connection and never answers', () => {
  it('is given up within its deadline', async () => {
    const blackHole = createServer(() => {}).listen(0, '127.0.0.1');
    await once(blackHole, 'listening');
    const { port } = blackHole.address() as AddressInfo;
    const opening = openStore({ engine: 'neo4j', url: `bolt://127.0.0.1:${port}` });
    await expect(opening).rejects.toThrow(/does not answer/);
    blackHole.close();
  }, 15_000);
});

onNeo4j('a Neo4j that stops answering in mid-connection', (engine) => {
  it('is given up within the deadline, and used again when it answers again', async () => {
    await engine.openEmpty();
    const target = new URL((engine.address as { url: string }).url);
    let frozen = false;
    const proxy = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.on('data', (data) => frozen || to.write(data));
        from.on('error', () => {}).on('close', () => to.destroy());
      }
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const store = await openStore({
      engine: 'neo4j',
      url: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    });
    expect(await store.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    frozen = true;
    const started = performance.now();
    await expect(store.read('RETURN 1 AS one')).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(7_000);
    frozen = false;
    await expect.poll(() => store.read('RETURN 2 AS two').catch(() => null), { timeout: 5_000 }).toEqual([{ two: 2 }]);
    void store.close();
    proxy.close();
  }, 60_000);
});
