import type { ApolloServer } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { createContext, type Context } from '../api/context.ts';
import { askApollo } from './ask-apollo.ts';
import { variablesOf, withVariable, type Question } from './question.ts';
import { Problem, problemOf } from './responses.ts';
import { cellsOf, valueAt, type Cell } from './table-rows.ts';
import { tableShape, type TableShape } from './table-shape.ts';

/** Where following pages ends: what has come by then is given, with the cursor to go on from. */
const most = { rows: 10_000, pages: 100, cells: 1_000_000, cost: 1_000_000 };

/** A list with all its pages, as far as they were followed. */
export interface WholeTable {
  /** What was asked for, in a word that can be the name of a file. */
  name: string;
  columns: string[];
  /** The rows, page by page. */
  pages: Cell[][][];
  rows: number;
  /** The cursor after which more would follow; null where this is all, as far as the question lets us see. */
  next: string | null;
  /** The variable that takes that cursor, where the question has one. */
  variable: string | null;
}

/**
 * Asks a question and takes the table out of its answer. Where the question gives its list `after: $after` and asks for
 * `pageInfo { hasNextPage endCursor }`, it is asked again and again for the next page, of one state of the graph. Throws
 * a `Problem` where there is any error: half a table looks like a whole one.
 */
export async function followPages(
  apollo: ApolloServer<Context>,
  context: Context,
  question: Question,
): Promise<WholeTable> {
  const { projection, notes, catalogue } = context;
  notes.onlyQueries = true; // each page is another asking
  const { data, extensions } = await ask(apollo, context, question);
  const { operation } = notes.asked!;
  const shape = tableShape(notes.asked!, variablesOf(question));
  const cost = Number((extensions?.cost as { requested?: number } | undefined)?.requested ?? 0);
  const variable = shape.paging?.variable ?? null;
  const pages = [rowsOf(data, shape)];
  let next = cursorAfter(data, shape);
  const perPage = pages[0]!.length;
  const isRoom = () => {
    const rows = (pages.length + 1) * perPage;
    const isSmall = rows <= most.rows && rows * shape.columns.length <= most.cells;
    return isSmall && pages.length < most.pages && (pages.length + 1) * cost <= most.cost;
  };
  while (variable && next !== null && isRoom()) {
    const page = { ...createContext(catalogue), projection, notes };
    const more = await ask(apollo, page, withVariable(question, variable, next));
    pages.push(rowsOf(more.data, shape));
    const after = cursorAfter(more.data, shape);
    if (after === next)
      throw new Problem(400, `After the cursor ${next} comes the cursor ${next}: the list never ends.`);
    next = after;
  }
  return {
    name: operation.name?.value ?? shape.name,
    columns: shape.columns.map((column) => column.name),
    pages,
    rows: pages.reduce((total, page) => total + page.length, 0),
    next,
    variable,
  };
}

async function ask(apollo: ApolloServer<Context>, context: Context, question: Question) {
  const { status, headers, text } = await askApollo(apollo, context, question);
  const result = JSON.parse(text) as FormattedExecutionResult;
  const [error] = result.errors ?? [];
  if (!error) return result;
  const { allow } = headers;
  if (status !== 200) throw new Problem(status, error.message, allow ? { allow } : {});
  if (error.extensions?.code === 'INTERNAL_SERVER_ERROR') throw new Problem(500, error.message);
  throw problemOf(new GraphQLError(error.message, { extensions: error.extensions }));
}

function rowsOf(data: unknown, { rows, columns }: TableShape): Cell[][] {
  const list = valueAt(data, rows) as unknown[] | null;
  if (!list) throw new Problem(404, `There is nothing at ${rows.join('.')} to make a table of.`);
  return list.map((row) => cellsOf(row, columns));
}

const cursorAfter = (data: unknown, { paging }: TableShape): string | null =>
  paging && valueAt(data, paging.hasNextPage) === true ? String(valueAt(data, paging.endCursor)) : null;
