import { isWeekday } from '../dates/date-labels.ts';
import type { WrittenDate } from '../dates/written-dates.ts';
import { wordsOf } from '../../fold.ts';

/** A line of a page with a date in it, as the signs that it is the date of issue look at it. */
export interface DatedLine {
  line: string;
  /** How many lines with something on them stand above it, and below. */
  above: number;
  below: number;
  /** The lines above and below it; empty at the ends. */
  previous: string;
  next: string;
  /** The begins of the five lines above and the five below. */
  around: string;
  date: WrittenDate;
  /** What stands before and behind the date in the line. */
  before: string;
  after: string;
  precision: 'year' | 'month' | 'day';
  /** The words of the page's title, folded. */
  title: ReadonlySet<string>;
}

/** A sign of issue: how sure it is that a date so written is the day the work or page came out, 0–1; 0 where it is not so written. */
export type Sign = (dated: DatedLine) => number;

/** A text without the names of days of the week. */
export const withoutWeekday = (text: string): string =>
  text.replace(/\p{L}[\p{L}-]*/gu, (word) => (isWeekday(word.toLowerCase()) ? '' : word)).trim();

/** Which part of the words of a title stands in a text, 0–1. */
export function shareOfTitle(title: ReadonlySet<string>, text: string): number {
  const words = wordsOf(text);
  return title.size === 0 ? 0 : [...title].filter((word) => words.has(word)).length / title.size;
}
