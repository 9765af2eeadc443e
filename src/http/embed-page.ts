import type { RelatedAnswer } from '../api/related-answer.ts';
import { markup, textOfHtml, type Html } from '../landing/html.ts';
import { shownItem, type ShownItem, type ShownWork } from '../shown/item.ts';
import { directionOf, tame } from '../shown/text.ts';
import { wordsIn, wordsLanguage, type Words } from '../shown/words.ts';
import { Problem } from './responses.ts';

/** How the list looks in a frame. */
export interface EmbedLooks {
  layout: string;
  reasons: boolean;
  /** Its heading; none when empty, the usual one when it is not given. */
  heading: string | null;
  scheme: string;
}

/** What is asked for beside the list; throws a `Problem` for a value that is none. */
export function readEmbedLooks(given: URLSearchParams): EmbedLooks {
  const choose = (name: string, values: string[]) => {
    const value = given.get(name) ?? values[0]!;
    if (!values.includes(value))
      throw new Problem(400, `${name}=${value.slice(0, 60)} is none of ${values.join(', ')}.`);
    return value;
  };
  const layout = choose('layout', ['list', 'cards', 'compact']);
  const reasons = choose('reasons', layout === 'compact' ? ['off', 'on'] : ['on', 'off']) === 'on';
  return { layout, reasons, heading: given.get('heading'), scheme: choose('scheme', ['auto', 'light', 'dark']) };
}

interface Embedding extends EmbedLooks {
  language?: string;
  publicUrl: string;
  style: string;
}

/** The page for a frame; empty where there is no answer, or nothing good in it. */
export function embedPage(answer: RelatedAnswer | null, looks: Embedding): string {
  const language = wordsLanguage(looks.language);
  const words = wordsIn(language);
  const heading = tame(looks.heading ?? words.heading);
  const items = (answer?.items ?? []).map((item) => shownItem(item, language, looks.publicUrl));
  const list = markup`<section class="${looks.layout}${looks.reasons ? '' : ' bare'}" aria-label="${heading || words.heading}">
${heading && markup`<h1 part="heading">${heading}</h1>`}
<ul part="list" role="list">${items.map((item) => embedItem(item, words, looks.reasons))}</ul>
</section>`;
  return textOfHtml(markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" class="${looks.scheme}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading || words.heading}</title>
<link rel="stylesheet" href="${looks.style}">
<main>${items.length > 0 && list}</main>
</html>
`);
}

function embedItem(item: ShownItem, { alsoIn }: Words, reasons: boolean): Html {
  const { publishers, date, year, languageName, why } = item;
  const versions = item.alsoIn.map((version) => {
    const name = `${version.code} – ${alsoIn} ${version.languageName || version.code}: ${version.title}`;
    return markup`<a part="version" href="${version.address}"${hreflang(version)} rel="noopener noreferrer" target="_top" title="${name}" aria-label="${name}">${version.code}</a>`;
  });
  return markup`
<li part="item">
<div part="title">${titleLink(item)}</div>
<div part="meta">${publishers && markup`<bdi part="publisher">${publishers}</bdi>`}${year && markup`<time part="date" datetime="${date}">${year}</time>`}${languageName && markup`<span part="language">${languageName}</span>`}${versions.length > 0 && markup`<span part="versions">+ ${versions}</span>`}</div>
${reasons && why && markup`<div part="reason"><bdi>${why}</bdi></div>`}
</li>`;
}

/** A frame is no place to read in: its links lead the whole window on. */
function titleLink(work: ShownWork): Html {
  const written = markup`${work.language && markup` lang="${work.language}"`} dir="${work.direction}"`;
  const text = work.title || work.address || '…';
  return work.address
    ? markup`<a part="link" href="${work.address}"${written}${hreflang(work)} rel="noopener noreferrer" target="_top">${text}</a>`
    : markup`<span part="link"${written}>${text}</span>`;
}

const hreflang = ({ language }: ShownWork) => language && markup` hreflang="${language}"`;
