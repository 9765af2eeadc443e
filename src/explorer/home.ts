import type { OverviewQuery } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import { card } from './card.ts';
import { kindLink } from './kinds.ts';
import type { ExplorerPage, Site } from './page.ts';
import { searchForm } from './search-form.ts';
import type { Word } from './words.ts';

const views: [path: Word & string, lead: Word][] = [
  ['timeline', 'timelineLead'],
  ['matrix', 'matrixLead'],
  ['coverage', 'coverageLead'],
  ['path', 'pathLead'],
];

/** The first page: what this is, a box to search in, and where one can begin. */
export function homePage(site: Site, { status, publications }: OverviewQuery): ExplorerPage {
  const { say, link } = site;
  const [themes, countries] = publications.facets;
  const main = markup`<div class="hero">
      <h1>Common Thread</h1>
      <p class="lead">${say('tagline')}</p>
      ${searchForm(site, { text: '', chosen: {} })}
    </div>
    <div class="columns">
      <div>
        <h2>${say('newestPublications')}</h2>
        <ol class="cards">
          ${publications.nodes.map((node) => card(site, { node }))}
        </ol>
        <p><a class="go" href="${link('search')}">${say('browse')}</a></p>
      </div>
      <div>${begin(site, 'startThemes', themes)} ${begin(site, 'startCountries', countries)}</div>
    </div>
    <h2>${say('views')}</h2>
    <ul class="tiles">
      ${views.map(([path, lead]) => markup`<li><h3><a href="${link(path)}">${say(path)}</a></h3><p>${say(lead)}</p></li> `)}
    </ul>
    <h2>${say('inCatalogue')}</h2>
    <ul class="numbers">
      ${status.entities.map(({ kind, count }) => markup`<li><strong>${count.toLocaleString(site.told)}</strong> ${kindLink(site, kind)}</li> `)}
    </ul>
    <h2>${say('build')}</h2>
    <ul>
      <li><a href="${link('console')}">${say('console')}</a></li>
      <li><a href="${link('widget')}">${say('widget')}</a></li>
      <li><a href="${link('schema.graphql')}">${say('schema')}</a> (GraphQL)</li>
      <li><a href="${link('feed.atom')}">${say('news')}</a></li>
    </ul>`;
  return { title: 'Common Thread', description: say('tagline'), main };
}

function begin(
  { say, link, told }: Site,
  heading: Word,
  facet: OverviewQuery['publications']['facets'][number] | undefined,
) {
  return (
    facet !== undefined &&
    facet.values.length > 0 &&
    markup`<h2>${say(heading)}</h2>
      <ul class="chips">
        ${facet.values.map(({ value, label, count }): Html => markup`<li><a href="${link(value)}"><bdi>${label}</bdi></a> <small>${count.toLocaleString(told)}</small></li> `)}
      </ul>`
  );
}
