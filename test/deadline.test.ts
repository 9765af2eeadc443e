import { pbkdf2 } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { within } from '../src/deadline.ts';

const derive = promisify(pbkdf2);
const late = () => new Error('late');

describe('within', () => {
  it('gives the outcome of what is in time, also where that is an error', async () => {
    expect(await within(1_000, pause(1, 'there'), late)).toBe('there');
    await expect(within(1_000, Promise.reject(new Error('its own')), late)).rejects.toThrow('its own');
  });

  it('gives up what takes longer', async () => {
    await expect(within(10, new Promise(() => {}), late)).rejects.toThrow('late');
  });

  it('takes an answer that arrived in time and was not read because this process was busy', async () => {
    await nextTurn(); // timers come next, then what has arrived
    const answer = derive('of another thread', 'salt', 1, 4, 'sha256');
    const busyUntil = performance.now() + 500;
    const outcome = within(50, answer, late);
    while (performance.now() < busyUntil);
    expect(await outcome).toHaveLength(4);
  });
});
