import type { CatalogueRecord, InstrumentRelation, Kind, Source } from './model.ts';

/**
 * Every relation of the graph: the kind whose record states it, the field it stands in, the kinds it may point to.
 * Loading, scanning, statements and the projection all read this one table.
 */
export const relations = {
  PUBLISHED_BY: { from: 'publication', field: 'publishers', to: ['organisation'] },
  AUTHORED_BY: { from: 'publication', field: 'authors', to: ['person', 'organisation'] },
  COVERS: { from: 'publication', field: 'countries', to: ['country'] },
  REFERS_TO: { from: 'publication', field: 'instruments', to: ['instrument'] },
  ABOUT: { from: 'publication', field: 'themes', to: ['theme'] },
  PART_OF: { from: 'publication', field: 'project', to: ['project'] },
  TRANSLATION_OF: { from: 'publication', field: 'translationOf', to: ['publication'] },
  EDITION_OF: { from: 'publication', field: 'editionOf', to: ['publication'] },
  CITES: { from: 'publication', field: 'cites', to: ['publication'] },
  BASED_IN: { from: 'organisation', field: 'country', to: ['country'] },
  MEMBER_OF: { from: 'organisation', field: 'memberOf', to: ['organisation'] },
  AMENDS: { from: 'instrument', field: 'relations', to: ['instrument'] },
  REPEALS: { from: 'instrument', field: 'relations', to: ['instrument'] },
  IMPLEMENTS: { from: 'instrument', field: 'relations', to: ['instrument'] },
  PROTOCOL_TO: { from: 'instrument', field: 'relations', to: ['instrument'] },
  REPLACED_BY: { from: 'instrument', field: 'relations', to: ['instrument'] },
  HAS_PARTY: { from: 'instrument', field: 'parties', to: ['country'] },
  BROADER: { from: 'theme', field: 'broader', to: ['theme'] },
  RELATED: { from: 'theme', field: 'related', to: ['theme'] },
  COORDINATED_BY: { from: 'project', field: 'coordinator', to: ['organisation'] },
  PARTNERED_BY: { from: 'project', field: 'partners', to: ['organisation'] },
  FUNDED_BY: { from: 'project', field: 'funders', to: ['organisation'] },
  ACTIVE_IN: { from: 'project', field: 'countries', to: ['country'] },
} as const satisfies Record<string, { from: Kind; field: string; to: readonly Kind[] }>;

export type RelationName = keyof typeof relations;

/** All relation names, in the order of the table. */
export const relationNames = Object.keys(relations) as RelationName[];

/** Which relation a `relations[].type` of an instrument record stands for. */
const instrumentRelations: Record<InstrumentRelation, RelationName> = {
  amends: 'AMENDS',
  repeals: 'REPEALS',
  implements: 'IMPLEMENTS',
  protocolTo: 'PROTOCOL_TO',
  replacedBy: 'REPLACED_BY',
};

/** One link as a record states it. `position` is its place in the field, from 0. */
export interface Link {
  relation: RelationName;
  field: string;
  to: string;
  position: number;
  provision?: string;
  status?: string;
  date?: string;
  /** Only where it is not the record's own. */
  source?: Source;
}

/** True where `field` of a record of this kind holds links. */
export function isLinkField(kind: Kind, field: string): boolean {
  return Object.values(relations).some((relation) => relation.from === kind && relation.field === field);
}

/** The links a record states, in the order of its fields. */
export function linksOf(record: CatalogueRecord): Link[] {
  const links: Link[] = [];
  const add = (relation: RelationName, targets: readonly (string | undefined)[]) =>
    targets.forEach((to, position) => to && links.push({ relation, field: relations[relation].field, to, position }));
  switch (record.kind) {
    case 'publication':
      add('PUBLISHED_BY', record.publishers ?? []);
      add('AUTHORED_BY', record.authors ?? []);
      add('COVERS', record.countries ?? []);
      record.instruments?.forEach((reference, position) => {
        const { id: to, ...provision } = typeof reference === 'string' ? { id: reference } : reference;
        links.push({ relation: 'REFERS_TO', field: 'instruments', to, position, ...provision });
      });
      add('ABOUT', record.themes ?? []);
      add('PART_OF', [record.project]);
      add('TRANSLATION_OF', [record.translationOf]);
      add('EDITION_OF', [record.editionOf]);
      add('CITES', record.cites ?? []);
      break;
    case 'organisation':
      add('BASED_IN', [record.country]);
      add('MEMBER_OF', record.memberOf ?? []);
      break;
    case 'instrument':
      record.relations?.forEach(({ type, to }, position) =>
        links.push({ relation: instrumentRelations[type], field: 'relations', to, position }),
      );
      record.parties?.forEach(({ country: to, ...standing }, position) =>
        links.push({ relation: 'HAS_PARTY', field: 'parties', to, position, ...standing }),
      );
      break;
    case 'theme':
      add('BROADER', record.broader ?? []);
      add('RELATED', record.related ?? []);
      break;
    case 'project':
      add('COORDINATED_BY', [record.coordinator]);
      add('PARTNERED_BY', record.partners ?? []);
      add('FUNDED_BY', record.funders ?? []);
      add('ACTIVE_IN', record.countries ?? []);
  }
  return links;
}
