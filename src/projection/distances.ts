import { countNeighbours, readNeighbours } from './adjacency.ts';
import { linksOfKinds, type LinksOfKinds } from './links-of-kinds.ts';
import type { Projection } from './projection.ts';

/** How far it is between two nodes, and how far it is still from where a shortest way passes. */
export interface Distances {
  length: number;
  /**
   * For each node that can be next on a shortest way, the hops left to its end, plus 1. A node with another number than
   * the one looked for at its place is on none. Good until the next question: the memory is used again.
   */
  left: Uint8Array;
}

/** One of the two searches: what it has reached, and the nodes it reached last. */
interface Side {
  /** Hops from its start, plus 1; 0 for what was not reached. */
  reached: Uint8Array;
  edge: number[];
  hops: number;
}

/**
 * How far `to` is from `from`; null when it is further than `maxLength`. Searches from both ends, always on from the
 * one with fewer links to look at: a way between two publications need not go through all of a hub's.
 */
export function distancesBetween(
  projection: Projection,
  from: number,
  to: number,
  maxLength: number,
): Distances | null {
  const links = linksOfKinds(projection);
  const [front, back] = [from, to].map((node, place) => start(scratch(place, projection.ids.length), node));
  while (front!.hops + back!.hops < maxLength) {
    const [side, other] = isCheaper(links, front!.edge, back!.edge) ? [front!, back!] : [back!, front!];
    const met = advance(links, side, other);
    if (met.length > 0) {
      markWays(links, front!, back!, met);
      return { length: front!.hops + back!.hops, left: back!.reached };
    }
    if (side.edge.length === 0) return null;
  }
  return null;
}

/** Kept between questions: a new one each time would be a megabyte for a catalogue of a million. */
const kept: Uint8Array[] = [];

function scratch(place: number, size: number): Uint8Array {
  if ((kept[place]?.length ?? 0) < size) kept[place] = new Uint8Array(size);
  return kept[place]!.fill(0);
}

function start(reached: Uint8Array, node: number): Side {
  reached[node] = 1;
  return { reached, edge: [node], hops: 0 };
}

/** Goes one hop on, and gives the nodes that the other side has reached too. */
function advance({ kindOf, lists }: LinksOfKinds, side: Side, other: Side): number[] {
  const { reached, edge } = side;
  const mark = ++side.hops + 1;
  const next: number[] = [];
  const met: number[] = [];
  for (const node of edge)
    for (const adjacency of lists[kindOf[node]!]!) {
      const count = readNeighbours(adjacency, node, around);
      for (let i = 0; i < count; i++) {
        const neighbour = around[i]!;
        if (reached[neighbour] !== 0) continue;
        reached[neighbour] = mark;
        next.push(neighbour);
        if (other.reached[neighbour] !== 0) met.push(neighbour);
      }
    }
  side.edge = next;
  return met;
}

/** The neighbours of the node that is looked at. */
const around: number[] = [];

/** Writes into what the search from the end has reached, where it is not yet, how far it is still on the shortest ways. */
function markWays({ kindOf, lists }: LinksOfKinds, front: Side, back: Side, met: number[]): void {
  let edge = met;
  for (let hops = front.hops - 1; hops > 0; hops--) {
    const previous: number[] = [];
    const mark = front.hops + back.hops - hops + 1;
    for (const node of edge)
      for (const adjacency of lists[kindOf[node]!]!) {
        const count = readNeighbours(adjacency, node, around);
        for (let i = 0; i < count; i++) {
          const neighbour = around[i]!;
          if (front.reached[neighbour] !== hops + 1 || back.reached[neighbour] !== 0) continue;
          back.reached[neighbour] = mark;
          previous.push(neighbour);
        }
      }
    edge = previous;
  }
}

/** Whether a first edge has no more links to look at than a second one; no more is counted than it takes to know. */
function isCheaper(links: LinksOfKinds, first: number[], second: number[]): boolean {
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  const most = countLinks(links, few, Infinity);
  const isFewCheaper = countLinks(links, many, most) >= most;
  return isFewCheaper === (few === first);
}

function countLinks({ kindOf, lists }: LinksOfKinds, nodes: number[], enough: number): number {
  let count = 0;
  for (const node of nodes) {
    for (const adjacency of lists[kindOf[node]!]!) count += countNeighbours(adjacency, node);
    if (count >= enough) return count;
  }
  return count;
}
