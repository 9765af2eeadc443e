import { markup } from '../landing/html.ts';
import { unclear, type End } from './end.ts';
import type { ExplorerPage, Site } from './page.ts';

/** The page of the graph around nothing yet: it asks around what, and makes clear which one a name means. */
export function graphQuestionPage(site: Site, given: URLSearchParams, end: End): ExplorerPage {
  const { say, link, path } = site;
  const [address, query] = link(path).split('?');
  const language = new URLSearchParams(query).get('language');
  const main = markup`<h1>${say('graph')}</h1>
    <p class="lead">${say('graphLead')}</p>
    <form class="fields" action="${address}" data-suggests="${say('suggestions')}" data-home="${link('')}">
      <div class="wide">
        <label for="id">${say('searchFor')}</label>
        <div><input id="id" name="id" type="search" required value="${end.written}" maxlength="200" autocomplete="off" data-takes="id" aria-describedby="id-hint" /></div>
      </div>
      ${language && markup`<input type="hidden" name="language" value="${language}" />`}
      <p><button>${say('show')}</button></p>
      <small id="id-hint">${say('pathHint')}</small>
    </form>
    ${unclear(site, given, 'id', end)}`;
  return { title: say('graph'), description: say('graphLead'), main, isAnswer: true };
}
