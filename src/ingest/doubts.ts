import type { FoundLink, Publication } from '../model.ts';
import type { Draft } from './draft.ts';

/** How sure a value must be to go in unseen: measured on judged pages, see decision 010. */
const sure = { title: 0.8, date: 0.7, language: 0.7, type: 0.75, doi: 0.7, isbn: 0.7, link: 0.75 };

/** What tells, in its title already, of persons who are accused or were harmed. */
const ofPersons: ReadonlySet<string> = new Set(['news', 'case law', 'interview']);

/** News have a day, or what has no date and no sort may be such. */
const isOfPersons = ({ type, date = '' }: Publication) => (type ? ofPersons.has(type) : !/^\d{4}(-\d\d)?$/.test(date));

/** What of a draft should be looked at, in a few words each. */
export interface Doubts {
  /** Why its record cannot go in unseen at all. */
  page: string[];
  /** The links that cannot, and why: without them the rest may. */
  links: { link: FoundLink; doubt: string }[];
}

/**
 * What is not sure in the record of a draft. What stands in the catalogue from an earlier reading of the page
 * (`standing`) was taken then, and is not doubted again. Pure.
 */
export function doubtsOf({ confidence }: Draft, record: Publication, standing?: Publication): Doubts {
  const page: string[] = [];
  const told = (value: unknown) => (value === undefined ? 'nobody knows how sure' : `sure to ${String(value)}`);
  if ((confidence.title ?? 0) < sure.title && record.title !== standing?.title)
    page.push(`title: ${told(confidence.title)}`);
  for (const field of ['date', 'language', 'type', 'doi', 'isbn'] as const)
    if (record[field] !== undefined && record[field] !== standing?.[field] && (confidence[field] ?? 1) < sure[field])
      page.push(`${field} ${record[field]}: ${told(confidence[field])}`);
  if (!standing && isOfPersons(record)) page.push('it may be news, and tell of persons');
  const all = record.provenance ?? [];
  const isDoubted = (link: FoundLink) =>
    link.confidence < sure.link && !link.reviewedBy && !standing?.provenance?.some((other) => isOne(link, other));
  const links = all.filter(isDoubted).map((link) => {
    const target = [link.to, link.provision].filter(Boolean).join(', ');
    return { link, doubt: `${link.field} ${target}: ${told(link.confidence)}` };
  });
  // A page that nobody has published is a notice, a search or a shop as often as a publication.
  if (!standing && !all.some((link) => link.field === 'publishers' && !isDoubted(link)))
    page.push('publishers: none is sure');
  return { page, links };
}

const isOne = (one: FoundLink, other: FoundLink) =>
  one.field === other.field && one.to === other.to && one.provision === other.provision;
