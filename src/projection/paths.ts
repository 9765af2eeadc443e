import { relationNames, type RelationName } from '../relations.ts';
import { neighbours } from './adjacency.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

/** One link on a way: from the node whose record states it to the one it names, whichever way it is walked. */
export interface Hop {
  relation: RelationName;
  from: number;
  to: number;
}

/** A way from one node to another: its nodes in order, and the hop between each two. */
export interface Path {
  nodes: number[];
  hops: Hop[];
}

/** At most so many ways are told. */
export const mostPaths = 20;

/** All shortest ways between two nodes of at most `maxLength` hops, ordered by the ids they pass; none, an empty list. */
export function shortestPaths(projection: Projection, from: number, to: number, maxLength: number): Path[] {
  if (from === to) return [];
  const distances = distancesTo(projection, to, from, maxLength);
  if (distances[from] === unreached) return [];
  let paths: Path[] = [{ nodes: [from], hops: [] }];
  for (let left = distances[from]!; left > 0; left--) {
    paths = paths
      .flatMap(({ nodes, hops }) =>
        hopsFrom(projection, nodes.at(-1)!)
          .filter(({ node }) => distances[node] === left - 1)
          .map(({ node, hop }) => ({ nodes: [...nodes, node], hops: [...hops, hop] })),
      )
      .slice(0, mostPaths);
  }
  return paths;
}

const unreached = 255;

/** How far each node is from `target`, as far as it takes to reach `wanted`. */
function distancesTo(projection: Projection, target: number, wanted: number, maxLength: number): Uint8Array {
  const distances = new Uint8Array(projection.ids.length).fill(unreached);
  distances[target] = 0;
  let edge = [target];
  for (let distance = 1; distance <= maxLength && distances[wanted] === unreached && edge.length > 0; distance++) {
    const next: number[] = [];
    for (const node of edge)
      for (const direction of [projection.out, projection.in])
        for (const relation of relationNames)
          for (const neighbour of neighbours(direction[relation], node)) {
            if (distances[neighbour] !== unreached) continue;
            distances[neighbour] = distance;
            next.push(neighbour);
          }
    edge = next;
  }
  return distances;
}

/** Every link of a node, walked either way, ordered by the id it leads to. */
function hopsFrom(projection: Projection, node: number): { node: number; hop: Hop }[] {
  const hops = relationNames.flatMap((relation) => [
    ...Array.from(neighbours(projection.out[relation], node), (to) => ({
      node: to,
      hop: { relation, from: node, to },
    })),
    ...Array.from(neighbours(projection.in[relation], node), (from) => ({
      node: from,
      hop: { relation, from, to: node },
    })),
  ]);
  const id = ({ node }: { node: number }) => projection.ids[node]!;
  return hops.sort((a, b) => compareText(id(a), id(b)));
}
