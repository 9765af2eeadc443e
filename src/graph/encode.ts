import { createHash } from 'node:crypto';
import { kindOf, type CatalogueRecord, type Provenance, type Source } from '../model.ts';
import { isLinkField, linksOf, type Link, type RelationName } from '../relations.ts';
import type { Value } from './store.ts';

/** Fields that hold maps or lists of maps, which no property can: they are kept as JSON. */
const structured = new Set(['titles', 'names', 'prefLabel', 'altLabel', 'source']);

/** Properties of a node that are no fields of its record. */
const bookkeeping = new Set(['revision', 'digest', 'linked']);

type Properties = { [key: string]: Value };

/** A record's own fields (all but its links) as node properties. */
export function toProperties(record: CatalogueRecord): Properties {
  const properties: Properties = {};
  for (const [field, value] of Object.entries(record)) {
    if (field === 'kind' || isLinkField(record.kind, field)) continue;
    properties[field] = structured.has(field) ? JSON.stringify(value) : (value as Value);
  }
  return properties;
}

/** The record, without its links, that `toProperties` was given. */
export function fromProperties(properties: Properties): CatalogueRecord {
  const record: Record<string, unknown> = { kind: kindOf(String(properties.id)), id: properties.id };
  for (const [field, value] of Object.entries(properties)) {
    if (bookkeeping.has(field) || value === null) continue;
    record[field] = structured.has(field) ? JSON.parse(String(value)) : value;
  }
  return record as unknown as CatalogueRecord;
}

/** One link of the graph with what it stands on: the contract's *statement*. */
export interface Statement extends Provenance {
  id: string;
  from: string;
  relation: RelationName;
  to: string;
  /** The article or section of an instrument that is meant. */
  provision?: string;
  /** A country's standing towards an instrument, such as `ratification`, and since when. */
  status?: string;
  date?: string;
  revision: number;
}

/** A relationship ready to be written: its two ends, its relation, its properties. */
export interface StatementRow {
  from: string;
  relation: RelationName;
  to: string;
  field: string;
  id: string;
  properties: Properties;
}

/** The statements a record makes. Two equal ones (same ends, qualifiers and source) are one. */
export function toStatements(record: CatalogueRecord): StatementRow[] {
  const rows = linksOf(record).map((link) => toStatement(record, link));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function toStatement(record: CatalogueRecord, link: Link): StatementRow {
  const { relation, field, to, position, source = record.source, ...qualifiers } = link;
  const doubtful = !source.verified || source.unverifiedFields?.some((name) => name === field || name === '*');
  const provenance: Omit<Provenance, 'source'> = { method: 'curated', confidence: doubtful ? 0.5 : 1 };
  const key = [record.id, relation, to, qualifiers.provision, qualifiers.status, qualifiers.date, sourceKey(source)];
  const id = digestOf(key).slice(0, 22);
  const properties = { id, position, ...provenance, ...qualifiers, source: JSON.stringify(source) };
  return { from: record.id, relation, to, field, id, properties };
}

/** What makes two sources the same one. */
const sourceKey = (source: Source) => source.url ?? source.file ?? '';

/** The statement that a relationship's properties stand for. */
export function fromStatementRow(row: {
  from: string;
  relation: string;
  to: string;
  properties: Properties;
}): Statement {
  const { position: _, source, ...properties } = row.properties;
  const present = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  return {
    ...present,
    from: row.from,
    relation: row.relation,
    to: row.to,
    source: JSON.parse(String(source)),
  } as Statement;
}

/** A digest of any JSON value that does not depend on the order of its keys: SHA-256, base64url. */
export function digestOf(value: unknown): string {
  const sorted = JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return createHash('sha256').update(sorted).digest('base64url');
}
