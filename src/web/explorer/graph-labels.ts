/** Where a node stands on the canvas and what is written beside it, in CSS pixels. */
interface Labelled {
  x: number;
  y: number;
  size: number;
  label?: string | null;
}

const height = 16;
const gap = 4;

/**
 * Writes names beside nodes so that they can be read, to the right or else to the left, none over another nor beyond the edge:
 * what has no room is shown when its node is pointed at. `clear` begins a new picture.
 */
export function createLabels(inkColour: () => string) {
  let written: { start: number; end: number; y: number }[] = [];
  return {
    clear: () => void (written = []),
    draw(context: CanvasRenderingContext2D, { x, y, size, label }: Labelled): void {
      if (!label) return;
      context.font = '14px system-ui, sans-serif';
      const { width } = context.measureText(label);
      const room = context.canvas.clientWidth;
      const isFree = (start: number) =>
        start >= 0 &&
        start + width <= room &&
        !written.some((other) => Math.abs(other.y - y) < height && start < other.end && other.start < start + width);
      const start = [x + size + gap, x - size - gap - width].find(isFree);
      if (start === undefined) return;
      written.push({ start, end: start + width, y });
      context.fillStyle = inkColour();
      context.fillText(label, start, y + 5);
    },
  };
}
