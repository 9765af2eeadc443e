import { isoDate } from '../dates/calendar.ts';
import { monthOf } from '../dates/month-names.ts';
import { datesIn, type Reading } from '../dates/written-dates.ts';
import type { Found } from '../found.ts';

const act =
  /^(?:directive|regulation|council|commission|framework|decision|recommendation|law|act|decree|gesetz|verordnung|richtlinie|beschluss|loi|décret|directive|arrêté|ordonnance|ley|real decreto|decreto|directiva|wet|besluit|richtlijn|lege\p{L}*|hotărâre\p{L}*|ordonanț\p{L}*|ordin\p{L}*|legge|direttiva|lei|resolução|portaria|despacho|zakon|uredba|pravilnik|закон|уредба|правилник|résolution|resolución|resolution|rezoluți\p{L}*)(?!\p{L})/iu;

/**
 * The date in the title of a page, or in the words of its address: of an act (`Lei 60/2013, de 23 de agosto`), or a month
 * that closes the title. A year in a title is what it is about, not when it was issued.
 */
export function titleDate(title: string, url: string | undefined, reading: Reading): Found | null {
  const said = (text: string, from: 'title' | 'address', confidence: number): Found | null => {
    const value = actDate(text, reading.language) ?? closing(text, reading, from === 'address');
    return value === undefined ? null : { value, confidence, place: { from, text } };
  };
  return said(title, 'title', 0.6) ?? said(wordsOfAddress(url), 'address', 0.5);
}

/** `194/2024, de 24 de dezembro`, as Portugal, Spain and Brazil number their acts; else the day in an act's title. */
function actDate(text: string, language?: string): string | undefined {
  const [, year, day, name] = /\d[/ -]((?:19|20)\d\d),? de (\d{1,2})º? de (\p{L}+)/u.exec(text) ?? [];
  const month = name === undefined ? undefined : monthOf(name, language)?.month;
  if (month !== undefined) return isoDate({ year: Number(year), month, day: Number(day) });
  if (!act.test(text)) return undefined;
  return datesIn(text, { language }).find(({ value, period }) => value.length === 10 && !period)?.value;
}

function closing(text: string, reading: Reading, isAddress: boolean): string | undefined {
  const date = datesIn(text, reading).at(-1);
  if (!date || date.period || date.value.length !== 7 || /\p{L}/u.test(text.slice(date.end))) return undefined;
  return isAddress || /[.,–—|(:-]\s*$/.test(text.slice(0, date.start)) ? date.value : undefined;
}

/** The last part of an address as words: `resolucao 194 2024 de 24 de dezembro`. */
function wordsOfAddress(url = ''): string {
  const part = URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean).at(-1) : undefined;
  return (part ?? '')
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[-_+]+/g, ' ')
    .slice(0, 300);
}
