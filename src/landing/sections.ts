import type { RelatedAnswerItem } from '../api/related-answer.ts';
import { webAddress } from '../formats/web-address.ts';
import type { Publication } from '../model.ts';
import { tellDate, tellLanguage } from './as-told.ts';
import { markup, type Html } from './html.ts';
import { named } from './label.ts';
import type { Shown } from './landing.ts';
import { statement, type ToldStatement } from './statement.ts';

/** The same work in its languages side by side, and its other editions. */
export function versions(shown: Shown): (Html | false)[] {
  const { described, translations, editions, say } = shown;
  const own = described.record as Publication;
  const compared = translations.length > 0 ? [own, ...translations] : [];
  return [versionTable(shown, say('translations'), compared), versionTable(shown, say('editions'), editions)];
}

function versionTable({ say, told, link, described }: Shown, heading: string, versions: readonly Publication[]) {
  const row = ({ id, title, language, date, url }: Publication) => {
    const name = markup`<bdi>${title}</bdi>`;
    const isThis = id === described.record.id;
    const address = webAddress(url);
    return markup`<tr>
      <th scope="row" lang="${language ?? ''}">${isThis ? name : markup`<a href="${link(id)}" lang="${language ?? ''}">${name}</a>`}</th>
      <td>${language && tellLanguage(language, told)}</td>
      <td>${tellDate(date, told)}</td>
      <td>${address && markup`<a href="${address}" rel="noreferrer">${new URL(address).hostname}</a>`}</td>
    </tr> `;
  };
  return (
    versions.length > 0 &&
    markup`<h2>${heading}</h2>
      <div class="scroll"><table class="versions">
        <thead>
          <tr>
            <th scope="col">${say('publication')}</th>
            <th scope="col">${say('language')}</th>
            <th scope="col">${say('date')}</th>
            <th scope="col">${say('elsewhere')}</th>
          </tr>
        </thead>
        <tbody>
          ${versions.map(row)}
        </tbody>
      </table></div>`
  );
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
      <blockquote id="citation">${citation}</blockquote>
      <div class="actions">
        <button type="button" data-copies="citation" data-done="${say('copied')}" hidden>${say('copy')}</button>
        <ul class="chips">
          ${taken.map(formatLink)}
        </ul>
      </div>`
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
            ${related.items.map((item, place) => relatedItem(shown, item, shown.statements[place] ?? []))}
          </ol>`
        : markup`<p>${say('nothing')}</p>`
    }`;
}

function relatedItem(shown: Shown, item: RelatedAnswerItem, statements: readonly (readonly ToldStatement[])[]): Html {
  const { link, told, say } = shown;
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
      <ul class="reasons">
        ${reasons.map(({ text, share }, place) => markup`<li>${text} <small>${Math.round(share * 100)} %</small>${evidence(shown, statements[place] ?? [])}</li> `)}
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

/** What a reason stands on, folded up: the statements behind a link; shared words stand on the texts alone. */
function evidence(shown: Shown, statements: readonly ToldStatement[]): Html | false {
  return (
    statements.length > 0 &&
    markup`<details>
      <summary>${shown.say('evidence')}</summary>
      <ul class="evidence">
        ${statements.map((told) => statement(shown, told))}
      </ul>
    </details>`
  );
}
