import type { EngineName } from './engines.ts';
import { median, meets, type Measure, type Samples, type Target } from './samples.ts';

/** A column of results: an engine in some of its rounds. */
export interface Column {
  title: string;
  engine: EngineName;
  rounds: (round: number) => boolean;
}

/**
 * The results as lines of text: a row per measure, the median of the rounds with the lowest and the highest, and
 * whether it meets its target where `judged`. What was not measured is a dash.
 */
export function resultTable(measures: Measure[], columns: Column[], samples: Samples, judged: boolean): string {
  const header = ['', ...columns.map(({ title }) => title), 'target'];
  const rows = measures.map((measure) => [
    measure.name,
    ...columns.map((column) => cell(measure, column, samples, judged)),
    targetText(measure),
  ]);
  return aligned([header, ...rows]);
}

function cell(measure: Measure, { engine, rounds }: Column, samples: Samples, judged: boolean): string {
  const values = samples.values(measure.name, engine, rounds);
  if (values.length === 0) return '–';
  const middle = median(values);
  const span = `${formatted(Math.min(...values))}–${formatted(Math.max(...values))}`;
  const text = `${formatted(middle)}${suffix(measure)}${values.length > 1 ? ` (${span})` : ''}`;
  const target = measure.target?.[engine];
  return target && judged ? `${text} ${meets(target, middle) ? 'met' : 'missed'}` : text;
}

function targetText(measure: Measure): string {
  const texts = Object.entries(measure.target ?? {}).map(([engine, target]) => [engine, boundText(measure, target)]);
  const different = new Set(texts.map(([, text]) => text));
  if (different.size === 1) return [...different][0]!;
  return texts.map(([engine, text]) => `${text} ${engine}`).join(', ');
}

const boundText = (measure: Measure, target: Target) =>
  ('atMost' in target ? `≤ ${formatted(target.atMost)}` : `≥ ${formatted(target.atLeast)}`) + suffix(measure);

const suffix = ({ unit }: Measure) => (unit === '/s' ? '/s' : ` ${unit}`);

/** Three digits that count, as many as a measurement of this kind is good for. */
export function formatted(value: number): string {
  if (Number.isInteger(value) || value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 10 ? 2 : 1);
}

/** Rows of text as lines, their columns under one another. */
export function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
