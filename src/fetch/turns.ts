import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest rest that a host may ask for and we wait, in milliseconds. */
export const longestRest = 60_000;

/** Who may ask a host when. */
export interface Turns {
  /** Does the work as soon as nothing else asks the host and its pause is over. Null when the host wants a longer rest than `longestRest`. */
  take<T>(host: string, work: () => Promise<T>): Promise<T | null>;
  /** Makes the pause between two requests of a host at least this long, in milliseconds. */
  slowDown(host: string, pause: number): void;
  /** Leaves a host alone for this long, in milliseconds. */
  rest(host: string, wait: number): void;
}

interface Host {
  last: Promise<void>;
  pause: number;
  /** When it may be asked again, by the clock of `performance`. */
  ready: number;
  rested: number;
}

/**
 * Creates turns: one request per host at a time, and `pause` milliseconds (default 1000) between the end of one and the
 * start of the next. An aborted `signal` ends every wait with its reason.
 */
export function createTurns(pause = 1000, signal?: AbortSignal): Turns {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? { last: Promise.resolve(), pause, ready: 0, rested: 0 };
    hosts.set(name, host);
    return host;
  };

  return {
    async take(name, work) {
      const host = hostOf(name);
      const previous = host.last;
      let done = () => {};
      host.last = new Promise((resolve) => {
        done = resolve;
      });
      await previous; // never rejects, and ends soon when the signal is aborted
      try {
        const now = performance.now();
        if (host.rested - now > longestRest) return null;
        await sleepUnlessAborted(Math.max(host.ready, host.rested) - now, signal);
        try {
          return await work();
        } finally {
          host.ready = performance.now() + host.pause;
        }
      } finally {
        done();
      }
    },
    slowDown(name, atLeast) {
      const host = hostOf(name);
      host.ready += Math.max(0, atLeast - host.pause);
      host.pause = Math.max(host.pause, atLeast);
    },
    rest(name, wait) {
      const host = hostOf(name);
      host.rested = Math.max(host.rested, performance.now() + wait);
    },
  };
}

async function sleepUnlessAborted(wait: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (wait <= 0) return;
  await sleep(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
}
