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
  pl: /(?:ami|ach|ech|ego|emu|ej|ich|ych|imi|ymi|im|ym|ow|om|i?[aeiouy])$/,
  cs: /(?:ami|ach|ech|eho|emu|ych|ich|ymi|imi|ou|em|om|um|ym|im|[aeiouy])$/,
  hu: /(?:[ae]?(?:ban|ben|bol|rol|tol|hoz|hez|nak|nek|val|vel|ba|be|ra|re|ig|ert|t|i|n)|[aeo][nt]|[aeo]?k|[aeiou])$/,
  el: /(?:ους|ων|ος|ου|ον|ης|ας|ες|ις|ην|αν|[αειουη])$/,
  uk: /[aeiouіїяюєйь]{1,2}$/,
  sr: /(?:ovima|evima|ima|ama|oga|ega|omu|emu|og|eg|om|em|im|ih|oj|[aeiou])$/,
};
/** Where `k` becomes `c` before an ending. */
const soft = new Set(['pl', 'cs']);
const shortest = 4; // letters that stay

/** The first subtag of a language: `sr` of `sr-Latn`. Croatian, Bosnian and Montenegrin take Serbian endings. */
export function baseOf(language: string): string {
  let base = bases.get(language);
  if (base === undefined) {
    base = firstSubtag(language);
    if (bases.size < mostRemembered) bases.set(language, base);
  }
  return base;
}

const bases = new Map<string, string>();
const mostRemembered = 1_000; // tags; a page may declare any

function firstSubtag(language: string): string {
  const base = language.split('-')[0]!.toLowerCase();
  if (base === 'sk') return 'cs';
  return base === 'hr' || base === 'bs' || base === 'sh' || base === 'cnr' ? 'sr' : base;
}

/** True for languages whose endings are known. */
export const hasStems = (base: string) => base in endings;

/** A folded word without its ending; no true stem, but the same for most forms of one word. */
export function stemOf(word: string, base: string): string {
  const bare = word.replace(endings[base] ?? /$^/, '');
  const stem = soft.has(base) ? bare.replace(/c$/, 'k') : bare; // `w Polsce`, `v České republice`
  return stem.length >= shortest ? stem : word;
}
