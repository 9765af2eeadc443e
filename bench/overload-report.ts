import type { EngineName } from './engines.ts';
import { quantile } from './samples.ts';
import type { Answered, SteadyLoad } from './steady-load.ts';
import { aligned, formatted } from './table.ts';

/** What was asked of whom. */
interface Asked {
  engine: EngineName;
  question: string;
  /** Answers a second to 16 connections, each with the next question as soon as it has an answer. */
  sustained: number;
  /** Milliseconds that 99 of 100 of these took at most. */
  usual: number;
  /** Questions a second of the overload, and its seconds. */
  asked: number;
  lasting: number;
}

/** What came of an overload. */
export interface Overload extends Asked {
  /** Milliseconds, 99 of 100 at most, of what was answered in the overload and of what was sent away, once its connections were open. */
  answered: number;
  sentAway: number;
  /** A second, in the overload. */
  answers: number;
  refusals: number;
  heldBack: number;
  /** Milliseconds after the overload until a second in which nothing was sent away and 99 of 100 waited no longer than usual, times the goal. */
  recovered: number;
  problems: string[];
  isSound: boolean;
}

/** What the answers of an overload may take, as a multiple of the usual; and seconds until all is well again. */
const goal = { slower: 5, recovery: 5 };
/** Milliseconds in which the connections of the overload are opened. */
const opening = 1_000;

/** What an overload and the time after it say. */
export function outcome(asked: Asked, under: SteadyLoad, after: SteadyLoad): Overload {
  const [right, away] = [under.answers.filter(isRight), under.answers.filter((answer) => !isRight(answer))];
  const recovered = 1_000 * firstGoodSecond(after.answers, goal.slower * asked.usual);
  const problems = [under, after].flatMap(({ broken, wrong }) => [...broken, ...wrong]);
  return {
    ...asked,
    answered: p99(right.filter(({ at }) => at > opening)),
    sentAway: p99(away.filter(({ at }) => at > opening)),
    answers: right.length / asked.lasting,
    refusals: away.length / asked.lasting,
    heldBack: under.heldBack / asked.lasting,
    recovered,
    problems,
    isSound: problems.length === 0 && recovered <= goal.recovery * 1_000,
  };
}

/** The first second of which all were answered, 99 of 100 within `soon` milliseconds. */
function firstGoodSecond(answers: Answered[], soon: number): number {
  for (let second = 0; ; second++) {
    const asked = answers.filter(({ at }) => Math.floor(at / 1_000) === second);
    if (asked.length === 0) return Infinity;
    if (asked.every(isRight) && p99(asked) <= soon) return second;
  }
}

/** The outcomes as a table, with what one has to know to read it. */
export function overloadTable(outcomes: Overload[]): string {
  const header = ['', 'sustained', 'asked for', 'answered', 'sent away', 'not asked', 'p99 usual', 'p99 answered', '', 'p99 sent away', 'well again']; // prettier-ignore
  const rows = outcomes.map((one) => [
    `${one.engine}: ${one.question}`,
    ...[one.sustained, one.asked, one.answers, one.refusals, one.heldBack].map(
      (rate) => `${formatted(Math.round(rate))}/s`,
    ),
    ...[one.usual, one.answered].map(milliseconds),
    `× ${(one.answered / one.usual).toFixed(1)} ${one.answered <= goal.slower * one.usual ? 'met' : 'missed'}`,
    milliseconds(one.sentAway),
    `${one.recovered / 1000} s`,
  ]);
  const problems = outcomes.flatMap(({ engine, question, problems }) =>
    problems.length ? [`PROBLEM  ${engine}, ${question}, ${problems.length} times: ${problems[0]}`] : [],
  );
  return [aligned([header, ...rows]), ...problems].join('\n');
}

const milliseconds = (value: number) => (Number.isNaN(value) ? '–' : `${formatted(value)} ms`);
const isRight = ({ status }: Answered) => status === 200;

const p99 = (answers: Answered[]) =>
  quantile(
    answers.map(({ took }) => took),
    0.99,
  );
