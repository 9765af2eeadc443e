import { describe, expect, it } from 'vitest';
import { onNeo4j } from '../engines.ts';
import { makeEmbedded } from './embedded.ts';
import { killAndLook } from './kill-and-look.ts';

describe('the embedded graph, its process killed in the middle', () => {
  it.each([
    [1, 'with a log that only grows', undefined],
    [2, 'with a log that only grows', undefined],
    [3, 'with a log folded all the time', 4_000],
    [4, 'with a log folded all the time', 4_000],
  ])(
    'holds what was acknowledged, whole, after each of 26 kills (seed %i, %s)',
    async (seed, _, longestLog) => {
      const { folder, look, remove } = await makeEmbedded();
      const steps = await killAndLook({
        kills: 26,
        seed,
        task: () => ({ address: { engine: 'embedded', folder }, longestLog }),
        look,
      });
      expect(steps).toBeGreaterThan(26);
      remove();
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
