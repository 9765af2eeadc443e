import type { CatalogueRecord, Kind } from '../model.ts';
import type { RelationName } from '../relations.ts';
import { addressOf, linkedBy, linkingBy, type Described } from './described.ts';
import { namesOfType } from './publication-types.ts';
import { dateTypeOf } from './partial-date.ts';
import { namesOf, textOf } from './texts.ts';
import { webAddress } from './web-address.ts';

/** A node of a JSON-LD document; what is undefined in it is left out. */
export type Node = Record<string, unknown>;

const types: Record<Exclude<Kind, 'publication' | 'organisation'>, string | string[]> = {
  country: 'Country',
  instrument: ['Legislation', 'eli:LegalResource'],
  theme: ['DefinedTerm', 'skos:Concept'],
  project: 'ResearchProject',
  person: 'Person',
};

const organisationTypes: Record<string, string> = {
  NGO: 'NGO',
  government: 'GovernmentOrganization',
  research: 'ResearchOrganization',
  university: 'CollegeOrUniversity',
  journal: 'Periodical',
};

/** The class, or classes, that an entity is of. */
export function typeOf(record: CatalogueRecord, described?: Described): string | string[] {
  if (record.kind === 'organisation') return organisationTypes[record.type ?? ''] ?? 'Organization';
  if (record.kind !== 'publication') return types[record.kind];
  const publishers = described ? linkedBy(described, 'PUBLISHED_BY') : [];
  const inJournal = publishers.some((publisher) => 'type' in publisher && publisher.type === 'journal');
  return namesOfType(record.type, { inJournal, hasIsbn: record.isbn !== undefined }).schema;
}

/** A linked entity by its address, with its class and its own name: so much that a reader need not follow it. */
export const pointTo = (described: Described, record: CatalogueRecord): Node => ({
  '@id': addressOf(described, record.id),
  '@type': typeOf(record),
  name: ownName(record),
});

const ownName = (record: CatalogueRecord) =>
  record.kind === 'theme' && record.prefLabel.en !== undefined ? textOf(record.prefLabel.en, 'en') : namesOf(record)[0];

/** What a relation of the entity leads to. */
export const pointAll = (described: Described, relation: RelationName): Node[] =>
  linkedBy(described, relation).map((record) => pointTo(described, record));

/** What has this relation to the entity. */
export const pointBack = (described: Described, relation: RelationName): Node[] =>
  linkingBy(described, relation).map((record) => pointTo(described, record));

/** A date with the type that says how much of it is known. */
export const typedDate = (date: string | undefined): Node | undefined =>
  date === undefined ? undefined : { '@type': dateTypeOf(date), '@value': date };

/** Those of some addresses that can be followed, as nodes. */
export const nodesAt = (addresses: readonly (string | undefined)[] = []): Node[] =>
  [...new Set(addresses.flatMap((address) => webAddress(address) ?? []))].map((address) => ({ '@id': address }));
