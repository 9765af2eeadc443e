import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore } from '../../src/graph/store.ts';
import { onNeo4j } from '../engines.ts';
import { startNeo4j } from '../neo4j/start.ts';
import { killAndLook } from './kill-and-look.ts';

// A start takes 10 s of two cores, and as much again until it is warm: more than one only on demand.
const kills = Number(process.env.NEO4J_KILLS || 1);

onNeo4j('a Neo4j that is killed while it is written to', () => {
  it(
    `holds what was acknowledged, whole, when it is started again (NEO4J_KILLS=${kills}, seed 6)`,
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'common-thread-neo4j-'));
      let neo4j = await startNeo4j({ home, heap: '512m' });
      const open = () => openStore({ engine: 'neo4j', url: neo4j.url });
      const first = await open();
      await applySchema(first);
      await first.close();
      try {
        const steps = await killAndLook({
          kills,
          seed: 6,
          task: () => ({ address: { engine: 'neo4j', url: neo4j.url } }),
          strike: () => neo4j.kill(),
          async look(judge) {
            neo4j = await startNeo4j({ home, heap: '512m' });
            const store = await open();
            await judge(store);
            await store.close();
          },
        });
        expect(steps).toBeGreaterThanOrEqual(kills);
      } finally {
        await neo4j.stop();
        rmSync(home, { recursive: true, force: true });
      }
    },
    60_000 + 60_000 * kills,
  );
});
