import type { Result } from './related-measure.ts';
import type { Answerer } from './related-questions.ts';
import { median } from './samples.ts';
import { formatted } from './table.ts';

/** A cell from what one server did in its rounds, and from what all did with the same question. */
export interface Figure {
  title: string;
  cell(own: Result[], all: Result[]): string;
}

/** What every table of answers tells. */
export const figures: Figure[] = [
  { title: 'requests/s', cell: (own) => withSpan(ratesOf(own)) },
  { title: 'p50 ms', cell: (own) => withoutNaN(median(own.map(({ load }) => load.p50))) },
  { title: 'p99 ms', cell: (own) => withoutNaN(median(own.map(({ load }) => load.p99))) },
  { title: 'errors', cell: (own) => formatted(own.reduce((total, { load }) => total + load.errors, 0)) },
  { title: '× @neo4j/graphql', cell: (own, all) => timesOf(own, all, '@neo4j/graphql') },
  { title: '× raw', cell: (own, all) => timesOf(own, all, 'raw') },
];

/** A row for each question, number of connections and server, in the order they were asked, as a Markdown table. */
export function answerTable(results: Result[], questions: string[], told: Figure[] = figures): string {
  const counts = [...new Set(results.map(({ connections }) => connections))];
  const servers = [...new Set(results.map(({ server }) => server))];
  const rows = questions.flatMap((name) =>
    counts.flatMap((count) => {
      const all = results.filter(({ question, connections }) => question === name && connections === count);
      const answered = servers.filter((server) => all.some((result) => result.server === server));
      return answered.map((server) => {
        const own = all.filter((result) => result.server === server);
        return [name, String(count), server, ...told.map(({ cell }) => cell(own, all))];
      });
    }),
  );
  return markdownTable(['question', 'connections', 'server', ...told.map(({ title }) => title)], rows);
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
