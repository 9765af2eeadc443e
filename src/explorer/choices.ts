import type { Dimension, FacetShownFragment } from '../client/operations.generated.ts';
import { tellLanguage } from '../landing/as-told.ts';
import { markup, type Html } from '../landing/html.ts';
import { chosen } from './facets.ts';
import type { Site } from './page.ts';
import { kept } from './search-form.ts';
import { facetChoosers, type Chooser, type State } from './state.ts';
import type { Word } from './words.ts';

/** The dimensions that the publications of a view are chosen by. */
export const chosenBy = ['THEME', 'COUNTRY', 'TYPE', 'LANGUAGE'] as const satisfies Dimension[];

const labels: Record<(typeof chosenBy)[number], Word> = {
  THEME: 'themes',
  COUNTRY: 'countries',
  TYPE: 'type',
  LANGUAGE: 'language',
};

/** What there is to choose from, and the names of what has been chosen, by id. */
export interface Offer {
  facets: readonly FacetShownFragment[];
  names: ReadonlyMap<string, string>;
}

/**
 * The form that says which publications a view shows: one value of each dimension, and years. Works without script. What
 * else the address chooses stays chosen; all of it can be taken back below.
 */
export function choices(site: Site, state: State, { facets, names }: Offer): Html {
  const { say, link, path } = site;
  const inForm = [...chosenBy.map((dimension) => facetChoosers[dimension]), 'since', 'until'];
  return markup`<form class="fields" action="${link(path).split('?')[0]!}">
      ${chosenBy.map((dimension) => {
        const values = facets.find((facet) => facet.dimension === dimension)?.values ?? [];
        const rare = (state.chosen[facetChoosers[dimension]] ?? [])
          .filter((value) => !values.some((other) => other.value === value))
          .map((value) => ({ value, label: names.get(value) ?? value }));
        return values.length + rare.length > 0 && select(site, state, dimension, [...values, ...rare]);
      })}
      ${(['since', 'until'] as const).map(
        (name) =>
          markup`<p>
            <label for="${name}">${say(name)}</label>
            <input id="${name}" name="${name}" type="number" min="1800" max="2999" value="${state[name]}" />
          </p> `,
      )}
      ${kept(site, { ...state, text: '', kind: undefined, sort: undefined }, inForm)}
      <p><button>${say('show')}</button></p>
    </form>
    ${chosen(site, state, names)}`;
}

function select(
  { say, told }: Site,
  state: State,
  dimension: (typeof chosenBy)[number],
  values: readonly { value: string; label: string }[],
): Html {
  const name: Chooser = facetChoosers[dimension];
  const options = values
    .map(({ value, label }) => ({ value, label: dimension === 'LANGUAGE' ? tellLanguage(value, told) : label }))
    .sort((a, b) => a.label.localeCompare(b.label, told));
  return markup`<p>
    <label for="${name}">${say(labels[dimension])}</label>
    <select id="${name}" name="${name}">
      <option value="">${say('any')}</option>
      ${options.map(({ value, label }) => {
        const selected = state.chosen[name]?.includes(value) && markup` selected`;
        return markup`<option value="${value}"${selected}>${label}</option> `;
      })}
    </select>
  </p> `;
}
