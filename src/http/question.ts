import Negotiator from 'negotiator';
import type { IncomingMessage } from 'node:http';
import { queryOf } from './query-of.ts';
import { readJson } from './read-json.ts';
import { Problem } from './responses.ts';

/** A GraphQL question as it came. */
export interface Question {
  method: 'GET' | 'POST';
  /** What stands behind the path, with its question mark. */
  search: string;
  /** The JSON of a POST. */
  body: unknown;
  headers: IncomingMessage['headers'];
  /** What it is to be answered in. */
  type: AnswerType;
}

export const csv = 'text/csv';
const answerTypes = ['application/json', 'application/graphql-response+json', csv] as const;
export type AnswerType = (typeof answerTypes)[number];

/**
 * Reads a question; throws a `Problem` where it is of no form that is taken. A large one is read when `authenticate` finds
 * that it came with a key.
 */
export async function readQuestion(request: IncomingMessage, authenticate: () => Promise<unknown>): Promise<Question> {
  const { headers } = request;
  const query = queryOf(request);
  const search = query && `?${query}`;
  const type = answerType(request, search);
  if (request.method !== 'POST') return { method: 'GET', search, body: undefined, headers, type };
  const wanted = 'the query as application/json: {"query": "…"}';
  const body = await readJson(request, wanted, headers.authorization === undefined ? undefined : authenticate);
  return { method: 'POST', search, body, headers, type };
}

function answerType(request: IncomingMessage, search: string): AnswerType {
  const format = new URLSearchParams(search).get('format');
  if (format === 'csv') return csv;
  if (format === 'json') return 'application/json';
  if (format !== null)
    throw new Problem(400, `format=${format.slice(0, 40)} is not a format of /graphql; there are json and csv.`);
  const type = new Negotiator(request).mediaType(answerTypes) as AnswerType | undefined;
  if (!type) throw new Problem(406, `/graphql answers in ${answerTypes.join(', ')}.`);
  return type;
}

/** The parts of a question that decide its answer. */
export const partsOf = ({ method, type, search, body }: Question): string =>
  JSON.stringify([method, type, search, body]);

/** Whether a question gives a query to be known by its hash from now on: then it must reach Apollo. */
export function isIntroduction({ method, search, body }: Question): boolean {
  if (method === 'POST') {
    const { query, extensions } = (body ?? {}) as { query?: unknown; extensions?: { persistedQuery?: unknown } };
    return query !== undefined && extensions?.persistedQuery !== undefined;
  }
  const given = new URLSearchParams(search);
  return given.has('query') && (given.get('extensions') ?? '').includes('persistedQuery');
}

/** The variables of a question that has been answered, so that they are known to be in order. */
export function variablesOf({ method, search, body }: Question): Record<string, unknown> {
  if (method === 'POST') return (body as { variables?: Record<string, unknown> | null }).variables ?? {};
  return JSON.parse(new URLSearchParams(search).get('variables') || '{}') as Record<string, unknown>;
}

/** The same question with another value of a variable. */
export function withVariable(question: Question, name: string, value: string): Question {
  const variables = { ...variablesOf(question), [name]: value };
  if (question.method === 'POST') return { ...question, body: { ...(question.body as object), variables } };
  const given = new URLSearchParams(question.search);
  given.set('variables', JSON.stringify(variables));
  return { ...question, search: `?${given}` };
}
