import { colourOf, inkColour, linkColour, type Drawing } from './graph-drawing.ts';
import { drawn, drawnPicture } from './drawn.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** What the drawing shows at this moment, as an SVG; the largest nodes with their names. */
export function pictureOf(graph: Neighbourhood, drawing: Drawing): SVGSVGElement {
  const { width, height } = drawing.getDimensions();
  const svg = drawnPicture(width, height);
  const placeOf = (node: string) => drawing.graphToViewport(graph.getNodeAttributes(node) as { x: number; y: number });
  graph.forEachEdge((_, __, from, to) => {
    const [a, b] = [placeOf(from), placeOf(to)];
    svg.append(drawn('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: linkColour() }));
  });
  const named = drawing.getNodeDisplayedLabels();
  graph.forEachNode((node, { kind, label, size }) => {
    const { x, y } = placeOf(node);
    const radius = drawing.scaleSize(size);
    const circle = drawn('circle', { cx: x, cy: y, r: radius, fill: colourOf(kind) });
    circle.append(Object.assign(drawn('title', {}), { textContent: label }));
    svg.append(circle);
    if (!named.has(node)) return;
    const text = drawn('text', {
      x: x + radius + 3,
      y: y + 4,
      fill: inkColour(),
      'font-family': 'sans-serif',
      'font-size': 13,
    });
    text.textContent = label;
    svg.append(text);
  });
  return svg;
}
