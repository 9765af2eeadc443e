import { neighbours } from './adjacency.ts';
import { derived } from './projection.ts';

/**
 * Which work each publication belongs to: translations and editions of one another, directly or through others, have
 * the same number (the lowest of the group). Every other node stands for itself.
 */
export const worksOf = derived((projection) => {
  const parents = Uint32Array.from(projection.ids.keys());
  const find = (node: number) => {
    while (parents[node] !== node) node = parents[node] = parents[parents[node]!]!;
    return node;
  };
  for (const relation of ['TRANSLATION_OF', 'EDITION_OF'] as const)
    for (const publication of projection.ofKind.publication)
      for (const original of neighbours(projection.out[relation], publication)) {
        const [a, b] = [find(publication), find(original)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
  return parents.map((_, node) => find(node));
});

/** The publications of each work that has more than one, by the work's number. */
export const membersOf = derived((projection) => {
  const works = worksOf(projection);
  const groups = new Map<number, number[]>();
  for (const publication of projection.ofKind.publication) {
    const work = works[publication]!;
    if (work === publication) continue;
    const members = groups.get(work);
    if (members) members.push(publication);
    else groups.set(work, [work, publication]);
  }
  return groups;
});
