import { drawn, drawnPicture, groundColour } from './drawn.ts';

/** What a table shows, as an SVG: each cell in its colour, each line of its words where the browser has put it. */
export function pictureOfTable(table: HTMLTableElement): SVGSVGElement {
  const box = table.parentElement!;
  const { scrollLeft, scrollTop } = box;
  box.scrollTo(0, 0); // what sticks to an edge stands in its place then
  const { left, top, width, height } = table.getBoundingClientRect();
  const svg = drawnPicture(width, height);
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('th, td')) {
    const area = cell.getBoundingClientRect();
    const fill = getComputedStyle(cell).backgroundColor;
    svg.append(drawn('rect', { x: area.left - left, y: area.top - top, width: area.width, height: area.height, fill, stroke: groundColour(), 'stroke-width': 2 })); // prettier-ignore
    for (const { words, place } of linesOf(cell)) {
      const { color, fontSize, fontWeight, direction } = getComputedStyle(cell.querySelector('a, span') ?? cell);
      const text = drawn('text', {
        x: (place.left + place.right) / 2 - left,
        y: (place.top + place.bottom) / 2 - top,
        fill: color,
        'font-family': 'sans-serif',
        'font-size': fontSize,
        'font-weight': fontWeight,
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
        direction,
        // Whoever opens it has other letters: what has its place keeps its length.
        textLength: place.width,
        lengthAdjust: 'spacingAndGlyphs',
      });
      text.textContent = words;
      svg.append(text);
    }
  }
  box.scrollTo(scrollLeft, scrollTop);
  return svg;
}

interface Line {
  words: string;
  place: DOMRect;
}

/** The words of a cell, line by line as they were broken. */
function linesOf(cell: HTMLElement): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { 0: word, index } of node.textContent!.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const place = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && Math.abs(last.place.top - place.top) < place.height / 2) {
        last.words += ` ${word}`;
        last.place = around(last.place, place);
      } else lines.push({ words: word, place });
    }
  return lines;
}

function around(one: DOMRect, other: DOMRect): DOMRect {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return new DOMRect(left, top, Math.max(one.right, other.right) - left, Math.max(one.bottom, other.bottom) - top);
}
