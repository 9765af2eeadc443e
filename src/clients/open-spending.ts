import type { Redis } from '../redis/open-redis.ts';
import { spendingInMemory, type Spend } from './spending.ts';
import { spendingInRedis } from './spending-in-redis.ts';

/** Counts of this process alone, or with a Redis those of all servers that name the same, as long as it answers. */
export function openSpending(redis?: Redis): Spend {
  const own = spendingInMemory();
  return redis ? spendingInRedis(redis, own) : own;
}
