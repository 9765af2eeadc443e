import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import type { GraphAddress } from '../src/config.ts';
import { applySchema } from '../src/graph/schema.ts';
import { openStore, type GraphStore } from '../src/graph/store.ts';

/** What a suite gets to know of the engine it runs on. */
export interface EngineUnderTest {
  name: GraphAddress['engine'];
  /** Where the graph of this suite is; the same each time. */
  address: GraphAddress;
  /** The graph of this suite, emptied, with its constraints; closed by itself when the suite ends. */
  openEmpty(): Promise<GraphStore>;
}

/** Runs the same suite on the embedded engine and on a real Neo4j (skipped, visibly, where there is none). */
export function onEveryEngine(name: string, suite: (engine: EngineUnderTest) => void): void {
  describe(`${name} (embedded)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'common-thread-test-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    suite(engineAt({ engine: 'embedded', folder }));
  });
  onNeo4j(name, suite);
}

/** Runs a suite on Neo4j alone: for what only a graph shared by several processes can show. */
export function onNeo4j(name: string, suite: (engine: EngineUnderTest) => void): void {
  const url = inject('neo4jUrl');
  describe.skipIf(!url)(`${name} (neo4j)`, () => suite(engineAt({ engine: 'neo4j', url: url! })));
}

function engineAt(address: GraphAddress): EngineUnderTest {
  const opened: GraphStore[] = [];
  afterAll(async () => {
    for (const store of opened) await store.close();
  });
  return {
    name: address.engine,
    address,
    async openEmpty() {
      for (const store of opened.splice(0)) await store.close();
      const store = await openStore(address);
      opened.push(store);
      await store.write((run) => run('MATCH (n) DETACH DELETE n'));
      await applySchema(store);
      return store;
    },
  };
}
