import { neighbours, type Adjacency } from './adjacency.ts';
import { derived } from './derived.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

interface Works {
  /** The publications of each work that has more than one, ascending, under the number of every one of them. */
  members: ReadonlyMap<number, readonly number[]>;
  /** What it was worked out from. */
  links: readonly Adjacency[];
}

const linksOf = ({ out }: Projection) => [out.TRANSLATION_OF, out.EDITION_OF];

const works = derived(
  (projection): Works => ({ members: groupVersions(projection), links: linksOf(projection) }),
  (before, next) => (linksOf(next).every((adjacency, place) => adjacency === before.links[place]) ? before : undefined),
);

/** Translations and editions of one another, directly or through others, make one work. */
function groupVersions(projection: Projection): Map<number, number[]> {
  const parents = new Map<number, number>();
  const find = (node: number): number => {
    const parent = parents.get(node);
    if (parent === undefined || parent === node) return node;
    const root = find(parent);
    parents.set(node, root);
    return root;
  };
  for (const adjacency of linksOf(projection))
    for (const publication of sourcesOf(adjacency))
      for (const original of neighbours(adjacency, publication)) {
        const [a, b] = [find(publication), find(original)];
        parents.set(Math.max(a, b), Math.min(a, b));
        parents.set(Math.min(a, b), Math.min(a, b));
      }
  const groups = new Map<number, number[]>();
  for (const node of [...parents.keys()].sort((a, b) => a - b)) {
    const root = find(node);
    const group = groups.get(root);
    if (group) group.push(node);
    else groups.set(root, [node]);
  }
  const members = new Map<number, number[]>();
  for (const group of groups.values()) if (group.length > 1) for (const node of group) members.set(node, group);
  return members;
}

/** The nodes that may have links. */
function* sourcesOf({ first, offsets, patches }: Adjacency): Generator<number> {
  for (let place = 0; place + 1 < offsets.length; place++)
    if (offsets[place] !== offsets[place + 1] && !patches.has(place + first)) yield place + first;
  yield* patches.keys();
}

/** The publications that are the same work as this one, this one included, ascending. */
export const versionsOf = (projection: Projection, publication: number): readonly number[] =>
  works(projection).members.get(publication) ?? [publication];

/** The other publications of the same work, by id. */
export function siblings(projection: Projection, publication: number): number[] {
  const others = versionsOf(projection, publication).filter((version) => version !== publication);
  return others.sort((a, b) => compareText(projection.ids[a]!, projection.ids[b]!));
}
