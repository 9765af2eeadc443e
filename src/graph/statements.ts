import type { CatalogueRecord, Provenance, Source } from '../model.ts';
import { linksOf, type Link, type RelationName } from '../relations.ts';
import { digestOf, type Properties } from './encode.ts';

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

/** A statement as it lies in the graph: `source` is the key of a source that the records of `from` name. */
export interface StatementRow {
  from: string;
  relation: RelationName;
  to: string;
  properties: Properties;
}

/** What makes two sources the same one. What a program has read of a page is another word than what a person has. */
export const sourceKey = ({ url, file, readBy }: Source): string =>
  (url ?? file ?? '') + (readBy ? ` read by ${readBy}` : '');

/**
 * The statements that records make about the entity `from`, in their order. What two sources say stands side by side;
 * what one source says twice is one statement. `targetOf` tells which entity a link's id stands for now, null for none.
 */
export function statementsOf(
  from: string,
  records: readonly CatalogueRecord[],
  targetOf: (id: string) => string | null,
): StatementRow[] {
  const rows = new Map<string, StatementRow>();
  for (const record of records) {
    const found = foundLinks(record);
    for (const link of linksOf(record)) {
      const to = targetOf(link.to);
      if (!to || to === from) continue; // the second: two entities that were merged had spoken of each other
      const row = toRow(from, to, record, link, rows.size);
      Object.assign(row.properties, found?.get(keyOfFound(link)));
      const key = statementKey(row);
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** What a link that was found carries in place of what a curated one does; null where the record has none. */
function foundLinks(record: CatalogueRecord): Map<string, Properties> | null {
  if (record.kind !== 'publication' || !record.provenance) return null;
  const rows = record.provenance.map((link): [string, Properties] => {
    const { method, confidence, evidence, reviewedBy } = link;
    // No property holds a map.
    const text = evidence && { evidence: JSON.stringify(evidence) };
    return [keyOfFound(link), { method, confidence, ...text, ...(reviewedBy && { reviewedBy }) }];
  });
  return new Map(rows);
}

const keyOfFound = ({ field, to, provision = '' }: Pick<Link, 'field' | 'to' | 'provision'>) =>
  [field, to, provision].join('\n');

function toRow(from: string, to: string, record: CatalogueRecord, link: Link, position: number): StatementRow {
  const { relation, field, provision, status, date, source = record.source } = link;
  const doubtful = !source.verified || source.unverifiedFields?.some((name) => name === field || name === '*');
  const provenance = { source: sourceKey(source), method: 'curated', confidence: doubtful ? 0.5 : 1 };
  const properties: Properties = { position, ...provenance };
  if (provision !== undefined) properties.provision = provision;
  if (status !== undefined) properties.status = status;
  if (date !== undefined) properties.date = date;
  return { from, relation, to, properties };
}

/** Two rows with the same key are the same statement. */
export function statementKey({ from, relation, to, properties }: StatementRow): string {
  const { provision, status, date, source } = properties;
  // No field has line breaks in it.
  return [from, relation, to, provision ?? '', status ?? '', date ?? '', source].join('\n');
}

/** The statement that a row stands for; `sources` are those that the records of `from` name, by key. */
export function fromRow(row: StatementRow, sources: ReadonlyMap<string, Source>): Statement {
  const { position: _, source, evidence, ...properties } = row.properties;
  const present = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  if (evidence) present.evidence = JSON.parse(String(evidence));
  const { from, relation, to } = row;
  const known = sources.get(String(source)) ?? { file: String(source), verified: false };
  return { ...present, id: digestOf(statementKey(row)), from, relation, to, source: known } as Statement;
}

/** Every source that records name, by key. */
export function sourcesOf(records: readonly CatalogueRecord[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const record of records)
    for (const { source } of [...linksOf(record), record])
      if (source && !sources.has(sourceKey(source))) sources.set(sourceKey(source), source);
  return sources;
}
