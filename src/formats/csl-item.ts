import { linkedBy, type Described } from './described.ts';
import type { Organisation, Publication } from '../model.ts';
import { oneLine } from './one-line.ts';
import { datePartsOf, type DateParts } from './partial-date.ts';
import { personName, type CslName } from './person-name.ts';
import { namesOfType } from './publication-types.ts';
import { webAddress } from './web-address.ts';

/** A publication in CSL-JSON: the fields used of it, by their names there. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [DateParts] };
  publisher?: string;
  'container-title'?: string;
  genre?: string;
  DOI?: string;
  ISBN?: string;
  URL?: string;
  language?: string;
}

/**
 * A publication as CSL-JSON, by which every citation is made. What an organisation of the type `journal` publishes appears
 * in it. The summary is left out: it is not the abstract of the work.
 */
export function cslItemOf(described: Described): CslItem {
  const { id, title, type, date, doi, isbn, url, language } = described.record as Publication;
  const publishers = linkedBy(described, 'PUBLISHED_BY') as Organisation[];
  const journals = publishers.filter((publisher) => publisher.type === 'journal');
  const others = publishers.filter((publisher) => publisher.type !== 'journal');
  const authors = linkedBy(described, 'AUTHORED_BY').map((author) =>
    author.kind === 'person' ? personName(author.name) : { literal: oneLine((author as Organisation).name) },
  );
  const issued = datePartsOf(date);
  const item: CslItem = {
    id: id.slice(id.indexOf('/') + 1),
    type: namesOfType(type, { inJournal: journals.length > 0, hasIsbn: isbn !== undefined }).csl,
    title: oneLine(title),
    author: authors.length > 0 ? authors : undefined,
    issued: issued && { 'date-parts': [issued] },
    publisher: namesIn(others),
    'container-title': namesIn(journals),
    // `report` and the like say no more than the type does.
    genre: type && type !== 'report' && namesOfType(type).csl === 'report' ? oneLine(type) : undefined,
    DOI: doi,
    ISBN: isbn,
    URL: webAddress(url),
    language,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as CslItem;
}

const namesIn = (organisations: readonly Organisation[]) =>
  organisations.length > 0 ? organisations.map(({ name }) => oneLine(name)).join('; ') : undefined;
