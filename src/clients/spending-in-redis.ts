import { randomBytes } from 'node:crypto';
import type { Client, Redis } from '../redis/open-redis.ts';
import { period, pseudonym, type Spend } from './spending.ts';

/** Milliseconds between two looks at the salt: a Redis that was emptied has another, and all servers must take that. */
const saltLooked = 60_000;
const prefix = 'common-thread:';

/** What a client has spent and how long that counts, in one step. */
const script = `local cost = redis.call('INCRBY', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[2])
  redis.call('PEXPIRE', KEYS[1], left)
end
return {cost, left}`;

/**
 * Counts in Redis, for servers that share one; as `own` does while it does not answer. Names have a salt that is made anew
 * each day, and gone from Redis a day later.
 */
export function spendingInRedis(redis: Redis, own: Spend): Spend {
  let known = { day: '', salt: '', asked: 0 };

  async function saltOfToday(client: Client): Promise<string> {
    const day = new Date().toISOString().slice(0, 10);
    const now = performance.now();
    if (known.day === day && now - known.asked < saltLooked) return known.salt;
    const key = `${prefix}salt:${day}`;
    const lifetime = { type: 'EX', value: 2 * 86_400 } as const;
    await client.set(key, randomBytes(32).toString('base64'), { condition: 'NX', expiration: lifetime });
    known = { day, salt: (await client.get(key))!, asked: now };
    return known.salt;
  }

  async function spend(client: Client, name: string, cost: number) {
    const key = `${prefix}spent:${pseudonym(await saltOfToday(client), name)}`;
    const answer = await client.eval(script, { keys: [key], arguments: [String(cost), String(period)] });
    const [sum, left] = answer as [number, number];
    return { cost: sum, left };
  }
  return (name, cost) =>
    redis.ask(
      (client) => spend(client, name, cost),
      () => own(name, cost),
    );
}
