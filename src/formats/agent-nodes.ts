import type { Country, Organisation, Person, Project } from '../model.ts';
import { addressOf, linkedBy, type Described } from './described.ts';
import { nodesAt, pointAll, pointTo, typedDate, type Node } from './node.ts';
import { oneLine } from './one-line.ts';

/** What is said of an organisation. */
export function organisationNode(described: Described): Node {
  const { acronym, aliases = [], type, founded, website, sameAs } = described.record as Organisation;
  return {
    alternateName: [...new Set([acronym, ...aliases].filter((name) => name !== undefined).map(oneLine))],
    additionalType: type,
    foundingDate: founded,
    'dcterms:created': typedDate(founded),
    url: nodesAt([website]),
    location: pointAll(described, 'BASED_IN'),
    memberOf: pointAll(described, 'MEMBER_OF'),
    sameAs: nodesAt(sameAs),
  };
}

/** What is said of a country. */
export function countryNode({ record }: Described): Node {
  const { id, sameAs } = record as Country;
  return { identifier: id.slice('country/'.length), sameAs: nodesAt(sameAs) };
}

/** What is said of a project: who leads it stands among its members and in a role of their own. */
export function projectNode(described: Described): Node {
  const { id, acronym, start, end, sameAs } = described.record as Project;
  const coordinators = linkedBy(described, 'COORDINATED_BY').map((coordinator) => ({
    '@id': `${addressOf(described, id)}#coordinator`,
    '@type': 'OrganizationRole',
    roleName: 'coordinator',
    member: pointTo(described, coordinator),
  }));
  return {
    alternateName: acronym && oneLine(acronym),
    member: [...coordinators, ...pointAll(described, 'PARTNERED_BY')],
    funder: pointAll(described, 'FUNDED_BY'),
    areaServed: pointAll(described, 'ACTIVE_IN'),
    foundingDate: start,
    dissolutionDate: end,
    'dcterms:temporal': start || end ? `${start ?? ''}/${end ?? ''}` : undefined,
    sameAs: nodesAt(sameAs),
  };
}

/** What is said of a person: of no more than a name and where else it is known. */
export function personNode({ record }: Described): Node {
  return { sameAs: nodesAt((record as Person).sameAs) };
}
