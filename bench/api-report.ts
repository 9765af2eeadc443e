import { answerTable, figures, type Figure } from './answer-rows.ts';
import type { ApiQuestion } from './api-questions.ts';
import type { Result } from './related-measure.ts';
import type { RelatedOptions } from './related-options.ts';
import { median } from './samples.ts';

/** How long is asked, in seconds. */
export const seconds = { warmUp: 5, ours: 10, peers: 15 };

/** What `api` prints: the machine, the table with what was to be reached, and what one has to know to read it. */
export function apiReport(
  machine: string,
  { size, rounds, connections, peers }: RelatedOptions,
  questions: ApiQuestion[],
  results: Result[],
  problems: string[],
  checkedBy: string,
): string {
  const errors = results.flatMap(({ server, question, load: { firstError } }) =>
    firstError === undefined ? [] : `ERROR  ${server}, ${question}: ${firstError}`,
  );
  const notes = [
    'Each server is a process of its own, asked over HTTP about up to 500 targets in turn, for ' +
      `${seconds.ours} s after ${seconds.warmUp} s of warm-up; of several rounds the median (lowest–highest).`,
    'Every question to us carries a variable that no query uses, so that no answer is one that was kept whole.',
    'Who asks, the servers and Neo4j share the machine. The goals are for the most connections.',
    checkedBy,
    peers &&
      `The peers answer from the same Neo4j, in one round of ${seconds.peers} s. × is our requests/s over theirs.`,
    ...new Set(errors),
    ...new Set(problems.map((problem) => `WRONG  ${problem}`)),
  ];
  const goal: Figure = { title: 'goal', cell: (own) => verdict(own, questions, Math.max(...connections)) };
  return [
    `${machine}\nsize     ${size.toLocaleString('en')} publications, ${rounds} round${rounds === 1 ? '' : 's'}`,
    answerTable(
      results,
      questions.map(({ name }) => name),
      [...figures, goal],
    ),
    notes.filter((note) => note !== false).join('\n'),
  ].join('\n\n');
}

/** Each part of a goal and whether it was met; a dash where there is none. */
function verdict(own: Result[], questions: ApiQuestion[], most: number): string {
  const { answerer, question, connections } = own[0]!;
  const goal = questions.find(({ name }) => name === question)?.goal ?? {};
  if (answerer !== 'ours' || connections !== most) return '–';
  const middle = (figure: 'rate' | 'p50' | 'p99') => median(own.map(({ load }) => load[figure]));
  const parts = [
    goal.rate !== undefined && `≥ ${goal.rate}/s ${middle('rate') >= goal.rate ? 'met' : 'missed'}`,
    goal.p50 !== undefined && `p50 ≤ ${goal.p50} ms ${middle('p50') <= goal.p50 ? 'met' : 'missed'}`,
    goal.p99 !== undefined && `p99 ≤ ${goal.p99} ms ${middle('p99') <= goal.p99 ? 'met' : 'missed'}`,
  ];
  return parts.filter((part) => part !== false).join(', ') || '–';
}
