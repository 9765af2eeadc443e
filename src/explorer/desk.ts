import { markup } from '../landing/html.ts';
import { deskWords } from '../shown/desk-words.ts';
import { deskStyle } from './desk-style.ts';
import type { ExplorerPage, Site } from './page.ts';

/** The page that the curators' desk works in: its script does all of it, and asks for a key first. English alone. */
export function deskPage({ asset, link }: Site): ExplorerPage {
  const script = asset('desk.js');
  const { title, description, lead, needsScript, notBuilt } = deskWords;
  const main = markup`<div lang="en">
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    ${script === undefined ? markup`<p class="problem">${notBuilt}</p>` : markup`<noscript><p class="problem">${needsScript}</p></noscript>`}
    <div id="desk" data-home="${link('')}"></div>
  </div>`;
  const head = script !== undefined && markup`<script type="module" src="${script}"></script>`;
  return { title, description, main, isAnswer: true, head, style: deskStyle };
}
