import { markup, type Html } from '../landing/html.ts';
import type { Site } from './page.ts';
import { parametersOf, type State } from './state.ts';

/** Parameters of a state that are not written by hand stay in a form as hidden fields, and so does the language. */
export function kept(site: Site, state: State, but: readonly string[]): Html[] {
  const parameters = [...parametersOf(state), ...new URLSearchParams(site.link('').split('?')[1])];
  return parameters
    .filter(([name]) => !but.includes(name) && name !== 'after')
    .map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" /> `);
}

/** The box to search in: a form that works as it is; a script adds suggestions to it. */
export function searchForm(site: Site, state: State): Html {
  const { say, link } = site;
  return markup`<form class="search" role="search" action="${link('search').split('?')[0]!}" data-suggests data-home="${link('')}">
    <label for="q">${say('searchFor')}</label>
    <div class="box">
      <input
        id="q"
        name="q"
        type="search"
        value="${state.text}"
        maxlength="200"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="q-hint"
      />
      <button>${say('search')}</button>
      <ul id="suggestions" role="listbox" aria-label="${say('suggestions')}" hidden></ul>
    </div>
    <small id="q-hint">${say('searchHint')}</small>
    ${kept(site, state, ['q', 'kind', 'sort'])}
  </form>`;
}
