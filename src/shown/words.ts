/** What is said around a list, apart from what the server says of its items. */
export interface Words {
  heading: string;
  /** Before the languages in which a work is there too. */
  alsoIn: string;
}

const words = {
  en: ['Related resources', 'Also in'],
  de: ['Verwandte Veröffentlichungen', 'Auch auf'],
  fr: ['Ressources associées', 'Aussi en'],
  es: ['Recursos relacionados', 'También en'],
  nl: ['Verwante publicaties', 'Ook in het'],
  ro: ['Resurse conexe', 'Și în'],
  it: ['Risorse correlate', 'Anche in'],
  pt: ['Recursos relacionados', 'Também em'],
  'sr-Latn': ['Povezani sadržaji', 'Dostupno i na'],
  'sr-Cyrl': ['Повезани садржаји', 'Доступно и на'],
  ar: ['موارد ذات صلة', 'متاح أيضًا بـ'],
} satisfies Record<string, [heading: string, alsoIn: string]>;

/** A language that there are words in. */
export type WordsLanguage = keyof typeof words;

/** The languages that there are words in, English first. */
export const wordsLanguages = Object.keys(words) as WordsLanguage[];

/** The language of the words for a reader of `language`, a BCP 47 tag: Serbian in its script, else English. */
export function wordsLanguage(language = ''): WordsLanguage {
  const base = language.split('-')[0]!.toLowerCase();
  if (base === 'sr') return /cyrl/i.test(language) ? 'sr-Cyrl' : 'sr-Latn';
  return wordsLanguages.find((known) => known === base) ?? 'en';
}

/** The words in one of those languages. */
export function wordsIn(language: WordsLanguage): Words {
  const [heading, alsoIn] = words[language];
  return { heading, alsoIn };
}
