import { kinds } from '../model.ts';
import { relationNames, relations } from '../relations.ts';
import type { Adjacency } from './adjacency.ts';
import { derived } from './derived.ts';
import type { Projection } from './projection.ts';

/** Every link that a node may have, whichever way it is walked, by what the node is. */
export interface LinksOfKinds {
  /** The place of each node's kind in `lists`. */
  readonly kindOf: Uint8Array;
  readonly lists: readonly (readonly Adjacency[])[];
}

/** Of two dozen relations, walked both ways, a node of one kind can have a few: a walk looks at no others. */
export const linksOfKinds = derived((projection: Projection): LinksOfKinds => {
  const kindOf = new Uint8Array(projection.ids.length);
  for (const [place, kind] of kinds.entries()) for (const node of projection.ofKind[kind]) kindOf[node] = place;
  const lists = kinds.map((kind) =>
    relationNames.flatMap((name) => {
      const to: readonly string[] = relations[name].to;
      const ways = [relations[name].from === kind && projection.out[name], to.includes(kind) && projection.in[name]];
      return ways.filter((adjacency) => adjacency !== false && adjacency.size > 0) as Adjacency[];
    }),
  );
  return { kindOf, lists };
});
