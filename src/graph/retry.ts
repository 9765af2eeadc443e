import { setTimeout as pause } from 'node:timers/promises';

/** Runs `work` again, after growing random pauses, as long as `again` says so of its error and the number of attempts. */
export async function retry<Result>(
  work: () => Promise<Result>,
  again: (error: unknown, attempts: number) => boolean,
): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      if (!again(error, attempts)) throw error;
      await pause(Math.random() * 20 * 2 ** attempts);
    }
  }
}
