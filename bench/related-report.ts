import type { Result } from './related-measure.ts';
import type { RelatedOptions } from './related-options.ts';
import { relatedQuestions, type Answerer } from './related-questions.ts';
import { median } from './samples.ts';
import { formatted } from './table.ts';

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
    markdownTable(['question', 'connections', 'server', ...figures.map(({ title }) => title)], rowsOf(results)),
    notes.filter((note) => note !== false).join('\n'),
  ].join('\n\n');
}

/** A cell from what one server did in its rounds, and from what all did with the same question. */
interface Figure {
  title: string;
  cell(own: Result[], all: Result[]): string;
}

const figures: Figure[] = [
  { title: 'requests/s', cell: (own) => withSpan(ratesOf(own)) },
  { title: 'p50 ms', cell: (own) => withoutNaN(median(own.map(({ load }) => load.p50))) },
  { title: 'p99 ms', cell: (own) => withoutNaN(median(own.map(({ load }) => load.p99))) },
  { title: 'errors', cell: (own) => formatted(own.reduce((total, { load }) => total + load.errors, 0)) },
  { title: '× @neo4j/graphql', cell: (own, all) => timesOf(own, all, '@neo4j/graphql') },
  { title: '× raw', cell: (own, all) => timesOf(own, all, 'raw') },
];

/** A row for each question, number of connections and server, in the order they were asked. */
function rowsOf(results: Result[]): string[][] {
  const counts = [...new Set(results.map(({ connections }) => connections))];
  const servers = [...new Set(results.map(({ server }) => server))];
  return relatedQuestions.flatMap(({ name }) =>
    counts.flatMap((count) => {
      const all = results.filter(({ question, connections }) => question === name && connections === count);
      const answered = servers.filter((server) => all.some((result) => result.server === server));
      return answered.map((server) => {
        const own = all.filter((result) => result.server === server);
        return [name, String(count), server, ...figures.map(({ cell }) => cell(own, all))];
      });
    }),
  );
}

const ratesOf = (results: Result[]) => results.map(({ load }) => load.rate);

function timesOf(own: Result[], all: Result[], answerer: Answerer): string {
  const theirs = all.filter((result) => result.answerer === answerer);
  if (own[0]!.answerer !== 'ours' || theirs.length === 0) return '–';
  const times = median(ratesOf(own)) / median(ratesOf(theirs));
  return Number.isFinite(times) ? `${formatted(times)} ×` : 'no answer of theirs';
}

const withSpan = (values: number[]) =>
  formatted(median(values)) +
  (values.length > 1 ? ` (${formatted(Math.min(...values))}–${formatted(Math.max(...values))})` : '');

const withoutNaN = (value: number) => (Number.isNaN(value) ? '–' : formatted(value));

function markdownTable(header: string[], rows: string[][]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
