import type { CatalogueRecord, Kind } from '../model.ts';
import { sourceKey } from './statements.ts';

/**
 * An entity stands on the records that were accepted about it: one for each source, and after a merge also those of
 * the ids that were merged into it, each under the id it was given. All else in the graph follows from these records.
 */

/**
 * The records in the order in which they are believed: the entity's own, verified ones, what people have read, the
 * latest retrieved first.
 */
export function ranked(id: string, records: readonly CatalogueRecord[]): CatalogueRecord[] {
  const rank = ({ id: own, source: { verified, readBy } }: CatalogueRecord) =>
    [own === id ? 0 : 1, verified ? 0 : 1, readBy ? 1 : 0].join();
  const retrieved = ({ source }: CatalogueRecord) => source.retrieved ?? '';
  return [...records].sort(
    (a, b) =>
      compare(rank(a), rank(b)) ||
      compare(retrieved(b), retrieved(a)) ||
      compare(a.id, b.id) ||
      compare(sourceKey(a.source), sourceKey(b.source)),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The field that names a thing of some kinds, and the list that holds its other names. */
const naming: Partial<Record<Kind, [field: string, others: string]>> = {
  organisation: ['name', 'aliases'],
  instrument: ['title', 'aliases'],
  publication: ['url', 'urls'],
};

/**
 * What the entity is shown as: of each field the value of the first record that has one; lists and labels of all
 * records together. A name or address that does not lead becomes one of the others, so that nobody who knows it is lost.
 */
export function viewOf(id: string, records: readonly CatalogueRecord[]): CatalogueRecord {
  const [first, ...others] = ranked(id, records);
  if (others.length === 0 && first!.id === id) return first!;
  const view: Record<string, unknown> = { ...first!, id };
  const [field, list] = naming[first!.kind] ?? [];
  for (const record of others) {
    const { id: _, kind: __, ...fields } = record as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(fields)) view[name] = together(view[name], value);
    if (field && list && fields[field] !== undefined) view[list] = together(view[list], [fields[field]]);
  }
  if (list && view[list]) {
    const rest = (view[list] as string[]).filter((name) => name !== view[field!]);
    if (rest.length > 0) view[list] = rest;
    else delete view[list];
  }
  return view as unknown as CatalogueRecord;
}

/** Two values of one field: lists are joined, maps language by language, of anything else the first stays. */
function together(mine: unknown, other: unknown): unknown {
  if (mine === undefined) return other;
  if (isTexts(mine) && isTexts(other)) return [...new Set([...mine, ...other])];
  if (!isLabels(mine) || !isLabels(other)) return mine;
  const languages = Object.keys({ ...mine, ...other });
  return Object.fromEntries(languages.map((language) => [language, together(mine[language], other[language])]));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isLabels = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('verified' in value);

/** Takes a record among those of its entity, in the place of what the same source said before. Null when it is there. */
export function withRecord(records: readonly CatalogueRecord[], record: CatalogueRecord): CatalogueRecord[] | null {
  const same = (other: CatalogueRecord) =>
    other.id === record.id && sourceKey(other.source) === sourceKey(record.source);
  if (records.some((other) => same(other) && JSON.stringify(other) === JSON.stringify(record))) return null;
  return [...records.filter((other) => !same(other)), record];
}
