import type { EngineName } from './engines.ts';

/** One thing that is measured: a row of the table. */
export interface Measure {
  name: string;
  unit: 's' | 'MB' | '/s' | '×';
  /** What it should come to, by engine. */
  target?: Partial<Record<EngineName, Target>>;
}

export type Target = { atMost: number } | { atLeast: number };

/** What a run has measured so far, and what came out wrong in it. */
export interface Samples {
  add(measure: string, engine: EngineName, round: number, value: number | null): void;
  /** The values of one measure on one engine, in the rounds that are asked for. */
  values(measure: string, engine: EngineName, rounds: (round: number) => boolean): number[];
  /** Says what did not come out as it must; what was measured there is not counted. */
  fail(where: string, problem: string): void;
  readonly problems: string[];
}

/** Nothing measured yet. */
export function createSamples(): Samples {
  const samples: { measure: string; engine: EngineName; round: number; value: number }[] = [];
  const problems: string[] = [];
  return {
    problems,
    add(measure, engine, round, value) {
      if (value !== null) samples.push({ measure, engine, round, value });
    },
    values: (measure, engine, rounds) =>
      samples
        .filter((sample) => sample.measure === measure && sample.engine === engine && rounds(sample.round))
        .map(({ value }) => value),
    fail(where, problem) {
      problems.push(`${where}: ${problem}`);
    },
  };
}

/** The value that a share of all is below or at most; of no values NaN. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The middle value, or the mean of the two in the middle; of no values NaN. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** Whether a value meets its target. */
export const meets = (target: Target, value: number): boolean =>
  'atMost' in target ? value <= target.atMost : value >= target.atLeast;
