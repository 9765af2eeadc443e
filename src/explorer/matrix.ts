import { markup, type Html } from '../landing/html.ts';
import { choices, type Offer } from './choices.ts';
import { legend } from './legend.ts';
import { stateLink } from './link.ts';
import type { ExplorerPage, Site } from './page.ts';
import { shadesFor, type Shades } from './shades.ts';
import { filterOf, type State } from './state.ts';
import { tools } from './tools.ts';

interface Named {
  value: string;
  label: string;
}

/** Themes down, countries across, and how many publications there are on each pair. */
export interface Matrix {
  themes: readonly Named[];
  countries: readonly Named[];
  /** By theme, then by country; undefined where it was not counted. */
  cells: readonly (readonly (number | undefined)[])[];
  /** Whether there may be more themes or countries than these, with fewer publications. */
  isCut: boolean;
}

export interface MatrixData {
  state: State;
  given: URLSearchParams;
  matrix: Matrix;
  offer: Offer;
}

/** How dark the darkest cell is. */
const darkest = 5;

/** The page with the table of themes and countries, each cell as dark as there is much on it. */
export function matrixPage(site: Site, { state, given, matrix, offer }: MatrixData): ExplorerPage {
  const { say } = site;
  const shades = shadesFor(
    matrix.cells.flat().map((count) => count ?? 0),
    darkest,
  );
  const main = markup`<h1>${say('matrix')}</h1>
    <p class="lead">${say('matrixLead')}</p>
    ${choices(site, state, offer)}
    ${
      matrix.themes.length === 0 || matrix.countries.length === 0
        ? markup`<p>${say('nothingFound')}</p>`
        : markup`<div class="scroll" role="region" aria-label="${say('matrix')}" tabindex="0">${heat(site, state, matrix, shades)}</div>
            ${legend(site, shades, 'heat', 'heat-0')}
            ${matrix.isCut && markup`<p>${mostSaid(site, matrix)}</p>`}
            ${tools(site, given, 'matrix')}`
    }`;
  return { title: say('matrix'), description: say('matrixLead'), main, isAnswer: filterOf(state) !== undefined };
}

/** What is shown where that is not all. */
const mostSaid = ({ say }: Site, { themes, countries }: Matrix) =>
  say('matrixMost').replace('%', String(themes.length)).replace('%', String(countries.length));

function heat(site: Site, state: State, { themes, countries, cells }: Matrix, shades: Shades): Html {
  const { link } = site;
  return markup`<table class="heat" id="matrix">
    <caption class="unseen">${site.say('matrix')}</caption>
    <thead>
      <tr>
        <td></td>
        ${countries.map(({ value, label }) => markup`<th scope="col"><a href="${link(value)}">${label}</a></th> `)}
      </tr>
    </thead>
    <tbody>
      ${themes.map(
        (theme, down) =>
          markup`<tr>
            <th scope="row"><a href="${link(theme.value)}"><bdi>${theme.label}</bdi></a></th>
            ${countries.map((country, across) => {
              const count = cells[down]![across];
              if (count === undefined) return markup`<td>…</td> `;
              if (count === 0) return markup`<td class="heat-0"><span>0</span></td> `;
              const told = count.toLocaleString(site.told);
              const chosen = { ...state.chosen, theme: [theme.value], country: [country.value] };
              const address = stateLink(site, 'search', { ...state, chosen });
              return markup`<td class="heat-${shades.of(count)}">
                <a rel="nofollow" href="${address}" aria-label="${`${theme.label}, ${country.label}: ${told}`}">${told}</a>
              </td> `;
            })}
          </tr> `,
      )}
    </tbody>
  </table>`;
}
