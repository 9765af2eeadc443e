import { markup, type Html } from '../landing/html.ts';
import { choices, type Offer } from './choices.ts';
import { stateLink } from './link.ts';
import type { ExplorerPage, Site } from './page.ts';
import { filterOf, type State } from './state.ts';
import { tools } from './tools.ts';

/** How many publications there are of each year, the first year first; years without one are left out. */
export type Years = readonly { year: number; count: number }[];

/** The page with a bar for each year, and the same as a table. */
export function timelinePage(site: Site, { state, given, years, total, offer }: TimelineData): ExplorerPage {
  const { say } = site;
  const undated = total - years.reduce((sum, { count }) => sum + count, 0);
  const main = markup`<h1>${say('timeline')}</h1>
    <p class="lead">${say('timelineLead')}</p>
    ${choices(site, state, offer)}
    ${
      years.length === 0
        ? markup`<p>${say('nothingFound')}</p>`
        : markup`<figure class="scroll" tabindex="0" aria-label="${say('picture')}">${bars(site, years, `${say('timeline')}: ${say('timelineLead')}`)}</figure>
            ${tools(site, given, 'timeline')}
            <h2 id="table">${say('table')}</h2>
            ${undated > 0 && markup`<p>${say('undated').replace('%', undated.toLocaleString(site.told))}</p>`}
            <div class="scroll tall" role="region" aria-labelledby="table" tabindex="0">
              <table class="list">
                <thead><tr><th scope="col">${say('year')}</th><th scope="col" class="number">${say('publications')}</th></tr></thead>
                <tbody>
                  ${years.toReversed().map(({ year, count }) => row(site, state, year, count))}
                </tbody>
              </table>
            </div>`
    }`;
  return { title: say('timeline'), description: say('timelineLead'), main, isAnswer: filterOf(state) !== undefined };
}

export interface TimelineData {
  state: State;
  given: URLSearchParams;
  years: Years;
  total: number;
  offer: Offer;
}

const row = (site: Site, state: State, year: number, count: number): Html =>
  markup`<tr>
    <th scope="row"><a rel="nofollow" href="${stateLink(site, 'search', { ...state, since: year, until: year })}">${year}</a></th>
    <td class="number">${count.toLocaleString(site.told)}</td>
  </tr> `;

/** In units of the picture; a letter of its numbers is so wide at most, and at either edge half of one has room. */
const [width, height, foot, letter, edge] = [960, 240, 24, 7.5, 22];

/** A bar for each year from the first to the last, with the years without any publication as gaps. */
function bars({ told }: Site, years: Years, title: string): Html {
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  const most = Math.max(...years.map(({ count }) => count));
  const step = width / (last - first + 1);
  const scale = (height - foot - 18) / most;
  const widest = letter * most.toLocaleString(told).length;
  const labelled = labelSteps.find((every) => step * every >= Math.max(38, widest)) ?? 100;
  // Where not every number has room, those of the years that are named stand there.
  const isCounted = (year: number) => step >= Math.max(16, widest) || (step >= 12 && year % labelled === 0);
  const place = (year: number) => (year - first) * step;
  const tall = (count: number) => Math.max(1, count * scale);
  return markup`<svg id="timeline" role="img" aria-label="${title}" viewBox="${-edge} 0 ${width + 2 * edge} ${height}">
    <line class="axis" x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"></line>
    ${years.map(
      ({ year, count }) =>
        markup`<rect class="mark" x="${(place(year) + step * 0.1).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" y="${(height - foot - tall(count)).toFixed(1)}" height="${tall(count).toFixed(1)}"><title>${year}: ${count.toLocaleString(told)}</title></rect> `,
    )}
    ${years
      .filter(({ year }) => isCounted(year))
      .map(
        ({ year, count }) =>
          markup`<text class="above" x="${(place(year) + step / 2).toFixed(1)}" y="${(height - foot - tall(count) - 4).toFixed(1)}" text-anchor="middle">${count.toLocaleString(told)}</text> `,
      )}
    ${Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => year % labelled === 0)
      .map(
        (year) =>
          markup`<text x="${(place(year) + step / 2).toFixed(1)}" y="${height - 6}" text-anchor="middle">${year}</text>`,
      )}
  </svg>`;
}

/** Years between two labels. */
const labelSteps = [1, 2, 5, 10, 20, 50];
