import { datePartsOf } from '../formats/partial-date.ts';

/** A date in the words of a language, as far as it is known: `2021-03` is `March 2021`. */
export function tellDate(date: string | undefined, language: string): string | undefined {
  const parts = datePartsOf(date);
  if (!parts) return undefined;
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  const time = new Date(`${date}T00:00:00Z`.replace(/^(\d{4}-\d\d)T/, '$1-01T'));
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
  }).format(time);
}

/** The name of a language in another one. */
export function tellLanguage(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
