import { datePartsOf } from '../formats/partial-date.ts';
import { languageNames } from '../shown/language-names.ts';

/** Formats of dates by what they tell and in which language, each made once: making one costs more than all its uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A date in the words of a language, as far as it is known: `2021-03` is `March 2021`. */
export function tellDate(date: string | undefined, language: string): string | undefined {
  const parts = datePartsOf(date);
  if (!parts) return undefined;
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  const time = new Date(`${date}T00:00:00Z`.replace(/^(\d{4}-\d\d)T/, '$1-01T'));
  return formatOf(language, day !== undefined).format(time);
}

function formatOf(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasDay}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(hasDay && { day: 'numeric' }),
  });
  formats.set(key, made);
  return made;
}

/** The name of a language in another one. */
export function tellLanguage(tag: string, language: string): string {
  try {
    return languageNames(language).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
