import { cslItemOf } from '../formats/csl-item.ts';
import { jsonLdOf } from '../formats/json-ld.ts';
import { addressOf, type Described } from '../formats/described.ts';
import type { DateParts } from '../formats/partial-date.ts';
import type { Kind } from '../model.ts';
import { invertedName } from '../formats/person-name.ts';
import { scriptOf } from './frame.ts';
import { markup, jsonInHtml, ours, type Html } from './html.ts';
import type { Shown } from './landing.ts';
import { style } from './style.ts';
import { pageLanguages } from './words.ts';

/** What programs read in the head of the page: where its other forms are, how it is cited, the same as JSON-LD. */
export function head(shown: Shown, title: string): Html {
  const { described, formats, link } = shown;
  const address = addressOf(described, described.record.id);
  const meta = described.record.kind === 'publication' ? citationMeta(described) : [];
  return markup`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Common Thread</title>
 <meta name="description" content="${descriptionOf(shown, title)}" />
    <link rel="icon" href="data:," />
    <link rel="canonical" href="${address}" />
    ${formats.map(({ name, mediaType }) => markup`<link rel="alternate" type="${mediaType}" href="${`${address}?format=${name}`}" /> `)}${pageLanguages.map(
      (language) =>
        markup`<link rel="alternate" hreflang="${language}" href="${`${address}?language=${language}`}" /> `,
    )}
    <link rel="alternate" type="application/atom+xml" href="${link('feed.atom', feedFilter(described))}" />
    ${meta.map(([name, content]) => markup`<meta name="${name}" content="${content}" /> `)}
    <script type="application/ld+json">${jsonInHtml(jsonLdOf(described))}</script>
    <style>${ours(style)}</style>
    ${scriptOf(shown)}
  </head>`;
}

/** What a search engine shows below the title: what the work says of itself, else what the page has. */
function descriptionOf({ described: { record }, say }: Shown, title: string): string {
  const summary = record.kind === 'publication' ? record.summary : undefined;
  return summary ? cut(summary) : `${title}: ${say('about')}. ${say('toRead')}.`;
}

/** At a word, so that no more is cut than search engines would. */
const cut = (text: string) => (text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')} …`);

/** What Google Scholar and reference managers read. */
function citationMeta(described: Described): [name: string, content: string][] {
  const item = cslItemOf(described);
  const values: [string, string | undefined][] = [
    ['citation_title', item.title],
    ...(item.author ?? []).map((author): [string, string] => ['citation_author', invertedName(author)]),
    ['citation_publication_date', item.issued && dateOf(item.issued['date-parts'][0])],
    ['citation_journal_title', item['container-title']],
    [item.type === 'report' ? 'citation_technical_report_institution' : 'citation_publisher', item.publisher],
    ['citation_doi', item.DOI],
    ['citation_isbn', item.ISBN],
    ['citation_language', item.language],
    [item.URL && /\.pdf($|\?)/i.test(item.URL) ? 'citation_pdf_url' : 'citation_public_url', item.URL],
  ];
  return values.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}

/** As Google Scholar wants it, with no more than is known: `2021/03`. */
const dateOf = (parts: DateParts) => parts.map((part) => String(part).padStart(2, '0')).join('/');

const parameters: Partial<Record<Kind, string>> = {
  country: 'country',
  theme: 'theme',
  instrument: 'instrument',
  organisation: 'publisher',
  project: 'project',
};

/** What of the feed is about the entity; of all of it, where it cannot be told apart. */
export function feedFilter({ record: { kind, id } }: Described): Record<string, string> {
  const parameter = parameters[kind];
  return parameter ? { [parameter]: id } : {};
}
