import type { FacetShownFragment } from '../client/operations.generated.ts';
import { tellLanguage } from '../landing/as-told.ts';
import { markup, type Html } from '../landing/html.ts';
import { stateLink } from './link.ts';
import type { Site } from './page.ts';
import { choosers, facetChoosers, isChosen, toggled, type FacetDimension, type State } from './state.ts';
import type { Word } from './words.ts';

const headings: Record<FacetDimension, Word> = {
  COUNTRY: 'countries',
  THEME: 'themes',
  LANGUAGE: 'language',
  TYPE: 'type',
  YEAR: 'year',
  PUBLISHER: 'publishers',
};
/** So many facets are open from the start; the others are one step away. */
const open = 3;

/** What the results can be narrowed by: each value a link with how many there are. */
export function facets(site: Site, state: State, found: readonly FacetShownFragment[]): Html {
  const shown = found.filter(({ dimension, values }) => dimension in facetChoosers && values.length > 0);
  return markup`<section class="facets" aria-labelledby="narrow">
    <h2 id="narrow">${site.say('narrow')}</h2>
    ${shown.map(({ dimension, values }, place) => {
      const by = dimension as FacetDimension;
      const isOpen = place < open && markup` open`;
      return markup`<details${isOpen}>
        <summary><h3>${site.say(headings[by])}</h3></summary>
        <ul>
          ${values.map(({ value, label, count }) => {
            const current = isChosen(state, by, value) && markup` aria-current="true"`;
            const name = by === 'LANGUAGE' ? tellLanguage(value, site.told) : label;
            return markup`<li>
              <a rel="nofollow" href="${stateLink(site, 'search', toggled(state, by, value))}"${current}><bdi>${name}</bdi></a>
              <span class="count">${count.toLocaleString(site.told)}</span>
            </li> `;
          })}
        </ul>
      </details> `;
    })}
  </section>`;
}

/** What has been chosen on this page, each with a way to take it away. */
export function chosen(site: Site, state: State, names: ReadonlyMap<string, string>): Html | false {
  const { after: _, ...first } = state;
  const without: [name: string, State][] = choosers.flatMap((chooser) =>
    (state.chosen[chooser] ?? []).map((value): [string, State] => {
      const rest = state.chosen[chooser]!.filter((other) => other !== value);
      const name = chooser === 'in' ? tellLanguage(value, site.told) : (names.get(value) ?? value);
      return [name, { ...first, chosen: { ...state.chosen, [chooser]: rest } }];
    }),
  );
  const { since, until } = state;
  if (since !== undefined || until !== undefined) {
    const years = since === until ? String(since) : `${since ?? ''} – ${until ?? ''}`.trim();
    without.push([years, { ...first, since: undefined, until: undefined }]);
  }
  return (
    without.length > 0 &&
    markup`<p class="chosen">
      <span class="unseen">${site.say('chosen')}:</span>
      ${without.map(
        ([name, rest]) =>
          markup`<a href="${stateLink(site, site.path, rest)}" aria-label="${site.say('remove').replace('%', name)}"
            ><bdi>${name}</bdi> <span aria-hidden="true">×</span></a
          > `,
      )}
      <a class="all" href="${stateLink(site, site.path, { text: state.text, chosen: {} })}">${site.say('clear')}</a>
    </p>`
  );
}
