import type { ApolloServer } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { setImmediate } from 'node:timers/promises';
import { createContext, type Context } from '../api/context.ts';
import { askApollo } from './ask-apollo.ts';
import { variablesOf, withVariable, type Question } from './question.ts';
import { Problem, problemOf } from './responses.ts';
import { cellsOf, valueAt, type Cell } from './table-rows.ts';
import { tableShape, type TableShape } from './table-shape.ts';

/**
 * Where following pages ends: what has come by then is given, with the cursor to go on from. `atOnce` tables are followed
 * at the same time.
 */
const most = { rows: 10_000, pages: 100, cells: 1_000_000, cost: 1_000_000, atOnce: 4 };

interface Page {
  rows: Cell[][];
  /** The cursor after which more follow. */
  next: string | null;
}

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
 * a `Problem` where there is any error: half a table looks like a whole one. `isGone` says whether nobody waits any more.
 */
export async function followPages(
  apollo: ApolloServer<Context>,
  context: Context,
  question: Question,
  isGone: () => boolean,
): Promise<WholeTable> {
  const { notes } = context;
  notes.onlyQueries = true; // each page is another asking
  const { data, extensions } = await ask(apollo, context, question);
  const { operation } = notes.asked!;
  const shape = tableShape(notes.asked!, variablesOf(question));
  const variable = shape.paging?.variable ?? null;
  const first: Page = { rows: rowsOf(data, shape), next: cursorAfter(data, shape) };
  const cost = Number((extensions?.cost as { requested?: number } | undefined)?.requested ?? 0);
  const isMore = variable !== null && first.next !== null;
  const pages = isMore ? await fewAtOnce(() => pagesAfter(first, cost, shape, askNext, isGone)) : [first];
  return {
    name: operation.name?.value ?? shape.name,
    columns: shape.columns.map((column) => column.name),
    pages: pages.map(({ rows }) => rows),
    rows: pages.reduce((total, { rows }) => total + rows.length, 0),
    next: pages.at(-1)!.next,
    variable,
  };

  async function askNext(cursor: string): Promise<Page> {
    const { projection, catalogue, authenticate } = context;
    const page = { ...createContext(catalogue, authenticate), projection, notes };
    const { data } = await ask(apollo, page, withVariable(question, variable!, cursor));
    return { rows: rowsOf(data, shape), next: cursorAfter(data, shape) };
  }
}

/** The first page and those after it, as long as there is room. */
async function pagesAfter(
  first: Page,
  cost: number,
  { columns }: TableShape,
  askNext: (cursor: string) => Promise<Page>,
  isGone: () => boolean,
): Promise<Page[]> {
  const pages = [first];
  for (let { next } = first; next !== null; next = pages.at(-1)!.next) {
    const count = pages.length + 1;
    const rows = count * first.rows.length;
    if (rows > most.rows || rows * columns.length > most.cells || count > most.pages || count * cost > most.cost) break;
    await setImmediate(); // what is in memory is answered without a pause: others must have their turn
    if (isGone()) throw new Problem(503, 'Nobody waits for the table any more.');
    const page = await askNext(next);
    if (page.next === next) throw new Problem(400, `After the cursor ${next} it comes again: the list never ends.`);
    pages.push(page);
  }
  return pages;
}

let following = 0;

/** Does a long piece of work unless too many are being done already: then it is refused at once. */
async function fewAtOnce<Result>(work: () => Promise<Result>): Promise<Result> {
  if (following >= most.atOnce)
    throw new Problem(503, 'Too many long tables are being made; ask again in a moment.', { 'retry-after': '5' });
  following++;
  try {
    return await work();
  } finally {
    following--;
  }
}

async function ask(apollo: ApolloServer<Context>, context: Context, question: Question) {
  const { status, headers, text } = await askApollo(apollo, context, question);
  const result = JSON.parse(text) as FormattedExecutionResult;
  const [error] = result.errors ?? [];
  if (!error) return result;
  const told = Object.entries(headers).filter(([name]) => ['allow', 'retry-after', 'www-authenticate'].includes(name));
  if (status !== 200) throw new Problem(status, error.message, Object.fromEntries(told));
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
