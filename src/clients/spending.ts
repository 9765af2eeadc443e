import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What a client has spent since its minute began. */
export interface Spent {
  cost: number;
  /** Milliseconds until it begins anew. */
  left: number;
}

/** Adds to what a client has spent, and says what that comes to. */
export type Spend = (client: string, cost: number) => Promise<Spent>;

/** Milliseconds for which what was spent counts, from the first request on. */
export const period = 60_000;

/** Clients are counted under such names: who has the counts cannot tell who they are without the salt. */
export const pseudonym = (salt: string | Buffer, client: string): string =>
  createHmac('sha256', salt).update(client).digest('base64url').slice(0, 22);

/** Those who asked longest ago are forgotten first: about 20 MB. */
const mostClients = 100_000;

/** Counts in the memory of this process, under names whose salt never leaves it. */
export function spendingInMemory(): Spend {
  const salt = randomBytes(32);
  const spent = new LRUCache<string, { cost: number; ends: number }>({ max: mostClients });
  return async (client, cost) => {
    const name = pseudonym(salt, client);
    const now = performance.now();
    let one = spent.get(name);
    if (!one || one.ends <= now) spent.set(name, (one = { cost: 0, ends: now + period }));
    one.cost += cost;
    return { cost: one.cost, left: one.ends - now };
  };
}
