import { foldText } from '../fold.ts';
import { derived } from './derived.ts';
import type { Order } from './page.ts';
import type { Projection } from './projection.ts';

/** One thing that nodes are put in order by: a text or a number of each. */
interface Criterion {
  of(node: number): string | number;
  descending?: boolean;
}

/** Nodes by one criterion after the other, and by id where all are equal. */
export function orderBy({ ids }: Projection, name: string, criteria: readonly Criterion[]): Order {
  const all: Criterion[] = [...criteria, { of: (node) => ids[node]! }];
  return {
    compare: (a, b) => {
      for (let place = 0; place < all.length; place++) {
        const { of, descending } = all[place]!;
        const one = of(a);
        const other = of(b);
        if (one !== other) return one < other === !descending ? -1 : 1;
      }
      return 0;
    },
    name,
    keyLength: all.length,
    keyOf: (node) => all.map(({ of }) => String(of(node))),
    compareKey: (key, node) => {
      for (const [place, { of, descending }] of all.entries()) {
        const other = of(node);
        const one = typeof other === 'number' ? Number(key[place]) : key[place]!;
        if (one !== other) return one < other === !descending ? -1 : 1;
      }
      return 0;
    },
  };
}

/** The newest first, undated ones last. */
export const byDate = (projection: Projection) =>
  orderBy(projection, 'date', [{ of: (node) => projection.dates[node]!, descending: true }]);

/** The same list from its end. */
export const reversed = ({ name, compare, compareKey, ...order }: Order): Order => ({
  ...order,
  name: `${name} reversed`,
  compare: (a, b) => compare(b, a),
  compareKey: (key, node) => -compareKey(key, node),
});

/** By name, folded: scripts and marks make no difference. */
export const byName = (projection: Projection) =>
  orderBy(projection, 'name', [{ of: (node) => foldedName(projection, node) }]);

/** The best found first, of equal ones the newer; `name` tells what was searched for. */
export const byScore = (projection: Projection, name: string, scores: Float32Array): Order => ({
  ...orderBy(projection, `score ${name}`, [
    { of: (node) => scores[node]!, descending: true },
    { of: (node) => projection.dates[node]!, descending: true },
  ]),
  moves: (node) => scores[node]! > 0,
});

/** Those with the largest number first, of equal ones by name. */
export const byCount = (projection: Projection, counts: Uint32Array): Order => ({
  ...orderBy(projection, 'count', [
    { of: (node) => counts[node]!, descending: true },
    { of: (node) => foldedName(projection, node) },
  ]),
  moves: () => true,
});

const foldedNames = derived(
  () => new Map<number, string>(),
  (before, _, changed) => {
    for (const node of changed) before.delete(node); // like the names themselves it is always that of the latest
    return before;
  },
);

function foldedName(projection: Projection, node: number): string {
  const known = foldedNames(projection);
  let name = known.get(node);
  if (name === undefined) known.set(node, (name = foldText(projection.labels[node]!)));
  return name;
}
