import { relationNames, type RelationName } from '../relations.ts';
import { countNeighbours, neighbours } from './adjacency.ts';
import { compareText } from './order.ts';
import type { Hop } from './paths.ts';
import type { Projection } from './projection.ts';

/** What stands around a node: nodes by how many hops they are away, and every link among them. */
export interface Neighbourhood {
  nodes: { node: number; hops: number }[];
  links: Hop[];
  /** How many nodes are left out that are as near as the farthest of these; what is farther still is not counted. */
  leftOut: number;
}

/**
 * The nodes around one, itself first: at most `most`, the nearest first. Of equally near ones those come first that have
 * the most links to what is nearer still, then those with the most links at all, then by id.
 */
export function neighbourhoodOf(projection: Projection, start: number, hops: number, most: number): Neighbourhood {
  const nodes = [{ node: start, hops: 0 }];
  const chosen = new Set([start]);
  let leftOut = 0;
  for (let hop = 1, edge = [start]; hop <= hops && edge.length > 0 && leftOut === 0; hop++) {
    const next = nearest(projection, edge, chosen);
    edge = next.slice(0, most - nodes.length);
    leftOut = next.length - edge.length;
    for (const node of edge) {
      chosen.add(node);
      nodes.push({ node, hops: hop });
    }
  }
  return { nodes, links: linksAmong(projection, chosen), leftOut };
}

/** What one hop leads to from any of these nodes, those with the most links to them first, then with the most at all. */
function nearest({ ids, out, in: back }: Projection, edge: readonly number[], chosen: ReadonlySet<number>): number[] {
  const adjacencies = relationNames.flatMap((relation) => [out[relation], back[relation]]);
  const counts = new Map<number, number>();
  for (const adjacency of adjacencies)
    for (const node of edge)
      for (const other of neighbours(adjacency, node))
        if (!chosen.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
  const found = Array.from(counts, ([node, count]) => {
    const all = adjacencies.reduce((sum, adjacency) => sum + countNeighbours(adjacency, node), 0);
    return { node, count, all };
  });
  found.sort((a, b) => b.count - a.count || b.all - a.all || compareText(ids[a.node]!, ids[b.node]!));
  return found.map(({ node }) => node);
}

/** Every link between two of these nodes, once, as their records state it. */
function linksAmong({ out }: Projection, chosen: ReadonlySet<number>): Hop[] {
  const links = new Map<string, Hop>();
  const add = (relation: RelationName, from: number, to: number) =>
    links.set(`${relation} ${from} ${to}`, { relation, from, to });
  for (const from of chosen)
    for (const relation of relationNames)
      for (const to of neighbours(out[relation], from)) if (chosen.has(to)) add(relation, from, to);
  return [...links.values()];
}
