import { stringify } from 'csv-stringify/sync';
import type { Publication } from '../model.ts';
import { ownName } from '../names.ts';
import type { RelationName } from '../relations.ts';
import { linkedBy, type Described } from './described.ts';
import { oneLine } from './one-line.ts';

/** Columns that hold lists: names for a reader, then ids for a program. */
const lists = {
  publishers: 'PUBLISHED_BY',
  authors: 'AUTHORED_BY',
  countries: 'COVERS',
  instruments: 'REFERS_TO',
  themes: 'ABOUT',
  project: 'PART_OF',
} as const satisfies Record<string, RelationName>;

const plain = ['id', 'title', 'language', 'date', 'type', 'url', 'doi', 'isbn', 'summary'] as const;

/** The names of the columns, as the first line of a file. */
export const csvHeader: string = line([...plain, ...Object.keys(lists).flatMap((name) => [name, `${name}_ids`])]);

/** A publication as a line of CSV (RFC 4180). A value that a spreadsheet would take for a formula gets `'` before it. */
export function csvLineOf(described: Described): string {
  const record = described.record as Publication;
  const cells = plain.map((name) => record[name] ?? '');
  for (const relation of Object.values(lists)) {
    const linked = linkedBy(described, relation);
    cells.push(linked.map(ownName).join('; '), linked.map(({ id }) => id).join(' '));
  }
  return line(cells.map(oneLine));
}

function line(cells: readonly string[]): string {
  return stringify([cells as string[]], { escape_formulas: true, record_delimiter: 'windows' });
}
