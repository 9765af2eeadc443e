import { Sigma } from 'sigma';
import type { Kind } from '../../client/operations.generated.ts';
import { createLabels } from './graph-labels.ts';
import type { LinkLooks, Neighbourhood, NodeLooks } from './neighbourhood.ts';

export type Drawing = Sigma<NodeLooks, LinkLooks, { isMoving: boolean }>;

/** A colour for each kind, by day and by night; told apart by who sees colours otherwise, and named in the legend. */
const colours: Record<Kind, [day: string, night: string]> = {
  PUBLICATION: ['#0a5c70', '#84d2e6'],
  ORGANISATION: ['#b45f06', '#f2b266'],
  COUNTRY: ['#5b7f2b', '#b5d98a'],
  INSTRUMENT: ['#6b4ea0', '#c4aef0'],
  THEME: ['#a83a6b', '#f0a3c5'],
  PROJECT: ['#8a7100', '#e6d36a'],
  PERSON: ['#5f6b76', '#b4bfca'],
};
const night = matchMedia('(prefers-color-scheme: dark)');
const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

export const colourOf = (kind: Kind): string => colours[kind][night.matches ? 1 : 0];
export const linkColour = (): string => (night.matches ? '#3a4754' : '#d3dae0');
export const inkColour = (): string => getComputedStyle(document.body).color;

/** So few nodes all have room for their names; so many links are drawn thinner. */
const [fewNodes, manyLinks] = [80, 600];
const longestName = 44;
const cut = (name: string) => (name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`);

/** Draws a graph into an element, by WebGL; it is moved by mouse, touch and keys, and a node leads to its page. */
export function drawGraph(graph: Neighbourhood, container: HTMLElement): Drawing {
  const isDense = graph.size > manyLinks;
  const labels = createLabels(inkColour);
  const drawing: Drawing = new Sigma(graph, container, {
    nodeReducer: (_, looks) => ({ ...looks, label: cut(looks.label), color: colourOf(looks.kind) }),
    // Thousands of lines that change at every look at them say nothing, and take long: they come when all is in its place.
    edgeReducer: (_, looks) => ({
      ...looks,
      size: isDense ? 0.4 : 1,
      color: linkColour(),
      hidden: isDense && graph.getAttribute('isMoving'),
    }),
    defaultDrawNodeLabel: labels.draw,
    labelRenderedSizeThreshold: graph.order < fewNodes ? 0 : 7,
    labelDensity: graph.order < fewNodes ? 2 : 0.6,
    defaultDrawNodeHover: drawName,
    hideEdgesOnMove: isDense,
    hideLabelsOnMove: isDense,
    zIndex: false,
  });
  drawing.on('beforeRender', labels.clear);
  paintLegend();
  night.addEventListener('change', () => {
    drawing.refresh();
    paintLegend();
  });
  drawing.on('enterNode', () => container.style.setProperty('cursor', 'pointer'));
  drawing.on('leaveNode', () => container.style.removeProperty('cursor'));
  drawing.on('clickNode', ({ node }) =>
    location.assign(container.dataset.home!.replace(/(\?.*)?$/, (query) => node + query)),
  );
  container.addEventListener('keydown', (event) => moveByKey(drawing, event, isDense));
  return drawing;
}

/** The name of the node that is pointed at, on the ground of the page, whatever lies below. */
const drawName = (
  context: CanvasRenderingContext2D,
  { x, y, size, label }: { x: number; y: number; size: number; label?: string | null },
): void => {
  if (!label) return;
  context.font = '600 14px system-ui, sans-serif';
  const width = context.measureText(label).width;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(x + size + 2, y - 11, width + 8, 22);
  context.fillStyle = inkColour();
  context.fillText(label, x + size + 6, y + 5);
};

/** Milliseconds that a move by a key takes where there are many links: they are left out meanwhile. */
const glide = 150;

function moveByKey(drawing: Drawing, event: KeyboardEvent, isDense: boolean): void {
  const camera = drawing.getCamera();
  const { x, y, ratio } = camera.getState();
  const step = 0.1 * ratio;
  const moves: Record<string, Partial<{ x: number; y: number; ratio: number }>> = {
    ArrowLeft: { x: x - step },
    ArrowRight: { x: x + step },
    ArrowUp: { y: y + step },
    ArrowDown: { y: y - step },
    '+': { ratio: ratio / 1.4 },
    '=': { ratio: ratio / 1.4 },
    '-': { ratio: ratio * 1.4 },
    '0': { x: 0.5, y: 0.5, ratio: 1 },
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (isDense && !lessMotion.matches) void camera.animate(move, { duration: glide });
  else camera.setState(move);
}

function paintLegend(): void {
  for (const item of document.querySelectorAll<HTMLElement>('#legend [data-kind]')) {
    item.querySelector('.swatch')?.remove();
    const swatch = document.createElement('span');
    swatch.className = 'swatch';
    swatch.style.background = colourOf(item.dataset.kind as Kind);
    swatch.style.borderRadius = '50%';
    item.prepend(swatch);
  }
}
