import type { Found } from '../found.ts';

const email =
  /[\p{L}\d._%+-]{1,64}(?:@|\s?[[(](?:at|@|æt)[\])]\s?)[\p{L}\d-]{1,63}(?:(?:\.|\s?[[(](?:dot|punkt)[\])]\s?)[\p{L}\d-]{1,63}){1,4}/giu;
/** Nine digits or more with a sign that a number of a law, a date or an ISBN has not. */
const phone =
  /(?<![\d./-])(?:\+|00)\d{1,3}[\s()./-]{0,3}(?:\d[\s()./-]{0,2}){6,12}\d(?!\d)|(?:tel(?:efon\p{L}*|éfono|\.)?|phone|fax|mobile?|hotline|helpline|handy|sos)[\s.:]{1,3}(?:\d[\s()./-]{0,2}){5,12}\d/giu;

const longest = 200; // UTF-16 code units of what is kept of a page as evidence

/** A text without e-mail addresses and telephone numbers. */
export const masked = (text: string): string => text.replace(email, '[e-mail]').replace(phone, '[telephone]');

/** The same with dots in their place, so that every other character stands where it stood. */
export const covered = (text: string): string => text.replace(email, dots).replace(phone, dots);
const dots = (found: string) => '•'.repeat(found.length);

/** What is kept as evidence: the value alone where it stands in it, and no way to reach anybody. */
export function privately<Value>(found: Found<Value>): Found<Value> {
  const { text, start, end, from } = found.place;
  const value = String(found.value);
  const at = text.length > value.length ? text.indexOf(value) : -1;
  const kept = at >= 0 ? value : masked(text).slice(0, longest);
  if (kept === text) return found;
  const place = at >= 0 && start !== undefined ? { start: start + at, end: start + at + value.length } : start !== undefined && kept.length === text.length ? { start, end } : {}; // prettier-ignore
  return { ...found, place: { from, text: kept, ...place } };
}
