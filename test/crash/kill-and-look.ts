import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkGraph } from '../../src/graph/check.ts';
import { readRevision } from '../../src/graph/revision.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { buildForNode } from './build-for-node.ts';
import type { Task } from './child.ts';
import { openControl } from './control.ts';
import { childrenOf, type Moment, type Strike } from './kill-child.ts';
import { randomFrom } from './random.ts';
import { stateOf } from './state.ts';

/** Fails when a graph is not what its writers were told. */
export type Judge = (store: GraphStore) => Promise<void>;

interface Killing {
  kills: number;
  seed: number;
  /** Where the next child works. */
  task(): Omit<Task, 'first'>;
  /** Opens the graph after a kill and shows it to `judge`. */
  look(judge: Judge): Promise<void>;
  /** After every how many kills the whole graph is checked, which a server makes slow. */
  checkEvery?: number;
  /** What is done to the child, or killed in its stead, before it is killed. */
  strike?: Strike;
  /** What the children find in their environment. */
  settings?: NodeJS.ProcessEnv;
}

/**
 * Kills children on one graph, each going on where the last one was. After each kill the graph must hold every step that
 * was acknowledged, and of the next one nothing or what it passes through; no fault; and no lower revision than before.
 * Gives how many steps were acknowledged in all.
 */
export async function killAndLook({
  kills,
  seed,
  task,
  look,
  checkEvery = 1,
  strike,
  settings,
}: Killing): Promise<number> {
  const random = randomFrom(seed);
  const kill = childrenOf(buildForNode('test/crash/child.ts'), settings);
  const control = await openControl();
  let [steps, revision] = [0, 0];
  for (let number = 1; number <= kills; number++) {
    const moment = randomMoment(random);
    const which = `seed ${seed}, kill ${number} (${moment.milliseconds.toFixed(1)} ms after ${moment.lines} lines)`;
    steps = await kill({ ...task(), first: steps }, moment, strike);
    await look(async (store) => {
      // A commit that was on its way to a server when its sender died may land after the first look.
      for (let tries = 1; !(await control.allows(await stateOf(store), steps)); tries++) {
        expect(tries, `${which}: holds neither ${steps} steps nor what the next one passes through`).toBeLessThan(20);
        await delay(100);
      }
      const faults = [];
      if (number % checkEvery === 0) for await (const fault of checkGraph(store)) faults.push(fault);
      expect(faults, which).toEqual([]);
      const now = await readRevision(store);
      expect(now, which).toBeGreaterThanOrEqual(revision);
      revision = now;
    });
  }
  await control.close();
  return steps;
}

/** Mostly between two steps or within one, now and then while the graph is opened after the last kill. */
const randomMoment = (random: () => number): Moment => ({
  lines: Math.floor(random() * 7),
  milliseconds: random() * 25,
});
