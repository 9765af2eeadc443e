import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore } from '../../src/graph/store.ts';
import { onNeo4j } from '../engines.ts';
import { killAndLook, type Judge } from './kill-and-look.ts';

describe('the embedded graph, its process killed in the middle', () => {
  it.each([
    [1, 'with a log that only grows', undefined],
    [2, 'with a log that only grows', undefined],
    [3, 'with a log folded all the time', 4_000],
    [4, 'with a log folded all the time', 4_000],
  ])(
    'holds what was acknowledged, whole, after each of 26 kills (seed %i, %s)',
    async (seed, _, longestLog) => {
      const folder = mkdtempSync(join(tmpdir(), 'common-thread-crash-'));
      const copy = `${folder}-copy`;
      const first = await openStore({ engine: 'embedded', folder });
      await applySchema(first);
      await first.close();
      const lookAtCopy = async (judge: Judge) => {
        // Of the copy: closed in order, the graph itself would begin the next life without the log of this one.
        cpSync(folder, copy, { recursive: true });
        const store = await openStore({ engine: 'embedded', folder: copy });
        await judge(store);
        await store.close();
        rmSync(copy, { recursive: true });
      };
      const steps = await killAndLook({
        kills: 26,
        seed,
        task: () => ({ address: { engine: 'embedded', folder }, longestLog }),
        look: lookAtCopy,
      });
      expect(steps).toBeGreaterThan(26);
      rmSync(folder, { recursive: true });
    },
    240_000,
  );
});

onNeo4j('a graph whose writing process is killed in the middle', (engine) => {
  it('holds what was acknowledged, whole, after each of 30 kills (seed 5)', async () => {
    const store = await engine.openEmpty();
    const steps = await killAndLook({
      kills: 30,
      seed: 5,
      task: () => ({ address: engine.address }),
      look: (judge) => judge(store),
      checkEvery: 5,
    });
    expect(steps).toBeGreaterThan(30);
  }, 240_000);
});
