import { answerTable, figures } from './answer-rows.ts';
import type { Result } from './related-measure.ts';
import type { RelatedQuestion } from './related-questions.ts';
import { seconds } from './related-report.ts';
import type { SeveralOptions } from './several.ts';
import { formatted } from './table.ts';

/** What servers and their graph take; seconds, and megabytes (10^6 bytes). */
export interface Weight {
  /** Until each was ready. */
  starts: number[];
  /** The most memory each had had when it was ready, and when all was measured; null where the system does not tell. */
  started: (number | null)[];
  asked?: (number | null)[];
  /** The graph on the disk of Neo4j. */
  graph: number;
  /** The file that a server that ends puts its projection into. */
  kept?: number;
}

/** What `several` prints: the machine, the table, what a server weighs, and what one has to know to read it. */
export function severalReport(
  machine: string,
  { size, rounds, connections }: SeveralOptions,
  questions: RelatedQuestion[],
  results: Result[],
  { starts, started, asked, graph, kept }: Weight,
  problems: string[],
): string {
  const each = (values: (number | null)[] = []) =>
    values.map((value) => (value === null ? '–' : formatted(value))).join(' and ');
  const errors = results.flatMap(({ server, question, load: { firstError } }) =>
    firstError === undefined ? [] : `ERROR  ${server}, ${question}: ${firstError}`,
  );
  return [
    `${machine}\nsize     ${size.toLocaleString('en')} publications, ${connections} connections, ${rounds} round${rounds === 1 ? '' : 's'}`,
    answerTable(
      results,
      questions.map(({ name }) => name),
      figures.slice(0, 4),
    ),
    [
      `start until ready     ${each(starts)} s`,
      `peak memory, ready    ${each(started)} MB`,
      `peak memory, measured ${each(asked)} MB`,
      `projection in a file  ${each([kept ?? null])} MB`,
      `graph on disk         ${formatted(graph)} MB, logs of transactions included`,
    ].join('\n'),
    [
      `One server and two, each behind the same program that gives requests out in turn, asked for ${seconds.ours} s after ` +
        `${seconds.warmUp} s of warm-up; of several rounds the median (lowest–highest). Every request is counted in Redis.`,
      'Who asks, the program in between, the servers, Neo4j and Redis share the cores of this machine: where there are no ' +
        'more cores than these need, a second server adds none, and what this says is what it costs, not what it brings.',
      ...new Set(errors),
      ...new Set(problems.map((problem) => `WRONG  ${problem}`)),
    ].join('\n'),
  ].join('\n\n');
}
