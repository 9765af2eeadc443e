import type { ApolloServer } from '@apollo/server';
import { stringify } from 'csv-stringify/sync';
import type { Context } from '../api/context.ts';
import { followPages, type WholeTable } from './follow-pages.ts';
import { withVariable, type Question } from './question.ts';
import type { Reply } from './reply.ts';
import type { Cell } from './table-rows.ts';
import { tagged } from './tagged.ts';

/**
 * A question's answer as a table in CSV (RFC 4180): a row for each item of its one list, a column for each value asked
 * for inside it. The whole table is made before the first byte is sent, so that an error is an error, and the headers
 * tell how many rows there are and whether more would follow. `isGone` says whether nobody waits for it any more.
 */
export async function tableReply(
  apollo: ApolloServer<Context>,
  context: Context,
  question: Question,
  isGone: () => boolean,
): Promise<Reply> {
  const table = await followPages(apollo, context, question, isGone);
  const text = lines([table.columns]) + table.pages.map(lines).join('');
  // A link is opened by people, whose Excel takes a file without this mark for another charset; programs ask by Accept.
  const isLink = new URLSearchParams(question.search).has('format');
  return {
    status: 200,
    type: 'text/csv; charset=utf-8; header=present',
    headers: { ...headersOf(table, question), ...(isLink && { 'content-disposition': asFile(table) }) },
    text: tagged(isLink ? `\uFEFF${text}` : text),
    keepFor: context.notes.keepFor,
    settled: context.notes.settled,
  };
}

/** Cells that a spreadsheet would take for a formula get an apostrophe before them; every text is quoted. */
const lines = (cells: Cell[][]): string =>
  stringify(cells, {
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });

function headersOf({ rows, next, variable }: WholeTable, question: Question): Record<string, string> {
  const headers: Record<string, string> = { 'x-row-count': String(rows) };
  if (next === null) return headers;
  headers['x-next-cursor'] = encodeURI(next); // what is no cursor of ours may have anything in it
  if (variable && question.method === 'GET')
    headers.link = `</graphql${withVariable(question, variable, next).search}>; rel="next"`;
  return headers;
}

/** A person who keeps the file sees by its name that it is not the whole list. */
const asFile = ({ name, rows, next }: WholeTable): string =>
  `attachment; filename="${name}${next === null ? '' : `-first-${rows}`}.csv"`;
