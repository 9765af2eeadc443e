import type { Found, Place } from './found.ts';
import { linkText } from './names/link-text.ts';
import type { Link, Links, OpenLink, Span, Unlisted } from './names/links.ts';
import type { Names } from './names/names.ts';
import { readContent, type PageText } from './page/read-page.ts';
import { findAuthors, findPublishers } from './understand/parties.ts';
import { findDate } from './understand/date.ts';
import { findIdentifiers } from './understand/identifiers.ts';
import { contentNoteOf } from './understand/content-note.ts';
import { findContents, type Contained } from './understand/contents.ts';
import { findEditions } from './understand/editions.ts';
import { whyNoPublication } from './understand/no-publication.ts';
import { masked, privately } from './understand/private.ts';
import { withoutOrganisation } from './understand/title.ts';
import { findType } from './understand/type.ts';
import { withoutContacts } from './without-contacts.ts';

/** What was read off one page, for a curator to check: ids where it is linked, names where not. */
export interface Draft {
  /** The file or address that was read. */
  file: string;
  title: string;
  /** ISO, cut to what is known. */
  date?: string;
  /** BCP 47. */
  language?: string;
  type?: string;
  publishers: string[];
  authors: string[];
  organisations: string[];
  /** The countries it covers, not those it merely names. */
  countries: string[];
  instruments: (string | { id: string; provision: string })[];
  themes: string[];
  project?: string;
  /** Titles on the cards of other pages. */
  relatedTitles: string[];
  translations: { language: string; url: string }[];
  /** The titles of the works that this one is another edition, or a translation, of. */
  editionOf?: string;
  translationOf?: string;
  /** The publications that the page lists, where there are several. */
  contains?: Contained[];
  urls: string[];
  doi?: string;
  isbn?: string;
  /** A warning before graphic content. */
  contentNote?: string;
  /** How sure each field is, 0–1: of a list, its least sure value. */
  confidence: Record<string, number>;
  evidence: Evidence[];
  /** Names of several, for a curator to choose from. */
  open: Open[];
}

/** A name that may be one of several. */
export interface Open extends Omit<Span, 'in'> {
  field: OpenLink['field'];
  from: Span['in'];
  candidates: string[];
}

/** What one value of a draft stands on. */
export interface Evidence extends Place {
  field: string;
  value: string;
  confidence: number;
}

/** A page that no draft is made of, and why; where it has words on it, what it calls itself. */
export interface Skipped {
  file: string;
  title?: string;
  language?: string;
  skipped: { reason: string };
}

/** A word or two are no page. */
const enoughLetters = /(\p{L}\P{L}*){10}/u;

/** Makes a draft of the text or HTML of a page; `skipped` where there are no words in it, or no publication. Pure. */
export function createDraft(
  content: string,
  names: Names,
  { file, url }: { file: string; url?: string },
): Draft | Skipped {
  return draftOfPage(readContent(content, url), names, file);
}

/** Makes a draft of a page that was read already, from a file or an address; `skipped` as above. */
export function draftOfPage(page: PageText, names: Names, file: string): Draft | Skipped {
  const letters = `${page.title} ${page.text}`;
  if (!enoughLetters.test(letters))
    return {
      file,
      skipped: { reason: /\p{L}/u.test(letters) ? 'there is but a word in it' : 'there are no words in it' },
    };
  const reason = whyNoPublication(page);
  if (reason !== null)
    return { file, title: masked(page.title), ...(page.language && { language: page.language }), skipped: { reason } };
  const links = linkText(page, names);
  const title = withoutOrganisation(page.title, names);
  const date = findDate(page);
  const { doi, isbn } = findIdentifiers(page);
  const single = { date, type: findType(page), doi, isbn };
  const several = {
    publishers: findPublishers(page, names, date !== null),
    authors: findAuthors(page, names),
    organisations: [...links.organisations, ...links.unlisted.organisations].map(foundOf),
    countries: isOfTheField(links) ? links.countries.map(foundOf) : [],
    instruments: [...links.instruments, ...links.unlisted.instruments].map(foundOf),
    themes: links.themes.map(foundOf),
  };
  const headed: Found[] = (page.titleOrigin ? [page.titleOrigin] : []).map(({ from, confidence }) => ({
    value: title,
    confidence: masked(title) === title ? confidence : 0, // one with somebody's address in it is none
    place: { from, text: title },
  }));
  const found = Object.entries({
    title: headed,
    ...single,
    ...several,
    project: links.projects.slice(0, 1).map(foundOf),
  })
    .map(([field, values]): [string, Found[]] => [field, [values ?? []].flat().map(privately)])
    .filter(([, values]) => values.length > 0);
  const contains = findContents(page);
  const contentNote = contentNoteOf(page.text);
  return withoutContacts({
    file,
    title,
    ...(page.language && { language: page.language }),
    ...valuesOf(single, (value) => value?.value),
    ...(valuesOf(several, (values) => values.map(({ value }) => value)) as Record<keyof typeof several, string[]>),
    instruments: [
      ...links.instruments.map(({ id, provision }) => (provision ? { id, provision } : id)),
      ...links.unlisted.instruments.map(({ name }) => name),
    ],
    ...(links.projects[0] && { project: links.projects[0].id }),
    relatedTitles: page.cards,
    ...findEditions({ ...page, title }),
    ...(contains.length > 0 && { contains }),
    translations: page.metadata.translations.map(({ value }) => value),
    urls: [...new Set([page.url ?? [], page.metadata.urls.map(({ value }) => value)].flat())],
    ...(contentNote && { contentNote }),
    confidence: Object.fromEntries(
      found.map(([field, all]) => [field, Math.min(...all.map(({ confidence }) => confidence))]),
    ),
    evidence: found.flatMap(([field, all]) =>
      all.map(({ value, confidence, place }) => ({ field, value, confidence, ...place })),
    ),
    open: links.open.map(openOf),
  });
}

/** What there is of each field; fields without a value are left out. */
function valuesOf<Given, Value>(
  fields: Record<string, Given>,
  valueOf: (given: Given) => Value,
): Record<string, Value> {
  const values = Object.entries(fields).map(([field, given]): [string, Value] => [field, valueOf(given)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** A page on which nothing of the field is named covers no country of it: a recipe, a search without results. */
const isOfTheField = ({ themes, instruments, organisations, projects }: Links) =>
  [themes, instruments, organisations, projects].some((found) => found.length > 0);

const foundOf = ({ confidence, evidence: { in: from, text, start, end }, ...of }: Link | Unlisted): Found => ({
  value: 'id' in of ? of.id : of.name,
  confidence,
  place: { from, text, start, end },
});

const openOf = ({ field, candidates, evidence: { in: from, ...span } }: OpenLink): Open => ({
  field,
  candidates,
  from,
  ...span,
});
