/** Lets those who come go on one after another, so that the event loop turns in between. */
export interface Turns {
  /** How many wait for their turn. */
  readonly waiting: number;
  /** Milliseconds that whoever comes now would wait, by what those before took. */
  readonly wait: number;
  /** Says that somebody has come, whether or not there will be a turn for it. */
  come(): void;
  /** Resolves when it is the caller's turn: at once for the first in a turn of the event loop. */
  take(): Promise<void>;
  /** Says that somebody who has had a turn needs no more. */
  end(): void;
}

/** Milliseconds of work in one turn of the event loop, at least and, where much is read in each, at most. */
const [slice, longestSlice] = [2, 10];
/** What one of those before takes at most, for the wait: one that held everybody up does not tell how long the next will. */
const longest = 50;

/**
 * Turns of an event loop. A server that answers at once whatever it reads reads nothing else meanwhile. Who has asked over
 * a new connection waits longest, for only one of these is accepted in each turn of the event loop: so while new requests
 * come, it turns without work for as long as the last work took.
 */
export function createTurns(): Turns {
  const queue: (() => void)[] = [];
  let isTurning = false;
  let hasCome = false;
  let began = 0;
  let until = 0;
  let ended = 0;
  let passed = 0;
  let each = 1;

  function turn(): void {
    const now = performance.now();
    const reading = now - ended;
    isTurning = queue.length > 0;
    if (isTurning) setImmediate(turn);
    if (hasCome && reading < ended - began) return void (hasCome = false);
    if (passed > 0) each += (Math.min((now - began) / passed, longest) - each) / 8;
    begin(now);
    until = now + Math.min(Math.max(slice, reading / 2), longestSlice);
    if (isTurning) pass();
  }
  function begin(now: number): void {
    began = now;
    ended = now;
    passed = 0;
    hasCome = false;
  }
  function pass(): void {
    passed++;
    queue.shift()!();
  }

  return {
    get waiting() {
      return queue.length;
    },
    get wait() {
      return queue.length * each;
    },
    come() {
      hasCome = true;
    },
    async take() {
      if (isTurning) return new Promise<void>((go) => queue.push(go));
      begin(performance.now());
      isTurning = true;
      setImmediate(turn);
    },
    end() {
      ended = performance.now();
      if (queue.length > 0 && ended < until) pass();
    },
  };
}
