import { webAddress } from '../formats/web-address.ts';
import { labelOf } from '../api/label.ts';
import { facts } from './facts.ts';
import { feedFilter, head } from './head.ts';
import { body } from './frame.ts';
import { markup, textOfHtml, type Html } from './html.ts';
import { languageOf } from './label.ts';
import { linkMaker, type Landing, type Shown } from './landing.ts';
import { citing, formatLink, parties, related, versions } from './sections.ts';
import { wordsIn } from './words.ts';

/** The page of an entity: whole without a script, and nothing in it comes from elsewhere. */
export function landingPage(landing: Landing): string {
  const { described, told, language } = landing;
  const { record } = described;
  const link = linkMaker({ ...landing, base: described.base });
  const inLanguage = (language: string) => link(record.id, { language });
  const shown: Shown = { ...landing, say: wordsIn(told), link, inLanguage };
  // A work is headed by what stands on it, all else by its name in the language of the reader.
  const title = record.kind === 'publication' ? record.title : labelOf(record, language);
  const page = markup`<!doctype html>
    <html lang="${told}">
      ${head(shown, title)}
      ${body(shown, content(shown, title), footer(shown))}
    </html> `;
  return textOfHtml(page);
}

function content(shown: Shown, title: string): Html {
  const { described, say, language, link } = shown;
  const { record } = described;
  const spoken = languageOf(record, title, language) ?? '';
  const note = record.kind === 'publication' && record.contentNote;
  const summary = record.kind === 'publication' && record.summary;
  return markup`<p class="kind">${say(record.kind)}</p>
    <h1 lang="${spoken}"><bdi>${title}</bdi></h1>
    ${titleForReader(shown, title)}
    ${note && markup`<p class="note" role="note"><strong>${say('contentNote')}:</strong> ${note}</p>`}
    ${summary && markup`<p class="lead">${summary}</p>`} ${wayThere(shown)}
    <ul class="chips">
      <li><a href="${link('graph', { id: record.id })}">${say('graph')}</a></li>
      <li><a href="${link('path', { from: record.id })}">${say('path')}</a></li>
    </ul>
    <h2>${say('about')}</h2>
    ${facts(shown)} ${parties(shown)} ${versions(shown)} ${related(shown)} ${citing(shown)}`;
}

/** The title of a work in the language of the reader, where it has one that is not its own. */
function titleForReader({ described: { record }, language }: Shown, title: string): Html | false {
  const text = labelOf(record, language);
  return (
    text !== title && markup`<p class="also" lang="${languageOf(record, text, language) ?? ''}"><bdi>${text}</bdi></p>`
  );
}

function wayThere({ described: { record }, say }: Shown): Html | false {
  const [word, address] =
    record.kind === 'publication'
      ? (['read', record.url] as const)
      : (['visit', record.kind === 'organisation' ? record.website : undefined] as const);
  const followed = webAddress(address);
  return (
    followed !== undefined &&
    markup`<p><a class="go" href="${followed}">${say(word)}</a> <small>${new URL(followed).hostname}</small></p>`
  );
}

function footer(shown: Shown): Html {
  const { described, formats, say, link } = shown;
  const { source } = described.record;
  const address = webAddress(source.url);
  const where = address ? markup`<a href="${address}">${address}</a>` : (source.file ?? '');
  return markup`<h2>${say('data')}</h2>
    <ul class="chips">
      ${formats.map(formatLink)}
      <li><a href="${link('feed.atom', feedFilter(described))}">${say('news')}</a></li>
    </ul>
    <p>
      ${say('source')}: ${where}
      (${say(source.verified ? 'verified' : 'notVerified')}${source.licence && `, ${source.licence}`})
    </p>`;
}
