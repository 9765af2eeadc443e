import { isoDate } from '../dates/calendar.ts';
import type { Found } from '../found.ts';

/** The year of a journal's issue in an address: `/nr-2-2021/`, `/vol-7-no-2-2020/`. */
const issue =
  /\/(?:[a-z]+-)?(?:nr|no|vol|issue|heft|ausgabe|num|numero|br|broj|fasc)-?\d{1,3}(?:-(?:no|nr|n)?-?\d{1,3})?-((?:19|20)\d\d)(?=[/.]|$)/i;

/** The date that an address has in its path, `/2019/03/28/` or `/2019-03-28-a-title`; where files are uploaded to says little. */
export function addressDate(url: string | undefined): Found | null {
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname : '';
  const [, year, month, day] =
    /\/((?:19|20)\d\d)\/(0?[1-9]|1[0-2])(?:\/(0?[1-9]|[12]\d|3[01]))?(?=\/)/.exec(path) ??
    /\/((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=[/_-]|$)/.exec(path) ??
    /\/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(path) ??
    [];
  const issued = issue.exec(path)?.[1];
  if (!year && issued) return { value: issued, confidence: 0.55, place: { from: 'address', text: url! } };
  if (!year || /\/(?:uploads?|files?|documents?|media|download)\//i.test(path)) return null;
  const value = isoDate({ year: Number(year), month: Number(month), ...(day && { day: Number(day) }) });
  return value === undefined ? null : { value, confidence: day ? 0.65 : 0.55, place: { from: 'address', text: url! } };
}
