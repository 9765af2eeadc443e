import { markup, type Html } from '../landing/html.ts';
import type { Site } from './page.ts';
import type { Shades } from './shades.ts';

/** Which numbers the shades of a picture stand for; `look` and `none` are the classes of a shade and of what has nothing. */
export function legend({ told }: Site, { ranges }: Shades, look: string, none: string): Html {
  const swatch = (name: string) =>
    markup`<svg aria-hidden="true" viewBox="0 0 10 10"><rect class="${name}" width="10" height="10"></rect></svg>`;
  return markup`<ul class="legend">
    ${ranges.map(({ shade, from, to }) => {
      const numbers = [from, to].map((number) => number.toLocaleString(told));
      return markup`<li>${swatch(`${look} ${look}-${shade}`)}${from === to ? numbers[0]! : numbers.join('–')}</li> `;
    })}
    <li>${swatch(none)}0</li>
  </ul>`;
}
