import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { GraphAddress } from '../src/config.ts';
import { missingForNeo4j, startNeo4j } from '../test/neo4j/start.ts';

export type EngineName = GraphAddress['engine'];

/** An engine that a benchmark runs on. */
export interface BenchEngine {
  name: EngineName;
  /** An empty graph, as GRAPH_URL takes it; the one before is gone then. */
  emptyGraph(): Promise<string>;
  stop(): Promise<void>;
}

/** Opens an engine; Neo4j is a real one with a heap of 2 GB, started for this. `scratch` takes the graphs. */
export async function openEngine(name: EngineName, scratch: string): Promise<BenchEngine> {
  return name === 'neo4j' ? openNeo4j(join(scratch, 'neo4j')) : openEmbedded(join(scratch, 'embedded'));
}

function openEmbedded(folder: string): BenchEngine {
  let graphs = 0;
  let current = '';
  const drop = () => current && rmSync(current, { recursive: true, force: true });
  return {
    name: 'embedded',
    async emptyGraph() {
      drop();
      current = join(folder, `graph-${++graphs}`);
      mkdirSync(current, { recursive: true });
      return current;
    },
    async stop() {
      drop();
    },
  };
}

async function openNeo4j(home: string): Promise<BenchEngine> {
  const missing = missingForNeo4j();
  if (missing) throw new Error(missing);
  const server = await startNeo4j({ home, heap: '2g' });
  return {
    name: 'neo4j',
    async emptyGraph() {
      await emptyNeo4j(server.url);
      return server.url;
    },
    stop: server.stop,
  };
}

/** Deletes all by small transactions: one alone would need more memory than Neo4j gives to a transaction. */
async function emptyNeo4j(url: string): Promise<void> {
  const driver = neo4j.driver(url);
  const session = driver.session();
  try {
    // Links first: a theme with its 40,000 links would be one large transaction again.
    await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS');
    await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  } finally {
    await driver.close();
  }
}
