import type { Laid, ToLay } from './graph-layout.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Drawing more nodes than this anew, again and again, would hold up the page. */
const crowd = 500;

/**
 * Lays a graph out in a worker, so that the page stays quick: the drawing follows the places of nodes by itself as it
 * goes; where there are many, or for who wants less motion, they take their places once it is done.
 */
export function layOut(graph: Neighbourhood, script: string, onDone: () => void): void {
  const nodes = graph.nodes();
  const places = new Map(nodes.map((node, place) => [node, place]));
  const links = graph.mapEdges((_, __, from, to): [number, number] => [places.get(from)!, places.get(to)!]);
  const points = nodes.map((node): [number, number, number] => {
    const { x, y, size } = graph.getNodeAttributes(node);
    return [x, y, size];
  });
  const isStill = graph.order > crowd || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const worker = new Worker(script, { type: 'module' });
  worker.addEventListener('message', ({ data: { positions, isDone } }: MessageEvent<Laid>) => {
    if (isDone) worker.terminate();
    if (isStill && !isDone) return;
    graph.setAttribute('isMoving', !isDone);
    graph.updateEachNodeAttributes((node, looks) => {
      const place = places.get(node)! * 2;
      return { ...looks, x: positions[place]!, y: positions[place + 1]! };
    });
    if (isDone) onDone();
  });
  worker.postMessage({ points, links } satisfies ToLay, { transfer: [] });
}
