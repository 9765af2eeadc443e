import { LRUCache } from 'lru-cache';
import { derived } from './derived.ts';
import type { Page } from './page.ts';
import type { Projection } from './projection.ts';

/**
 * Keeps answers to the same question as long as the projection is, up to so many bytes in all; `sizeOf` tells how many
 * one takes. What is kept hangs on the question alone, never on who asked.
 */
export function remembered<Value extends object>(bytes: number, sizeOf: (value: Value) => number) {
  const caches = derived(
    () =>
      new LRUCache<string, Value>({
        maxSize: bytes,
        sizeCalculation: (value, key) => 100 + 2 * key.length + sizeOf(value),
      }),
  );
  return (projection: Projection, question: unknown, work: () => Value): Value => {
    const cache = caches(projection);
    const key = JSON.stringify(question);
    let value = cache.get(key);
    if (value === undefined) cache.set(key, (value = work()));
    return value;
  };
}

/** The same for pages of lists. */
export const rememberedPages = () => remembered<Page>(5_000_000, ({ nodes }) => 100 + nodes.length * 8);
