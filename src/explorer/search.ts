import type { FacetShownFragment, Kind } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import { card, type Found } from './card.ts';
import { chosen, facets } from './facets.ts';
import { many } from './kinds.ts';
import { stateLink } from './link.ts';
import type { ExplorerPage, Site } from './page.ts';
import { searchForm } from './search-form.ts';
import { browsedKind, filterOf, isOther, sortOf, sorts, type State } from './state.ts';

/** What was found for a state. */
export interface Results {
  totalCount: number;
  items: readonly Found[];
  facets: readonly FacetShownFragment[];
  /** How many of each kind, of what was found by a text or of all. */
  kinds: readonly { kind: Kind; count: number }[];
  /** Words that stand nowhere, and what was searched for instead. */
  takenAs: readonly { word: string; words: readonly string[] }[];
  /** Where the next page begins; undefined for the last one. */
  next: string | undefined;
  /** Names of what has been chosen, by id. */
  names: ReadonlyMap<string, string>;
  /** Themes to begin with, for who has found nothing. */
  themes: readonly { value: string; label: string }[];
}

/** The page of results: everything a reader has chosen stands in its address. */
export function searchPage(site: Site, state: State, results: Results): ExplorerPage {
  const { say } = site;
  const { totalCount, items, takenAs } = results;
  const isAnswer =
    state.text !== '' || filterOf(state) !== undefined || Boolean(state.after ?? state.kind ?? state.sort);
  const browsed = browsedKind(state);
  const title = state.text ? say('resultsFor').replace('%', () => state.text) : say(browsed ? many[browsed] : 'browse');
  const main = markup`<h1>${title}</h1>
    ${searchForm(site, state)} ${takenAs.map((word) => taken(site, word))}
    ${chosen(site, state, results.names)}
    <div class="columns">
      <div>
        <div class="bar">
          <h2 class="total">${say('results').replace('%', totalCount.toLocaleString(site.told))}</h2>
          ${kindLinks(site, state, results)} ${totalCount > 1 && !browsed && sortLinks(site, state)}
          ${results.facets.length > 0 && items.length > 0 && markup`<a class="below" href="#narrow">${say('narrow')}</a>`}
        </div>
        ${
          items.length > 0
            ? markup`<ol class="cards">
                ${items.map((item) => card(site, item))}
              </ol>`
            : nothing(site, state, results)
        }
        ${pages(site, state, results)}
      </div>
      ${items.length > 0 && results.facets.length > 0 && facets(site, state, results.facets)}
    </div>`;
  return { title, description: say('tagline'), main, isAnswer };
}

const taken = ({ say }: Site, { word, words }: Results['takenAs'][number]): Html =>
  markup`<p class="taken">${say(words.length > 0 ? 'takenAs' : 'takenAsNothing').replace('%', () => word)}${words.join(', ')}</p>`;

/** A text finds every kind of entity, without one each kind can be browsed; what is filtered is publications alone. */
function kindLinks(site: Site, state: State, { kinds }: Results): Html | false {
  if (filterOf(state) || (kinds.length < 2 && !state.kind)) return false;
  const { after: _, sort, kind: given, ...rest } = state;
  const now = given ?? (state.text ? undefined : 'PUBLICATION');
  const item = (kind: Kind | undefined, name: string, count?: number) => {
    const current = kind === now && markup` aria-current="true"`;
    const to = { ...rest, kind, sort: state.text ? sort : undefined };
    return markup`<li><a rel="nofollow" href="${stateLink(site, 'search', to)}"${current}>${name}</a> ${count?.toLocaleString(site.told)}</li> `;
  };
  return markup`<ul class="choices" aria-label="${site.say('kind')}">
    ${state.text !== '' && item(undefined, site.say('allKinds'))}
    ${kinds.map(({ kind, count }) => item(kind, site.say(many[kind]), count))}
  </ul>`;
}

function sortLinks(site: Site, state: State): Html {
  const { after: _, ...rest } = state;
  const now = sortOf(state);
  return markup`<ul class="choices" aria-label="${site.say('sort')}">
    ${sorts
      .filter((sort) => (sort === 'relevance' ? state.text : !state.text || !isOther(state.kind)))
      .map((sort) => {
        const current = sort === now && markup` aria-current="true"`;
        return markup`<li><a rel="nofollow" href="${stateLink(site, 'search', { ...rest, sort })}"${current}>${site.say(sort)}</a></li> `;
      })}
  </ul>`;
}

function nothing(site: Site, state: State, { themes }: Results): Html {
  const { say, link } = site;
  return markup`<div class="nothing">
    <p><strong>${say('nothingFound')}</strong></p>
    <ul>
      ${state.text.includes(' ') && markup`<li>${say('tryFewer')}</li>`}
      ${state.text && markup`<li>${say('tryStar')}</li>`} ${filterOf(state) && markup`<li>${say('tryFilters')}</li>`}
    </ul>
    <p>${say('tryThemes')}</p>
    <ul class="chips">
      ${themes.map(({ value, label }) => markup`<li><a href="${link(value)}"><bdi>${label}</bdi></a></li> `)}
    </ul>
  </div>`;
}

function pages(site: Site, state: State, { next }: Results): Html | false {
  const { after, ...first } = state;
  if (!after && !next) return false;
  return markup`<p class="pages">
    ${after && markup`<a class="go" rel="nofollow" href="${stateLink(site, 'search', first)}">${site.say('toFirst')}</a>`}
    ${next && markup`<a class="go" rel="nofollow next" href="${stateLink(site, 'search', { ...state, after: next })}">${site.say('more')}</a>`}
  </p>`;
}
