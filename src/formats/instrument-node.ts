import type { Instrument } from '../model.ts';
import type { RelationName } from '../relations.ts';
import { addressOf, type Described } from './described.ts';
import { nodesAt, pointAll, pointTo, typedDate, type Node } from './node.ts';
import { oneLine } from './one-line.ts';

/** What is said of a legal instrument, in schema.org and, where it has the better word, in the European ELI. */
export function instrumentNode(described: Described): Node {
  const record = described.record as Instrument;
  const { aliases = [], type, jurisdiction, adopted, inForce, identifiers = [], sameAs = [] } = record;
  const link = (...relations: RelationName[]) => relations.flatMap((relation) => pointAll(described, relation));
  return {
    alternateName: aliases.map(oneLine),
    legislationType: type,
    legislationJurisdiction: jurisdiction,
    legislationDate: adopted,
    'dcterms:issued': typedDate(adopted),
    // ELI knows whole days alone.
    'eli:date_document': isDay(adopted) ? typedDate(adopted) : undefined,
    'eli:first_date_entry_in_force': isDay(inForce) ? typedDate(inForce) : undefined,
    'dcterms:valid': typedDate(inForce),
    legislationIdentifier: identifiers.map(oneLine),
    sameAs: nodesAt([...sameAs, ...identifiers.map(addressOfIdentifier)]),
    legislationChanges: link('AMENDS', 'REPEALS'),
    'eli:amends': link('AMENDS'),
    'eli:repeals': link('REPEALS'),
    'eli:implements': link('IMPLEMENTS'),
    isBasedOn: link('PROTOCOL_TO'),
    'dcterms:isReplacedBy': link('REPLACED_BY'),
    spatialCoverage: partiesOf(described),
  };
}

const isDay = (date: string | undefined) => date?.length === 10;

/** Where an official number says so itself, the address at which the European Union describes the act. */
function addressOfIdentifier(identifier: string): string | undefined {
  const [scheme, value, ...rest] = identifier.split(' ');
  if (!value || rest.length > 0) return undefined;
  if (scheme === 'CELEX') return `http://publications.europa.eu/resource/celex/${encodeURIComponent(value)}`;
  return scheme === 'ELI' ? value : undefined;
}

/** Each standing of a country towards it, with its date, as a role that the country plays; `no action` is none. */
function partiesOf(described: Described): Node[] {
  const counts = new Map<string, number>();
  return described.links.flatMap(({ relation, to, status, date }) => {
    const country = described.named.get(to);
    if (relation !== 'HAS_PARTY' || !country || status === 'no action') return [];
    const place = (counts.get(to) ?? 0) + 1;
    counts.set(to, place);
    return {
      '@id': `${addressOf(described, described.record.id)}#${to.slice('country/'.length)}-${place}`,
      '@type': 'Role',
      roleName: status,
      startDate: date,
      spatialCoverage: pointTo(described, country),
    };
  });
}
