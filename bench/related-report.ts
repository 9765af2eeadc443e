import { answerTable } from './answer-rows.ts';
import type { Result } from './related-measure.ts';
import type { RelatedOptions } from './related-options.ts';
import { relatedQuestions } from './related-questions.ts';

/** How long is asked, in seconds. */
export const seconds = { warmUp: 3, ours: 10, peers: 15 };

/** What `related` prints: the machine, the table, and what one has to know to read it. */
export function relatedReport(machine: string, options: RelatedOptions, results: Result[], problems: string[]): string {
  const { size, rounds, peers } = options;
  const errors = results.flatMap(({ server, question, load: { firstError } }) =>
    firstError === undefined ? [] : `ERROR  ${server}, ${question}: ${firstError}`,
  );
  const notes = [
    'Each server is a process of its own, asked over HTTP about up to 500 targets in turn, for ' +
      `${seconds.ours} s after ${seconds.warmUp} s of warm-up; of several rounds the median (lowest–highest).`,
    'Ten related: the ten publications most related to one, each with its reasons and publishers (raw: by GET). Nested ' +
      'lists: an organisation, its ten newest publications, their themes, and the broader and related ones of those.',
    'Who asks, the servers and Neo4j share the machine.',
    peers &&
      `The peers answer from the same Neo4j, in one round of ${seconds.peers} s. × is our requests/s over theirs.`,
    ...new Set(errors),
    ...new Set(problems.map((problem) => `WRONG  ${problem}`)),
  ];
  return [
    `${machine}\nsize     ${size.toLocaleString('en')} publications, ${rounds} round${rounds === 1 ? '' : 's'}`,
    answerTable(
      results,
      relatedQuestions.map(({ name }) => name),
    ),
    notes.filter((note) => note !== false).join('\n'),
  ].join('\n\n');
}
