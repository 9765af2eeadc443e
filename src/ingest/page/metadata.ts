import type { Found } from '../found.ts';
import { datedParts } from './dated-parts.ts';
import { languageTag } from './language-tag.ts';
import { linkTags, translationLinks } from './link-tags.ts';
import { linkedData } from './linked-data.ts';
import { metaTags } from './meta-tags.ts';
import { isFrontPage, wholeAddress } from './page-address.ts';
import type { PageDocument } from './page-document.ts';
import { elementsOf, named, type PlacedElement } from './page-elements.ts';
import { isName, weighed } from './party-names.ts';
import type { Statement } from './statement.ts';
import { textOfMarkup } from './page-text.ts';
import { isDoi, isIsbn, tidyDoi, tidyIsbn } from '../records/identifiers.ts';

/** What the markup of a page says of itself, each list with the best word first. Empty lists for plain text. */
export interface Metadata {
  titles: Found[];
  /** As they are written; not yet read. */
  dates: Found[];
  /** BCP 47, without region. */
  languages: Found[];
  /** As they are written: `NewsArticle` of schema.org, `article` of Open Graph, anything in Dublin Core. */
  types: Found[];
  publishers: Found[];
  authors: Found[];
  /** Bare, and of the form that a DOI has. */
  dois: Found[];
  /** Bare, with check digits that fit. */
  isbns: Found[];
  /** Whole addresses of the page itself, the canonical one first, and of files it offers as the work itself. */
  urls: Found[];
  /** The same page in other languages. */
  translations: Found<{ language: string; url: string }>[];
  /** Names of the site. */
  sites: Found[];
}

/** What a page without markup says of itself: nothing. */
export const noMetadata = (): Metadata => ({
  titles: [], dates: [], languages: [], types: [], publishers: [], authors: [], dois: [], isbns: [], urls: [],
  translations: [], sites: [],
}); // prettier-ignore

/**
 * What the markup of a page at `url` says of the page: JSON-LD, `citation_*`, Dublin Core, Open Graph, plain meta tags,
 * links and what its structure marks as a date, the surest first and in this order where they are as sure. What has not the form of its field is left out.
 */
export function readMetadata(page: PageDocument, url?: string): Metadata {
  const all = elementsOf(page);
  const links = linkTags(all, url);
  const addresses = [url ?? [], links.map(({ value }) => value)].flat();
  const statements = [
    ...linkedData(all, addresses),
    ...metaTags(all),
    ...links,
    ...rootLanguage(all),
    ...datedParts(all),
  ];
  const metadata = noMetadata();
  const sites = statements.filter(({ field }) => field === 'sites').map(({ value }) => value);
  const ranked = weighed(statements, sites).sort((one, other) => other.confidence - one.confidence);
  for (const { field, value: written, from, confidence, text = written } of ranked) {
    const value = text.length > longestValue ? undefined : tidied[field](written, url);
    if (value === undefined || metadata[field].some((found) => found.value === value)) continue;
    if (field === 'urls' && url && isFrontPage(value) && !isFrontPage(url)) continue; // templates that say so everywhere
    metadata[field].push({ value, confidence, place: { from, text } });
  }
  const own = [url, ...metadata.urls.map(({ value }) => value)];
  return { ...metadata, translations: translationLinks(all, own) };
}

const longestValue = 1_000; // UTF-16 code units

/** A value as its field has it; undefined where it is not one. */
const tidied: Record<Statement['field'], (value: string, url?: string) => string | undefined> = {
  titles: plainText,
  dates: (value) => (/\d/.test(value) ? plainText(value) : undefined),
  languages: (value) => languageTag(value),
  types: plainText,
  publishers: nameOf,
  authors: nameOf,
  dois: (value) => fit(tidyDoi(value), isDoi),
  isbns: (value) => fit(tidyIsbn(value.replace(/^(urn:)?isbn(-1[03])?:?\s*/i, '')), isIsbn),
  urls: (value, url) => wholeAddress(value, url),
  sites: plainText,
};

function plainText(value: string): string | undefined {
  return (/[&<]/.test(value) ? textOfMarkup(value) : value).replace(/\s+/g, ' ').trim() || undefined;
}

function nameOf(value: string): string | undefined {
  return fit(plainText(value) ?? '', isName);
}

const fit = (value: string, fits: (value: string) => boolean) => (fits(value) ? value : undefined);

function rootLanguage(all: readonly PlacedElement[]): Statement[] {
  const [root] = named(all, 'html');
  const value = root?.getAttribute('lang') || root?.getAttribute('xml:lang');
  return value ? [{ field: 'languages', value, from: 'html', confidence: 0.7 }] : [];
}
