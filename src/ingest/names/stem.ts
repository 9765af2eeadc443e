/** Endings that words take by number, case and gender, the longest first. */
const endings: Record<string, RegExp> = {
  en: /(?:ications?|ied|at(?:ions?|es?|ed|ing)|ions?|ying|ing|ies|ed|es|y|s|e)$/,
  de: /(?:(?<=.{4})ern|e[nmrs]|[ens])$/,
  nl: /(?:se|en|[es])$/,
  sv: /(?:arna|erna|orna|ens|ets|ar|er|or|en|et|[aens])$/,
  fr: /(?:(?<=[ieo]n)nes?|[es]+)$/,
  es: /[aeos]+$/,
  pt: /[aeos]+$/,
  it: /[aeio]+$/,
  ro: /(?:ului|ilor|elor|lor|ele|ile|ul|ii|ei|ea|[aeiu])$/,
  sr: /(?:ovima|evima|ima|ama|oga|ega|omu|emu|og|eg|om|em|im|ih|oj|[aeiou])$/,
};
const shortest = 4; // letters that stay

/** The first subtag of a language: `sr` of `sr-Latn`. Croatian, Bosnian and Montenegrin take Serbian endings. */
export function baseOf(language: string): string {
  const base = language.split('-')[0]!.toLowerCase();
  return base === 'hr' || base === 'bs' || base === 'sh' || base === 'cnr' ? 'sr' : base;
}

/** True for languages whose endings are known. */
export const hasStems = (base: string) => base in endings;

/** A folded word without its ending; no true stem, but the same for most forms of one word. */
export function stemOf(word: string, base: string): string {
  const stem = word.replace(endings[base] ?? /$^/, '');
  return stem.length >= shortest ? stem : word;
}
