/** Which number comes first in `5/3/2021`; `unknown` where the fifth of March cannot be told from the third of May. */
export type NumericOrder = 'day first' | 'month first' | 'unknown';

const monthFirstSites = /\.(us|gov|mil|edu|ph|gu|pr)$/;
const dayFirstSites = /\.(eu|int|[a-z]{2})$/; // every other country

/**
 * The order of day and month in a text: as a date in it shows that leaves no doubt, else as its language has it. English
 * is written both ways: it goes by the country in the address of its site.
 */
export function numericOrder(text: string, language?: string, url?: string): NumericOrder {
  for (const [, first, second] of text.slice(0, 20_000).matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:19|20)\d\d(?!\d)/g)) {
    if (Number(first) > 12 && Number(second) <= 12) return 'day first';
    if (Number(second) > 12 && Number(first) <= 12) return 'month first';
  }
  if (language !== undefined && !language.startsWith('en')) return 'day first';
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  if (monthFirstSites.test(host)) return 'month first';
  return dayFirstSites.test(host) ? 'day first' : 'unknown';
}
