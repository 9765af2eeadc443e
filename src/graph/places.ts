import { Unavailable } from './unavailable.ts';

/** So many calls at once, others in a line behind them. */
export interface Places {
  /** Runs `work` once there is a place; throws `Unavailable` where the line does not move, or is too long. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Refuses all who wait. */
  refuse(error: Error): void;
}

interface Waiting {
  enter(): void;
  refuse(error: Error): void;
}

/**
 * A line of many quick calls moves on, and waiting in it is worth while; one behind calls that all take long does not: who
 * waits is refused once no place has come free for `patience` milliseconds. So the line holds neither much memory nor
 * anybody for long.
 */
export function createPlaces(count: number, { patience = 800, longest = 1_000 } = {}): Places {
  const line: Waiting[] = [];
  let taken = 0;
  let lastFreed = 0;
  let watch: NodeJS.Timeout | undefined;

  const refuse = (error: Error) => {
    for (const waiting of line.splice(0)) waiting.refuse(error);
  };
  function look() {
    if (line.length > 0 && performance.now() - lastFreed > patience) refuse(tooMany(count));
    if (line.length > 0) return;
    clearInterval(watch);
    watch = undefined;
  }
  async function take(): Promise<void> {
    if (taken < count) return void taken++;
    if (line.length >= longest) throw tooMany(count);
    if (!watch) {
      lastFreed = performance.now();
      watch = setInterval(look, patience / 8);
    }
    await new Promise<void>((enter, refused) => {
      line.push({ enter, refuse: refused });
    });
  }
  function free() {
    lastFreed = performance.now();
    const next = line.shift();
    if (next) next.enter();
    else taken--;
  }
  return {
    async hold(work) {
      await take();
      try {
        return await work();
      } finally {
        free();
      }
    },
    refuse,
  };
}

const tooMany = (count: number) =>
  new Unavailable(
    `All ${count} connections to the database are busy.`,
    'Too many ask the graph at once; nothing was done. Try again in a moment.',
    { busy: true },
  );
