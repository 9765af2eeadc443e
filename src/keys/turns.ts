import { setTimeout as delay } from 'node:timers/promises';

/** So many may wait for their turn. */
const mostWaiting = 8;
/** Milliseconds of rest after a wrong one: a flood of them gets a quarter of one processor core at most. */
const restAfterWrong = 500;

/** One check at a time. */
export interface Turns {
  /** Does a check when its turn comes; null, at once, when too many wait already. */
  take(check: () => Promise<boolean>): Promise<boolean> | null;
}

/**
 * Lets checks that cost much come one after another, with a rest after each that failed: whoever knows the id of a key
 * cannot take the processor by guessing at its secret.
 */
export function createTurns(): Turns {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(check) {
      if (waiting >= mostWaiting) return null;
      waiting++;
      const mine = last.then(check).finally(() => waiting--);
      last = mine
        .catch(() => false)
        .then((isRight) => (isRight ? undefined : delay(restAfterWrong, undefined, { ref: false })));
      return mine;
    },
  };
}
