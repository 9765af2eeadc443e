import { createHash } from 'node:crypto';
import { kindOf, type CatalogueRecord } from '../model.ts';
import { isLinkField } from '../relations.ts';
import type { Value } from './store.ts';

/** Fields that hold maps or lists of maps, which no property can: they are kept as JSON. */
const structured = new Set(['titles', 'names', 'prefLabel', 'altLabel', 'source']);

/** Properties of a node that are no fields of its record: the accepted records it stands on, when it changed and so on. */
export const bookkeeping: ReadonlySet<string> = new Set(['records', 'revision', 'changed', 'dead', 'titleKey']);

export type Properties = { [key: string]: Value };

/** A record's own fields as node properties: all but its links and how they were found. */
export function toProperties(record: CatalogueRecord): Properties {
  const properties: Properties = {};
  for (const [field, value] of Object.entries(record)) {
    if (field === 'kind' || field === 'provenance' || isLinkField(record.kind, field)) continue;
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

/** A short digest of any JSON value: SHA-256, base64url, 22 characters. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

/** The id of a question for a curator: ten signs, none of which a command line would take for an option. */
export const questionKey = (value: unknown): string => digestOf(value).slice(0, 10).replace(/^-/, '_');
