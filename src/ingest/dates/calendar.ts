/** A day, a month or a year of the calendar. */
export interface CalendarDate {
  year: number;
  month?: number;
  day?: number;
}

export const earliestYear = 1900;
export const latestYear = 2099;

/** The ISO string of a date, cut to what is known; undefined for one that is not in the calendar or not from 1900 to 2099. */
export function isoDate({ year, month, day }: CalendarDate): string | undefined {
  if (year < earliestYear || year > latestYear) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= days ? `${year}-${two(month)}-${two(day)}` : undefined;
}

const two = (number: number) => String(number).padStart(2, '0');
