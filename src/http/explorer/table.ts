import { stringify } from 'csv-stringify/sync';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../responses.ts';

/** The table beside a picture, as a file: the rows, the names of their columns first. */
export interface Table {
  /** What the file is called, without its ending. */
  name: string;
  rows: readonly (readonly (string | number)[])[];
}

/** Sends a table as CSV (RFC 4180) that Excel reads too; cells that it would carry out are made harmless. */
export function sendTable(request: IncomingMessage, response: ServerResponse, { name, rows }: Table): void {
  const text = stringify(rows as (string | number)[][], {
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
  });
  response.setHeader('content-disposition', `attachment; filename="${name}.csv"`);
  response.setHeader('cache-control', 'no-store');
  sendText(request, response, 'text/csv; charset=utf-8; header=present', `\uFEFF${text}`);
}
