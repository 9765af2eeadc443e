import { MultiDirectedGraph } from 'graphology';
import { createClient } from '../../client/client.ts';
import { NeighbourhoodDocument, type Kind } from '../../client/operations.generated.ts';

export interface NodeLooks {
  kind: Kind;
  label: string;
  hops: number;
  x: number;
  y: number;
  size: number;
}
export interface LinkLooks {
  size: number;
}
export type Neighbourhood = MultiDirectedGraph<NodeLooks, LinkLooks, { isMoving: boolean }>;

/** So many nodes have room for large points no more. */
const crowd = 500;

/** The golden angle: points put down by it one after another lie evenly in a disc. */
const turn = Math.PI * (3 - Math.sqrt(5));

/** Asks for what stands around an entity; what is nearer lies nearer to the middle, the same each time. */
export async function loadNeighbourhood({ home, of, hops, first, language }: DOMStringMap): Promise<Neighbourhood> {
  const client = createClient({ server: new URL(home!.replace(/\?.*/, ''), location.href).href });
  const variables = { of: of!, hops: Number(hops), first: Number(first), language };
  const { neighbourhood } = await client.query(NeighbourhoodDocument, variables, { get: false });
  const graph: Neighbourhood = new MultiDirectedGraph();
  graph.setAttribute('isMoving', true);
  for (const [place, { node, hops: away }] of neighbourhood.nodes.entries()) {
    if (!node) continue;
    const [radius, angle] = [10 * Math.sqrt(place), place * turn];
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    graph.addNode(node.id, { kind: node.kind, label: node.label, hops: away, x, y, size: 1 });
  }
  for (const { from, to } of neighbourhood.links)
    if (graph.hasNode(from) && graph.hasNode(to)) graph.addEdge(from, to, { size: 1 });
  graph.updateEachNodeAttributes((id, looks) => ({
    ...looks,
    size: looks.hops === 0 ? 14 : Math.min(12, 3 + Math.sqrt(graph.degree(id))) * (graph.order > crowd ? 0.6 : 1),
  }));
  return graph;
}
