import { MultiUndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** A graph to be laid out: where its nodes are, how large, and which are linked. */
export interface ToLay {
  points: [x: number, y: number, size: number][];
  links: [from: number, to: number][];
}

/** Where the nodes are by now: x, y, x, y, … */
export interface Laid {
  positions: Float32Array;
  isDone: boolean;
}

/** Rounds in all, of these between two looks at the clock, and milliseconds between two messages. */
const [rounds, between, pause] = [320, 4, 120];
/** Graphs of more nodes are laid out by regions: as good, and many times as fast. */
const byRegions = 200;

// A worker: what it is sent it lays out, and tells how far it has come.
const worker = self as unknown as {
  addEventListener(type: 'message', listen: (event: { data: ToLay }) => void): void;
  postMessage(message: Laid, transfer: Transferable[]): void;
};
worker.addEventListener('message', ({ data: { points, links } }) => {
  const graph = new MultiUndirectedGraph<{ x: number; y: number; size: number }>();
  for (const [place, [x, y, size]] of points.entries()) graph.addNode(place, { x, y, size });
  for (const [from, to] of links) if (from !== to) graph.addEdge(from, to);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > byRegions,
    adjustSizes: graph.order <= byRegions,
    gravity: 1.5,
  };
  let told = 0;
  for (let round = between; round <= rounds; round += between) {
    forceAtlas2.assign(graph, { iterations: between, settings });
    if (round < rounds && performance.now() - told < pause) continue;
    const positions = Float32Array.from(graph.mapNodes((_, { x, y }) => [x, y]).flat());
    worker.postMessage({ positions, isDone: round >= rounds }, [positions.buffer]);
    told = performance.now();
  }
});
