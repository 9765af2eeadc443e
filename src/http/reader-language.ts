import Negotiator from 'negotiator';
import type { IncomingMessage } from 'node:http';
import { readLanguage } from '../api/language.ts';
import { pageLanguageFor, type PageLanguage } from '../landing/words.ts';

/** In which language a page is shown. */
export interface ReaderLanguage {
  /** Of names: they fall back to another script or region of it, then to their own language. */
  language: string;
  /** Of the page's own words. */
  told: PageLanguage;
  isChosen: boolean;
}

/**
 * The language of a reader: what the address asks for (`?language=`), else the first of `Accept-Language`, by its weights, that
 * the page has words in, else English. Names are shown in any language asked for by the address.
 */
export function readerLanguage(request: IncomingMessage, asked: string | null): ReaderLanguage {
  if (asked) {
    const language = readLanguage(asked)!;
    return { language, told: pageLanguageFor(language) ?? 'en', isChosen: true };
  }
  for (const tag of new Negotiator(request).languages()) {
    const told = pageLanguageFor(canonical(tag));
    if (told) return { language: told, told, isChosen: false };
  }
  return { language: 'en', told: 'en', isChosen: false };
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return '';
  }
}
