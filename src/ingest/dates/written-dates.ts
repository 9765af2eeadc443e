import { isoDate, type CalendarDate } from './calendar.ts';
import { monthOf } from './month-names.ts';
import type { NumericOrder } from './numeric-order.ts';

/** A date as it stands in a text. */
export interface WrittenDate {
  /** ISO, cut to what is written. */
  value: string;
  /** In UTF-16 code units of the text. */
  start: number;
  end: number;
  /** It is one end of a span of time, `2012–2016` or `September 2021 – March 2022`, or several days of an event. */
  period: boolean;
  /** Its day and month are written, and cannot be told apart. */
  ambiguous?: true;
}

export interface Reading {
  language?: string;
  order?: NumericOrder;
}

const aYear = /(?<![\p{L}\p{N}_])(?:19|20)\d\d(?![\p{Ll}\p{N}_])/gu; // `2021DOWNLOAD` and `2018Inhalt` are glued
const reach = 48; // UTF-16 code units before a year in which its day and month stand

/**
 * The dates in a text, in any of the languages and forms there are: `25 de noviembre de 2008`, `16.V.2005`, `13-06-2024`,
 * `Децембар 2014.`, `March 5th, 2021`, `2021-03-05`, `2013`. Every one has its year; numbers of laws, codes and parts of
 * addresses are none. Takes time linear in the text's length.
 */
export function datesIn(text: string, reading: Reading = {}): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const { index } of text.matchAll(aYear)) {
    const date = dateAround(text, index, reading);
    if (date && date.start >= (dates.at(-1)?.end ?? 0)) dates.push(date);
  }
  dates.forEach((date, at) => {
    const next = dates[at + 1];
    if (next && spans(text.slice(Math.max(0, date.start - 24), date.start), text.slice(date.end, next.start)))
      date.period = next.period = true;
  });
  return dates;
}

function dateAround(text: string, at: number, { language, order = 'unknown' }: Reading): WrittenDate | undefined {
  const before = text.slice(Math.max(0, at - reach), at);
  const after = text.slice(at + 4, at + 4 + reach);
  const year = Number(text.slice(at, at + 4));
  const made = (date: CalendarDate, back: number, on = 0, period = false): WrittenDate | undefined => {
    const value = isoDate(date);
    return value === undefined ? undefined : { value, start: at - back, end: at + 4 + on, period };
  };

  const yearFirst = /^([-/.]) ?(\d{1,2})\1 ?(\d{1,2})(?![\d/])/.exec(after);
  if (yearFirst && !/[\p{L}\d]\/$/u.test(before))
    return made({ year, month: Number(yearFirst[2]), day: Number(yearFirst[3]) }, 0, yearFirst[0].length);

  const numeric = /(?<![\d/.-])(\d{1,2})( ?[./-] ?)(\d{1,2})( ?[./-] ?)$/.exec(before);
  if (numeric && numeric[2]!.trim() === numeric[4]!.trim()) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const back = numeric[0].length;
    const sure = numeric[2]!.trim() !== '/' || first > 12 || first === second || order === 'day first';
    if (order === 'month first' && !(first > 12)) return made({ year, month: first, day: second }, back);
    if (second > 12) return made({ year, month: first, day: second }, back);
    const date = made(sure ? { year, month: second, day: first } : { year }, back);
    return sure || !date || first > 12 ? date : { ...date, ambiguous: true };
  }

  const roman = /(?<![\d.])(\d{1,2})(?:[./-] ?| )(XI{0,2}|IX|IV|VI{0,3}|I{1,3})(?:[./-] ?| )$/.exec(before);
  if (roman) return made({ year, month: romans.indexOf(roman[2]!) + 1, day: Number(roman[1]) }, roman[0].length);

  const monthOnly = /(?<![\d/.-]|(?:nr|no|br|art|zakon|ley|lei|law|loi|lege|legea)\.? ?)(0[1-9]|1[0-2])[/.]$/iu.exec(
    before,
  );
  if (monthOnly) return made({ year, month: Number(monthOnly[1]) }, 3);
  const named = namedMonth(before, language);
  if (named) return made({ year, ...named.date }, named.back, 0, named.period);
  if (isNumber(before, after)) return undefined;
  const ahead = monthAhead(after, language);
  if (ahead) return made({ year, ...ahead.date }, 0, ahead.on);
  const month = /^-(0[1-9]|1[0-2])(?![\d-])/.exec(after);
  if (month && !isNextYear(year, month[1]!)) return made({ year, month: Number(month[1]) }, 0, month[0].length);
  return made({ year }, 0, 0, spanOfYears(year, before, after));
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Whether four digits are no year: money, a decimal, the number of a law (`2024/1712`), a code or a part of an address. */
const isNumber = (before: string, after: string): boolean =>
  /(?:[€$£#§=@]\s?|\d[.,]|[\p{L}\d]\/|[\p{L}_]-|\/|\b(?:nr|no|br|num|art|tel|p|pp|issn|isbn|cets|ets|stce)\.? ?)$/iu.test(
    before,
  ) ||
  /^(?:[.,]\d|\/\d{3,}|\/\d{1,3}\/[\p{L}]|\/[\p{L}]{2}|-(?:\p{L}|\d(?!\d))|\s?(?:%|€|\$|£|km|kg|eur|euro|usd)(?!\p{L}))/iu.test(
    after,
  );

/** A month, and perhaps its day, right before a year. */
function namedMonth(
  before: string,
  language?: string,
): { date: Omit<CalendarDate, 'year'>; back: number; period: boolean } | undefined {
  const tokens = [...before.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)].filter(
    ({ 0: token }) => !linking.has(token.toLowerCase()),
  );
  const [second, first] = [tokens.at(-2), tokens.at(-1)];
  if (!first || !isGap(before.slice(first.index + first[0].length))) return undefined;
  const joins = (one: RegExpExecArray, other: RegExpExecArray) =>
    isGap(before.slice(one.index + one[0].length, other.index));
  const month = monthOf(first[0], language);
  if (month) {
    const day = second && joins(second, first) ? dayOf(second[0]) : undefined;
    if (day === undefined)
      return month.short && language === undefined
        ? undefined
        : { date: { month: month.month }, back: before.length - first.index, period: false };
    const several = severalDays.test(before.slice(0, second!.index));
    return { date: { month: month.month, day }, back: before.length - second!.index, period: several };
  }
  const day = dayOf(first[0]);
  const earlier = second && day !== undefined && joins(second, first) ? monthOf(second[0], language) : undefined;
  return earlier && { date: { month: earlier.month, day }, back: before.length - second!.index, period: false };
}

const severalDays =
  /(?<![\d.])\d{1,2}\.?\s*(?:[-–—/+&]|and|und|et|y|en|e|și|si|i|и|och|og|a|to|bis|au|al|tot|do)\s*$/iu;

/** `2021. március 5.`, `2021 March 5`: a month behind the year, and only with its day outside of Hungarian. */
function monthAhead(after: string, language?: string): { date: Omit<CalendarDate, 'year'>; on: number } | undefined {
  const [whole, word, day] = /^[.,]? (\p{L}{3,})\.?(?: (\d{1,2})(?!\d))?/u.exec(after) ?? [];
  const month = word === undefined ? undefined : monthOf(word, language)?.month;
  if (month === undefined || (day === undefined && language !== 'hu')) return undefined;
  return { date: { month, ...(day !== undefined && { day: Number(day) }) }, on: whole!.length };
}

/** Words and endings between day, month and year. */
const linking = new Set([
  'de',
  'del',
  'of',
  'di',
  'do',
  'd',
  'den',
  'the',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'º',
  'ª',
  'din',
  'y',
  'god',
  'do',
  'dnia',
  'r',
]);
const isGap = (gap: string) =>
  gap.length < 16 &&
  /^(?:[\s.,'’º°ª-]|(?<!\p{L})(?:de|del|of|di|do|d|den|the|din)(?!\p{L})|(?:st|nd|rd|th|er)(?!\p{L}))*$/iu.test(gap);
const dayOf = (token: string) =>
  /^\d{1,2}$/.test(token) && Number(token) >= 1 && Number(token) <= 31 ? Number(token) : undefined;

const isNextYear = (year: number, digits: string) => Number(digits) === (year + 1) % 100;

/** `2020/21`, `2011-12`, `1999/2000`: years that belong together. What two whole dates span is told elsewhere. */
const spanOfYears = (year: number, before: string, after: string): boolean => {
  const short = /^\s?[-–—/]\s?(\d\d)(?!\d)/.exec(after)?.[1];
  return (
    (short !== undefined && isNextYear(year, short)) ||
    /\d\s?[-–—/]\s?$/.test(before) ||
    /^\s?[-–—/]\s?(?:19|20)\d\d/.test(after)
  );
};

const between =
  /(?<!\p{L})(?:between|zwischen|entre|tussen|tra|fra|između|izmedju|између|od|од|între|intre|mellan|mellem|mellom|między|ndërmjet|from|von|de|du|dal|desde|van|din|från|fra|od)\s+(?:\S+\s+){0,2}$/iu;
const upTo =
  /^[\s.,)]*(?:god(?:ine)?\.?|r\.)?\s*(?:[-–—]|\/|to|through|until|till|thru|bis|bis zum|au|à|jusqu['’]?(?:à|en|au)?|a|al|hasta|tot|t\/m|tot en met|până (?:în|la)|pana (?:in|la)|la|al|fino (?:a|al)|até|a|ao|do|до|till|til|deri)\s+(?:\p{L}+\s+){0,1}$|^\s*[-–—/]\s*$/iu;
const and = /^[\s.,]*(?:and|und|et|y|en|e|și|si|i|и|och|og|a|dhe|és)\s+(?:\p{L}+\s+)?$/iu;
const spans = (before: string, gap: string): boolean =>
  gap.length < 40 && (upTo.test(withoutHour(gap)) || (and.test(gap) && between.test(before)));

const withoutHour = (gap: string) =>
  gap.replace(/^\s*(?:[@,]|at|um|à|a las|alle|om|u)?\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|uhr|h)?(?=\s|$)/i, ' ');
