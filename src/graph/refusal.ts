/** A curator asked for what cannot be done; the message names the value and the remedy, and nothing has changed. */
export class Refusal extends Error {}

/** Waits for upkeep that a graph can do without: what cannot be done as things stand is left out. */
export async function whereItMay(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
