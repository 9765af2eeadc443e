import { markup, type Html } from '../landing/html.ts';
import type { Site } from './page.ts';

/** The way to the table of this very page as a file. */
export function tableLink({ link, path }: Site, given: URLSearchParams): string {
  const parameters = new URLSearchParams(given);
  parameters.set('format', 'csv');
  return `${link(path).split('?')[0]!}?${parameters}`;
}

/** What can be taken away from a view: its table, and with script its picture. */
export function tools(site: Site, given: URLSearchParams, picture?: string): Html {
  const { say } = site;
  const button = (form: string) =>
    markup`<button type="button" data-saves="${picture}" data-form="${form.toLowerCase()}" hidden>${say('save')}: ${form}</button> `;
  return markup`<p class="tools">
    <a class="go" href="${tableLink(site, given)}" download rel="nofollow">${say('save')}: CSV</a>
    ${picture !== undefined && ['SVG', 'PNG'].map(button)}
  </p>`;
}
