import type { PathsToldQuery } from '../client/operations.generated.ts';
import { markup, type Html } from '../landing/html.ts';
import { statement } from '../landing/statement.ts';
import { unclear, type End } from './end.ts';
import type { ExplorerPage, Site } from './page.ts';
import { tools } from './tools.ts';
import { wayPicture } from './way-picture.ts';
import type { Word } from './words.ts';

export interface PathData {
  given: URLSearchParams;
  ends: Record<'from' | 'to', End>;
  /** Undefined where an end is not known yet. */
  paths: PathsToldQuery['path'] | undefined;
}

/** The page that shows how two entities hang together: a picture of all shortest ways, and each step with its statement. */
export function pathPage(site: Site, { given, ends, paths }: PathData): ExplorerPage {
  const { say } = site;
  const isOne = ends.from.id !== undefined && ends.from.id === ends.to.id;
  const main = markup`<h1>${say('path')}</h1>
    <p class="lead">${say('pathLead')}</p>
    ${form(site, ends)} ${unclear(site, given, 'from', ends.from)} ${unclear(site, given, 'to', ends.to)}
    ${isOne && markup`<p>${say('samePlace')}</p>`}
    ${paths && !isOne && (paths.length > 0 ? told(site, given, ends, paths) : markup`<p role="status">${say('noPath')}</p>`)}`;
  return { title: say('path'), description: say('pathLead'), main, isAnswer: given.has('from') || given.has('to') };
}

function form(site: Site, ends: PathData['ends']): Html {
  const { say, link, path } = site;
  const [address, query] = link(path).split('?');
  const language = new URLSearchParams(query).get('language');
  const box = (name: 'from' | 'to') => {
    const { written } = ends[name];
    return markup`<div class="wide box-of">
      <label for="${name}">${say(name)}</label>
      <div><input id="${name}" name="${name}" type="search" required value="${written}" maxlength="200" autocomplete="off" data-takes="id" aria-describedby="path-hint" /></div>
    </div> `;
  };
  return markup`<form class="fields" action="${address}" data-suggests="${say('suggestions')}" data-home="${link('')}">
    ${box('from')} ${box('to')} ${language && markup`<input type="hidden" name="language" value="${language}" />`}
    <p><button>${say('show')}</button></p>
    <small id="path-hint">${say('pathHint')}</small>
  </form>`;
}

function told(site: Site, given: URLSearchParams, { from, to }: PathData['ends'], paths: PathsToldQuery['path']): Html {
  const { say, link } = site;
  const ends = [from, to].map(({ id, label }) => markup`<a href="${link(id!)}"><bdi>${label}</bdi></a>`);
  return markup`<h2>${ends[0]} <span aria-hidden="true">→</span> ${ends[1]}</h2>
    <p role="status">${say('steps').replace('%', String(paths[0]!.length))}</p>
    <figure class="scroll" tabindex="0" aria-label="${say('picture')}">${wayPicture(paths, say('path'))}</figure>
    ${tools(site, given, 'ways')}
    <h2>${say('evidence')}</h2>
    ${paths.map(
      ({ nodes, hops }, place) =>
        markup`<h3>${say('way').replace('%', String(place + 1))}</h3>
          <ol class="way">
            ${nodes.map(
              ({ id, kind, label }, step) =>
                markup`<li>
                  <a href="${link(id)}"><bdi>${label}</bdi></a> <small>${say(kind.toLowerCase() as Word)}</small>
                  ${hops[step]?.statement && markup`<ul class="evidence">${statement(site, hops[step].statement)}</ul>`}
                </li> `,
            )}
          </ol> `,
    )}`;
}
