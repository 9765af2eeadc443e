import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { failFromNow, noFailingCalls, withFailingCalls } from '../failing-calls.ts';
import { makeEmbedded } from './embedded.ts';
import { killAndLook } from './kill-and-look.ts';

const missing = noFailingCalls();

describe.skipIf(missing)(`the embedded graph, its disk failing${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it.each([
    ['posix/io/sync/fsync', 11, undefined],
    ['posix/io/sync/fdatasync', 12, undefined],
    ['posix/io/sync/fdatasync', 13, 4_000],
    ['posix/io/rw/write', 14, undefined],
    ['posix/io/oc/open', 15, 4_000],
    ['posix/io/dir/rename', 16, 4_000],
  ])(
    'holds what was acknowledged, whole, after %s has failed in the middle of 4 processes (seed %i, log folded after %s bytes)',
    async (call, seed, longestLog) => {
      const { folder, look, remove } = await makeEmbedded();
      let ended = 0; // of those that the failing call has ended
      const steps = await killAndLook({
        kills: 4,
        seed,
        task: () => ({ address: { engine: 'embedded', folder }, longestLog }),
        look,
        settings: withFailingCalls,
        async strike(child) {
          failFromNow(child, call);
          // It goes on until it meets the call: the engine brings its log to disk about once a second.
          for (let wait = 0; wait < 40 && isRunning(child); wait++) await delay(50);
          if (!isRunning(child)) ended++;
        },
      });
      expect(steps).toBeGreaterThan(2);
      expect(ended).toBeGreaterThan(1);
      remove();
    },
    120_000,
  );
});

function isRunning(child: number): boolean {
  try {
    return process.kill(child, 0);
  } catch {
    return false;
  }
}
