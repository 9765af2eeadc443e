import neo4j from 'neo4j-driver';
import { apiStatements } from '../test/bench/peers/api-cypher.ts';
import type { ApiQuestion } from './api-questions.ts';
import type { Variables } from './api-targets.ts';
import type { LoadRequest } from './load.ts';

/** Gives the answer to a question about each target in turn. */
export type Answers = (question: ApiQuestion, targets: Variables[]) => Promise<string[]>;

/** The answers of our server, in the form they are compared in. */
export const answersOfOurs =
  (url: string): Answers =>
  (question, targets) =>
    each(targets, async (target) => comparable(await dataOf(url, question.ask.ours!(target))));

/** The answers of plain Cypher, in the same form. */
export function answersOfCypher(graph: string): Answers & { close(): Promise<void> } {
  const driver = neo4j.driver(graph, undefined, { disableLosslessIntegers: true });
  const answers: Answers = (question, targets) =>
    each(targets, async (target) => {
      const { path } = (question.oracle ?? question.ask.raw!)(target);
      const { records } = await driver.executeQuery(apiStatements[path.split('?')[0]!]!, { year: 0, ...target });
      return comparable(records[0]?.get('answer'));
    });
  return Object.assign(answers, { close: () => driver.close() });
}

/** Tells `fail` for which targets two do not give the same answer. */
export async function checkSame(
  question: ApiQuestion,
  targets: Variables[],
  answers: Answers[],
  fail: (problem: string) => void,
): Promise<void> {
  const [wanted, ...others] = await Promise.all(answers.map((answer) => answer(question, targets)));
  for (const given of others)
    for (const [place, answer] of given.entries())
      if (answer !== wanted![place])
        fail(
          `${question.name}, ${JSON.stringify(targets[place])}: ${answer.slice(0, 300)} instead of ${wanted![place]!.slice(0, 300)}`,
        );
}

/** The fields that all who are asked tell, in one order: labels and sources are told by ours alone. */
const compared = (
  'publication publications path matrix timeline nodes hops statement relation length id title name date language ' +
  'values value count totalCount facets dimension publishers countries instruments themes translations'
).split(' ');
const comparable = (answer: unknown) => JSON.stringify(answer ?? null, compared);

async function each(targets: Variables[], answer: (target: Variables) => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (const target of targets) answers.push(await answer(target));
  return answers;
}

async function dataOf(url: string, { path, status, ...request }: LoadRequest): Promise<unknown> {
  const response = await fetch(url + path, request);
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (response.status !== status || errors) throw new Error(`${path} was answered with ${JSON.stringify(errors)}`);
  return data;
}
