import { drawGraph } from './graph-drawing.ts';
import { layOut } from './graph-motion.ts';
import { pictureOf } from './graph-picture.ts';
import { loadNeighbourhood } from './neighbourhood.ts';
import { saveOnClick } from './save-picture.ts';

// The picture of the graph: what the table of the page says, drawn. Loaded on that page alone.
const container = document.querySelector<HTMLElement>('#graph')!;
const graph = await loadNeighbourhood(container.dataset);
container.hidden = false;
const drawing = drawGraph(graph, container);
layOut(graph, container.dataset.layout!, () => drawing.refresh());
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-saves=graph]'))
  saveOnClick(button, () => pictureOf(graph, drawing));
