import { relationNames, type RelationName } from '../relations.ts';
import { readNeighbours } from './adjacency.ts';
import { distancesBetween } from './distances.ts';
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
  const distances = from === to ? null : distancesBetween(projection, from, to, maxLength);
  if (!distances) return [];
  const { length, left } = distances;
  let paths: Path[] = [{ nodes: [from], hops: [] }];
  for (let hopsLeft = length - 1; hopsLeft >= 0; hopsLeft--) {
    const longer: Path[] = [];
    for (const { nodes, hops } of paths) {
      // Each leads to the end in at least one way: those behind the first few are not asked for.
      if (longer.length >= mostPaths) break;
      for (const { node, hop } of hopsOn(projection, nodes.at(-1)!, left, hopsLeft))
        longer.push({ nodes: [...nodes, node], hops: [...hops, hop] });
    }
    paths = longer.slice(0, mostPaths);
  }
  return paths;
}

interface Step {
  node: number;
  hop: Hop;
}

/** The first hops that lead from a node to where `wanted` hops are left, by the id they lead to. */
function hopsOn(projection: Projection, node: number, left: Uint8Array, wanted: number): Step[] {
  const steps: Step[] = [];
  for (const relation of relationNames)
    for (const direction of ['out', 'in'] as const) {
      const count = readNeighbours(projection[direction][relation], node, around);
      for (let i = 0; i < count; i++) {
        const other = around[i]!;
        if (left[other] !== wanted + 1) continue;
        const hop = direction === 'out' ? { relation, from: node, to: other } : { relation, from: other, to: node };
        insert(projection, steps, { node: other, hop });
      }
    }
  return steps;
}

/** The neighbours of the node that is looked at. */
const around: number[] = [];

/** Puts a step at its place behind those to the same node, among the first that can be told. */
function insert({ ids }: Projection, steps: Step[], step: Step): void {
  let place = steps.length;
  while (place > 0 && compareText(ids[steps[place - 1]!.node]!, ids[step.node]!) > 0) place--;
  if (place === mostPaths) return;
  steps.splice(place, 0, step);
  if (steps.length > mostPaths) steps.pop();
}
