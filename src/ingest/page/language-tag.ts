const names: Record<string, string> = {
  english: 'en', german: 'de', deutsch: 'de', french: 'fr', français: 'fr', spanish: 'es', español: 'es', dutch: 'nl',
  nederlands: 'nl', romanian: 'ro', română: 'ro', italian: 'it', italiano: 'it', portuguese: 'pt', português: 'pt',
  serbian: 'sr', srpski: 'sr-Latn', српски: 'sr-Cyrl', croatian: 'hr', hrvatski: 'hr', bosnian: 'bs', bosanski: 'bs',
  polish: 'pl', polski: 'pl', swedish: 'sv', svenska: 'sv', hungarian: 'hu', magyar: 'hu', albanian: 'sq', shqip: 'sq',
}; // prettier-ignore

/**
 * The BCP 47 tag of what a page calls its language, without region: `en` of `en_US`, `eng` and `English`, `ro` of `mo`,
 * `nb` of `no`, `sr-Latn` of `sr-Latn-RS`. Undefined for what names no single language.
 */
export function languageTag(written: string | null | undefined): string | undefined {
  const word = (written ?? '').trim().toLowerCase();
  const known = names[word];
  if (known) return known;
  const [, code, rest = ''] = /^([a-z]{2,3})((?:[-_@][a-z0-9]+)*)$/.exec(word.replace(/\.utf-?8$/, '')) ?? [];
  if (!code || /^(und|mul|zxx|mis)$/.test(code)) return undefined;
  if (code === 'cnr') return code; // ICU takes Montenegrin for Serbian
  const { language, script } = new Intl.Locale(code);
  const given = /latn|latin/.test(rest) ? 'Latn' : /cyr/.test(rest) ? 'Cyrl' : (script ?? '');
  if (language === 'no') return 'nb';
  return language === 'sr' && given ? `sr-${given}` : language;
}
