import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from '../../src/http/turns.ts';
import { spend } from '../spend.ts';

/**
 * Lets so many take their turn at once, each of whom works for so long, and gives back how often the event loop turned between
 * one and the next; `meanwhile` is done in each of its turns.
 */
async function between(
  count: number,
  milliseconds: number,
  meanwhile = (_turns: ReturnType<typeof createTurns>) => {},
) {
  const turns = createTurns();
  const turned: number[] = [];
  let since = 0;
  let isOver = false;
  const tick = () => {
    since++;
    meanwhile(turns);
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  const work = async () => {
    await turns.take();
    spend(milliseconds);
    turned.push(since);
    since = 0;
    turns.end();
  };
  await Promise.all(Array.from({ length: count }, work));
  isOver = true;
  return turned;
}

it('lets the event loop turn between those who take long', async () => {
  const turned = await between(5, 5);
  expect(turned[0]).toBe(0);
  for (const turns of turned.slice(1)) expect(turns).toBeGreaterThan(0);
});

it('lets those who take no time go on together', async () => {
  const turned = await between(50, 0);
  expect(turned.filter((turns) => turns > 0).length).toBeLessThan(10);
});

it('reads for as long as it worked while others come', async () => {
  const [, ...turned] = await between(4, 5, (turns) => {
    turns.come();
    spend(0.5);
  });
  for (const turns of turned) expect(turns).toBeGreaterThan(4);
});

it('tells how long whoever comes would wait', async () => {
  const turns = createTurns();
  const work = async () => {
    await turns.take();
    spend(10);
    turns.end();
  };
  await Promise.all(Array.from({ length: 20 }, work));
  expect(turns.wait).toBe(0);
  await nextTurn();
  const waiting = Array.from({ length: 5 }, work);
  expect(turns.waiting).toBe(4);
  expect(turns.wait).toBeGreaterThan(20);
  expect(turns.wait).toBeLessThan(200);
  await Promise.all(waiting);
});
