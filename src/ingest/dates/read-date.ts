import { isoDate } from './calendar.ts';
import { datesIn, type Reading } from './written-dates.ts';

/**
 * The date that a value of metadata is, ISO and cut to what is known: `2021-03-05T10:00:00+01:00`, `2021/3/5`, `20210305`,
 * `Fri, 05 Mar 2021 10:00:00 GMT`, `März 2021`. Undefined for none, several or a span of time.
 */
export function readDate(written: string, reading: Reading = {}): string | undefined {
  const text = written.trim();
  const [, year, month, day] = /^(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?![\d/.-])/.exec(text) ?? [];
  const whole = /^\d{4}$|^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2}(?!\d))?|^\d{8}(?!\d)/.test(text);
  if (whole && year)
    return isoDate({ year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) });
  const [date, other] = datesIn(text, reading);
  return date && !other && !date.period ? date.value : undefined;
}
