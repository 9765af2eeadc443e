import { markup, type Html } from '../landing/html.ts';
import { kindOf } from '../model.ts';
import type { ExplorerPage, Site } from './page.ts';
import { searchForm } from './search-form.ts';
import type { Word } from './words.ts';

const headings: Record<number, Word> = { 404: 'notHere', 410: 'gone', 429: 'notNow', 503: 'notNow' };

/** The page that says why there is nothing to show, and where to go on. */
export function problemPage(site: Site, { status, message }: { status: number; message: string }): ExplorerPage {
  const { say, link } = site;
  const heading = headings[status] ?? 'problem';
  const title = say(heading);
  const ways: Partial<Record<Word, Html>> = {
    notHere: searchForm(site, { text: wordsOf(site.path), chosen: {} }),
    gone: searchForm(site, { text: '', chosen: {} }),
    problem: searchForm(site, { text: '', chosen: {} }),
    notNow: markup`<p><a class="go" href="">${say('tryAgain')}</a></p>`,
  };
  const main = markup`<h1>${title}</h1>
    <p lang="en">${message}</p>
    ${ways[heading] ?? false}
    <p><a class="go" href="${link('search')}">${say('browse')}</a></p>`;
  return { title, description: say('tagline'), main, isAnswer: true };
}

/** What an id that leads nowhere may have been about: ids are made of words. */
const wordsOf = (path: string) =>
  kindOf(path) === null ? '' : path.slice(path.indexOf('/') + 1).replace(/[-_]+/g, ' ');
