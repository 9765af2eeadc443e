import { baseOf } from './stem.ts';

const languages = new Map<string, string>();

/** The language that most people of a country speak, its first subtag: `sr` of `country/RS`. */
export function languageOf(country: string): string {
  const known = languages.get(country);
  if (known !== undefined) return known;
  const { language } = new Intl.Locale(`und-${country.slice('country/'.length)}`).maximize();
  languages.set(country, baseOf(language));
  return baseOf(language);
}
