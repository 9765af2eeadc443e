import { markup, type Html } from '../landing/html.ts';
import { choices, type Offer } from './choices.ts';
import { legend } from './legend.ts';
import { stateLink } from './link.ts';
import type { ExplorerPage, Site } from './page.ts';
import { shadesFor, type Shades } from './shades.ts';
import { filterOf, type State } from './state.ts';
import { tools } from './tools.ts';
import { worldMap } from './world.ts';

export interface CoverageData {
  state: State;
  given: URLSearchParams;
  /** The most publications first. */
  covered: readonly { id: string; name: string; count: number }[];
  gaps: readonly { id: string; name: string }[];
  offer: Offer;
}

/** How dark the darkest country is. */
const darkest = 4;

/** The page with the map of countries, each as dark as there is much on it, and the same as a table, with the gaps. */
export function coveragePage(site: Site, data: CoverageData): ExplorerPage {
  const { say, link } = site;
  const { state, given, covered, gaps, offer } = data;
  const shades = shadesFor(
    covered.map(({ count }) => count),
    darkest,
  );
  const main = markup`<h1>${say('coverage')}</h1>
    <p class="lead">${say('coverageLead')}</p>
    ${choices(site, state, offer)}
    <figure>
      ${map(site, data, shades)}
      ${legend(site, shades, 'map', 'land')}
      <figcaption>${say('mapNote')}</figcaption>
    </figure>
    ${tools(site, given, 'map')}
    <h2 id="table">${say('table')}</h2>
    <div class="scroll tall" role="region" aria-labelledby="table" tabindex="0">
      <table class="list">
        <thead><tr><th scope="col">${say('country')}</th><th scope="col" class="number">${say('publications')}</th></tr></thead>
        <tbody>
          ${covered.map(({ id, name, count }) => row(site, state, { id, name, count }))}
        </tbody>
      </table>
    </div>
    <h2>${say('gaps').replace('%', String(gaps.length))}</h2>
    <ul class="chips">
      ${gaps.map(({ id, name }) => markup`<li><a href="${link(id)}">${name}</a></li> `)}
    </ul>`;
  return { title: say('coverage'), description: say('coverageLead'), main, isAnswer: filterOf(state) !== undefined };
}

const row = (site: Site, state: State, { id, name, count }: CoverageData['covered'][number]): Html =>
  markup`<tr>
    <th scope="row"><a href="${site.link(id)}">${name}</a></th>
    <td class="number">
      <a rel="nofollow" aria-label="${`${name}: ${count.toLocaleString(site.told)}`}" href="${stateLink(site, 'search', { ...state, chosen: { ...state.chosen, country: [id] } })}">${count.toLocaleString(site.told)}</a>
    </td>
  </tr> `;

function map({ say, told }: Site, { covered, gaps }: CoverageData, shades: Shades): Html {
  const { width, height, lands, places } = worldMap();
  const known = new Map(
    [...covered, ...gaps.map((gap) => ({ ...gap, count: 0 }))].map((country) => [country.id, country]),
  );
  const looks = (id: string | undefined) => {
    const country = id === undefined ? undefined : known.get(id);
    const name = country && markup`<title>${country.name}: ${country.count.toLocaleString(told)}</title>`;
    return { name, look: country && country.count > 0 ? `map map-${shades.of(country.count)}` : 'land' };
  };
  return markup`<svg id="map" role="img" aria-label="${`${say('coverage')}: ${say('coverageLead')}`}" viewBox="0 0 ${width} ${height}">
    ${lands.map(({ id, outline }) => {
      const { name, look } = looks(id);
      return markup`<path class="${look}" d="${outline}">${name}</path>`;
    })}
    ${[...places]
      .filter(([id]) => known.has(id))
      .map(([id, [x, y]]) => {
        const { name, look } = looks(id);
        return markup`<circle class="${look}" cx="${x}" cy="${y}" r="3">${name}</circle>`;
      })}
  </svg>`;
}
