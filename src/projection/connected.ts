import type { Kind } from '../model.ts';
import { relations, type RelationName } from '../relations.ts';
import { neighbours } from './adjacency.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

/** How a publication is linked to other entities: not to its own other versions. */
const publicationRelations = (Object.keys(relations) as RelationName[]).filter(
  (name) => relations[name].from === 'publication' && !['TRANSLATION_OF', 'EDITION_OF'].includes(name),
);

/** An entity and the number of publications in which it stands together with another. */
export interface Together {
  node: number;
  count: number;
}

/** The entities of a kind that publications name most often together with `entity`; equal ones by id. */
export function connectedTo(projection: Projection, entity: number, kind: Kind): Together[] {
  const publications = new Set(publicationRelations.flatMap((name) => [...neighbours(projection.in[name], entity)]));
  const counts = new Map<number, number>();
  for (const publication of publications) {
    const named = new Set(publicationRelations.flatMap((name) => [...neighbours(projection.out[name], publication)]));
    for (const node of named) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  counts.delete(entity);
  const id = ({ node }: Together) => projection.ids[node]!;
  return Array.from(counts, ([node, count]) => ({ node, count }))
    .filter((together) => id(together).startsWith(`${kind}/`))
    .sort((a, b) => b.count - a.count || compareText(id(a), id(b)));
}
