import type { Projection } from './projection.ts';

/** What makes the value of the next projection from that of the one before: cheaper than from nothing. */
export type CarryOn<Value> = (value: Value, next: Projection, changed: ReadonlySet<number>) => Value | undefined;

const carriers: ((from: Projection, to: Projection, changed: ReadonlySet<number>) => void)[] = [];

/**
 * A value worked out from a projection once, when first asked for, and kept as long as the projection is; for the next
 * projection carried on, where `carryOn` can: it gives undefined where the value must be worked out anew.
 */
export function derived<Value>(
  work: (projection: Projection) => Value,
  carryOn?: CarryOn<Value>,
): (projection: Projection) => Value {
  const known = new WeakMap<Projection, { value: Value }>();
  if (carryOn)
    carriers.push((from, to, changed) => {
      const entry = known.get(from);
      const value = entry && carryOn(entry.value, to, changed);
      if (value !== undefined) known.set(to, { value });
    });
  return (projection) => {
    let entry = known.get(projection);
    if (!entry) known.set(projection, (entry = { value: work(projection) }));
    return entry.value;
  };
}

/** Gives a projection what had been derived from the one before it, as far as that can be carried on. */
export function carryDerived(from: Projection, to: Projection, changed: ReadonlySet<number>): void {
  for (const carry of carriers) carry(from, to, changed);
}
