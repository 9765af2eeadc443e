import { readFileSync } from 'node:fs';
import { toLatin } from './serbian-script.ts';

/** The citation styles there are, by the name they are asked for under, and the file of each in `styles/`. */
const styles = {
  apa: 'apa',
  chicago: 'chicago-author-date',
  harvard: 'harvard-cite-them-right',
  mla: 'modern-language-association',
  vancouver: 'vancouver',
  ieee: 'ieee',
  oscola: 'oscola',
} as const;

export type StyleName = keyof typeof styles;

/** Every style, the usual one first. */
export const styleNames = Object.keys(styles) as StyleName[];

/** The locale of each language that citations are written in; of any other they are in English. */
const locales: Record<string, string> = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  nl: 'nl-NL',
  it: 'it-IT',
  pt: 'pt-PT',
  ro: 'ro-RO',
  sr: 'sr-RS',
};

/** What a citation is written by: a locale of CSL, and whether its Cyrillic words are to be in Latin script. */
export interface Locale {
  name: string;
  inLatin: boolean;
}

/** Styles whose English is British, as their files say (`default-locale`): titles stand in single quotation marks. */
const british: ReadonlySet<StyleName> = new Set(['harvard', 'oscola']);

/**
 * The locale for a language tag: the same language, whichever region; both scripts of Serbian; the English of the style, where
 * no other is asked for.
 */
export function localeFor(style: StyleName, language = 'en'): Locale {
  const base = language.split('-')[0]!;
  const isEnglish = base === 'en' || !Object.hasOwn(locales, base);
  const isBritish = language === 'en-GB' || (language !== 'en-US' && british.has(style));
  const name = isEnglish ? (isBritish ? 'en-GB' : 'en-US') : locales[base]!;
  return { name, inLatin: base === 'sr' && !language.includes('-Cyrl') };
}

/** The text of a style in CSL. */
export const readStyle = (name: StyleName): string => readFile(`${styles[name]}.csl`);

/** The words and date forms of a locale in CSL. */
export function readLocale({ name, inLatin }: Locale): string {
  const text = readFile(`locales-${name}.xml`);
  return inLatin ? toLatin(text) : text;
}

const readFile = (name: string) => readFileSync(new URL(`../../styles/${name}`, import.meta.url), 'utf8');
