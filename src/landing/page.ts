import { webAddress } from '../formats/web-address.ts';
import { labelOf } from '../api/label.ts';
import { facts } from './facts.ts';
import { feedFilter, head } from './head.ts';
import { markup, textOfHtml, type Html } from './html.ts';
import { languageOf } from './label.ts';
import { linkMaker, type Landing, type Shown } from './landing.ts';
import { citing, formatLink, parties, related, versions } from './sections.ts';
import { pageLanguages, wordsIn } from './words.ts';
import { tellLanguage } from './as-told.ts';

/** The page of an entity: whole without a script, and nothing in it comes from elsewhere. */
export function landingPage(landing: Landing): string {
  const { described, told, language } = landing;
  const { record } = described;
  const shown: Shown = { ...landing, say: wordsIn(told), link: linkMaker(landing) };
  const { say } = shown;
  // A work is headed by what stands on it, all else by its name in the language of the reader.
  const title = record.kind === 'publication' ? record.title : labelOf(record, language);
  const spoken = languageOf(record, title, language) ?? '';
  const page = markup`<!doctype html>
    <html lang="${told}">
      ${head(shown, title)}
      <body>
        <header>
          <a href="${shown.link('')}">Common Thread</a>
          ${languageNavigation(shown)}
        </header>
        <main>
          <p class="kind">${say(record.kind)}</p>
          <h1 lang="${spoken}"><bdi>${title}</bdi></h1>
          ${titleForReader(shown, title)}
          ${record.kind === 'publication' && record.contentNote && markup`<p class="note" role="note"><strong>${say('contentNote')}:</strong> ${record.contentNote}</p>`}
          ${record.kind === 'publication' && record.summary && markup`<p class="lead">${record.summary}</p>`}
          ${wayThere(shown)}
          <h2>${say('about')}</h2>
          ${facts(shown)} ${parties(shown)} ${versions(shown)} ${related(shown)} ${citing(shown)}
        </main>
        ${footer(shown)}
      </body>
    </html> `;
  return textOfHtml(page);
}

function languageNavigation({ described, told, say, link }: Shown): Html {
  const items = pageLanguages.map((language) => {
    const address = link(described.record.id, { language });
    const name = tellLanguage(language, language);
    const current = language === told && markup` aria-current="true"`;
    return markup`<li><a href="${address}" lang="${language}" hreflang="${language}"${current}>${name}</a></li>`;
  });
  return markup`<nav aria-label="${say('languages')}">
    <ul>
      ${items}
    </ul>
  </nav>`;
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
  return markup`<footer>
    <h2>${say('data')}</h2>
    <ul class="chips">
      ${formats.map(formatLink)}
      <li><a href="${link('feed.atom', feedFilter(described))}">${say('news')}</a></li>
    </ul>
    <p>
      ${say('source')}: ${where}
      (${say(source.verified ? 'verified' : 'notVerified')}${source.licence && `, ${source.licence}`})
    </p>
  </footer>`;
}
