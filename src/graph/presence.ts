import { setTimeout as pause } from 'node:timers/promises';
import { withDeadline } from './deadline.ts';

/** Whether a database is there, and nobody waiting for one that is not. */
export interface Presence {
  /**
   * Gives what `call` gives; throws at once while the database is away, and as soon as it is found to be away: a call that
   * takes long is no sign of that, no sign of life is.
   */
  ask<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Looks now whether it is there: called after an error that may mean that it is not. */
  look(): Promise<void>;
  /** Whether it is there again within so many milliseconds. */
  isBackWithin(milliseconds: number): Promise<boolean>;
  close(): void;
}

/** What a presence is made of. */
export interface PresenceOptions {
  /** Asks the database for a sign of life; throws where there is none. */
  signOfLife(): Promise<void>;
  /** What callers are told of the error of a sign of life. */
  explain(error: unknown): Error;
  /** Called each time it has gone, with what callers are told. */
  onGone(error: Error): void;
}

/** Milliseconds that a call may take before a sign of life is asked for. */
const patience = 2_000;
/** Milliseconds that a sign of life may take before the database is taken to be away. */
const longestLook = 3_000;
/** Milliseconds between two looks while it is away. */
const between = 400;

export function createPresence({ signOfLife, explain, onGone }: PresenceOptions): Presence {
  const waiting = new Set<(error: Error) => void>();
  let away: Error | null = null;
  let looking: Promise<void> | null = null;
  let closed = false;

  async function lookOnce(): Promise<void> {
    try {
      await withDeadline(signOfLife(), longestLook, 'a sign of life from the database');
      away = null;
    } catch (error) {
      if (closed) return;
      const isNews = away === null;
      away = explain(error);
      for (const give of waiting) give(away);
      if (isNews) onGone(away);
      void follow();
    }
  }
  async function follow(): Promise<void> {
    await pause(between, undefined, { ref: false });
    if (!closed) await look();
  }
  const look = () =>
    (looking ??= lookOnce().finally(() => {
      looking = null;
    }));

  return {
    look,
    async ask(call) {
      if (away) throw away;
      const doubt = setInterval(() => void look(), patience);
      let giveUp!: (error: Error) => void;
      const given = new Promise<never>((_, reject) => {
        giveUp = reject;
      });
      waiting.add(giveUp);
      try {
        return await Promise.race([call(), given]);
      } finally {
        clearInterval(doubt);
        waiting.delete(giveUp);
      }
    },
    async isBackWithin(milliseconds) {
      const until = performance.now() + milliseconds;
      while (away && performance.now() < until && !closed) await pause(between / 4);
      return away === null && !closed;
    },
    close() {
      closed = true;
    },
  };
}
