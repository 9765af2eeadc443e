import type { PathsToldQuery } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';

type Point = [x: number, y: number];

const [width, row, margin] = [960, 64, 70];
/** Letters of a name that there is room for. */
const longest = 24;

/** All shortest ways in one picture: their beginning on the left, their end on the right, in between what they pass. */
export function wayPicture(paths: PathsToldQuery['path'], title: string): Html {
  const length = paths[0]!.length;
  const layers = Array.from({ length: length + 1 }, (_, step) => [
    ...new Map(paths.map(({ nodes }) => [nodes[step]!.id, nodes[step]!])).values(),
  ]);
  const height = Math.max(...layers.map((layer) => layer.length)) * row + 16;
  const places = new Map<string, Point>();
  for (const [step, layer] of layers.entries())
    for (const [place, { id }] of layer.entries())
      places.set(`${step} ${id}`, [
        margin + (step * (width - 2 * margin)) / length,
        ((place + 0.5) * height) / layer.length - 8,
      ]);
  const lines = new Set(
    paths.flatMap(({ nodes }) =>
      nodes.slice(1).map((node, step) => [`${step} ${nodes[step]!.id}`, `${step + 1} ${node.id}`].join('\n')),
    ),
  );
  const room = (2 * (width - 2 * margin)) / length > width ? 2 * longest : longest;
  return markup`<svg id="ways" role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}">
    ${[...lines].map((line) => {
      const [[x1, y1], [x2, y2]] = line.split('\n').map((key) => places.get(key)!) as [Point, Point];
      return markup`<line class="axis" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"></line>`;
    })}
    ${layers.flatMap((layer, step) =>
      layer.map(({ id, label }) => {
        const [x, y] = places.get(`${step} ${id}`)!;
        const anchor = step === 0 ? 'start' : step === length ? 'end' : 'middle';
        const from = step === 0 ? x - margin + 6 : step === length ? x + margin - 6 : x;
        return markup`<circle class="mark" cx="${x}" cy="${y}" r="6"><title>${label}</title></circle>
          <text x="${from}" y="${y + 22}" text-anchor="${anchor}">${cut(label, room)}</text>`;
      }),
    )}
  </svg>`;
}

const cut = (text: string, room: number) => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);
