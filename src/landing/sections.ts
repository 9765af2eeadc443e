import type { RelatedAnswerItem } from '../api/related-answer.ts';
import { webAddress } from '../formats/web-address.ts';
import type { Publication } from '../model.ts';
import { tellDate, tellLanguage } from './as-told.ts';
import { markup, type Html } from './html.ts';
import { named } from './label.ts';
import type { Shown } from './landing.ts';

/** The same work in other languages, and its other editions. */
export function versions(shown: Shown): Html[] {
  const { translations, editions, say, told } = shown;
  const list = (word: 'translations' | 'editions', records: readonly Publication[]) =>
    records.length > 0 &&
    markup`<h2>${say(word)}</h2>
      <ul class="plain">
        ${records.map(
          ({ id, title, language, date }) =>
            markup`<li>
              <a href="${shown.link(id)}" lang="${language ?? ''}">${title}</a>
              <small
                >${[language && tellLanguage(language, told), tellDate(date, told)].filter(Boolean).join(' · ')}</small
              >
            </li>`,
        )}
      </ul>`;
  return [list('translations', translations), list('editions', editions)].filter((section) => section !== false);
}

/** Which countries stand how towards an instrument: folded up, as there may be all of them. */
export function parties(shown: Shown): Html | false {
  const { described, say, language, told } = shown;
  const rows = described.links.flatMap(({ relation, to, status, date }) => {
    const country = described.named.get(to);
    return relation === 'HAS_PARTY' && country
      ? markup`<li>
          <a href="${shown.link(to)}">${named(country, language)}</a>
          <small>${[status, tellDate(date, told)].filter(Boolean).join(', ')}</small>
        </li>`
      : [];
  });
  return (
    rows.length > 0 &&
    markup`<h2>${say('parties')}</h2>
      <details>
        <summary>${say('showAll').replace('%', String(rows.length))}</summary>
        <ul class="plain">
          ${rows}
        </ul>
      </details>`
  );
}

/** How it is cited, and what a reference manager takes. */
export function citing(shown: Shown): Html | false {
  const { citation, formats, say } = shown;
  const taken = formats.filter(({ name }) => ['bibtex', 'ris', 'csl'].includes(name));
  return (
    citation !== null &&
    markup`<h2 id="cite">${say('cite')}</h2>
      <blockquote>${citation}</blockquote>
      <ul class="chips">
        ${taken.map(formatLink)}
      </ul>`
  );
}

/** A link to another format of the page's entity: whatever language the page is in, that says the same. */
export const formatLink = ({ name, title, mediaType }: Shown['formats'][number]): Html =>
  markup`<li><a href="${`?format=${name}`}" type="${mediaType}" rel="alternate">${title}</a></li>`;

/** What to read next, each with its reasons. */
export function related(shown: Shown): Html {
  const { say, related, described } = shown;
  const heading = described.record.kind === 'publication' ? 'related' : 'toRead';
  return markup`<h2 id="related">${say(heading)}</h2>
    ${
      related.items.length > 0
        ? markup`<ol class="related">
            ${related.items.map((item) => relatedItem(shown, item))}
          </ol>`
        : markup`<p>${say('nothing')}</p>`
    }`;
}

function relatedItem({ link, told, say }: Shown, item: RelatedAnswerItem): Html {
  const { id, title, language, date, publishers, why, reasons, alsoIn, url } = item;
  const by = [
    publishers.map(({ name }) => name).join(', '),
    tellDate(date ?? undefined, told),
    language && tellLanguage(language, told),
  ];
  const address = webAddress(url ?? undefined);
  return markup`<li>
    <h3>
      <a href="${link(id)}" lang="${language ?? ''}"><bdi>${title}</bdi></a>
    </h3>
    <p class="by">
      ${by.filter(Boolean).join(' · ')}${address && markup` · <a href="${address}">${new URL(address).hostname}</a>`}
    </p>
    <details>
      <summary class="why">${why}</summary>
      <ul>
        ${reasons.map(({ text, share }) => markup`<li>${text} <small>${Math.round(share * 100)} %</small></li>`)}
      </ul>
    </details>
    ${
      alsoIn.length > 0 &&
      markup`<p class="by">
        ${say('translations')}:
        ${alsoIn.map(
          (version, place) =>
            markup`${place > 0 && ', '}<a href="${link(version.id)}" lang="${version.language ?? ''}"
                >${version.title}</a
              >`,
        )}
      </p>`
    }
  </li> `;
}
