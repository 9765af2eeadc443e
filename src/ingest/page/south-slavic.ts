/** Words that tell the languages apart that were once called Serbo-Croatian, as stems; what two have stands with both. */
const signs: Record<string, RegExp> = {
  ekavian:
    /(?<!\p{L})(?:mest[oau]|vreme\p{L}*|dete\p{L}*|deca|dece|deci|decu|decom|decj?\p{L}*|reč\p{L}*|pre|posle|uvek|gde|ovde|svet\p{L}{0,2}|čovek\p{L}*|zahtev\p{L}*|primen\p{L}*|izvešt\p{L}*|obavešt\p{L}*|sledeć\p{L}*|bezbedn\p{L}*|savet\p{L}*|pose[td]\p{L}*|promen\p{L}*|uspe[hš]\p{L}*|delovan\p{L}*|del[oau]|procen\p{L}*|potreb\p{L}*|negde|ocen\p{L}*|vešt\p{L}*|celi\p{L}*|razume\p{L}*|vredn\p{L}*|umesto|zamen\p{L}*|odele?n\p{L}*|telo|tela|lečen\p{L}*|nasled\p{L}*|obe|sprečavan\p{L}*|sproveden\p{L}*|mera|mere|merama|unapređ\p{L}*|ovih|zaštićen)(?!\p{L})/giu,
  ijekavian:
    /(?<!\p{L})(?:mjest[oau]|vrijeme\p{L}*|vremen\p{L}*|dijete\p{L}*|djete\p{L}*|djec\p{L}*|dječ\p{L}*|riječ\p{L}*|prije|poslije|uvijek|gdje|ovdje|svijet\p{L}*|čovjek\p{L}*|zahtjev\p{L}*|primjen\p{L}*|izvješ\p{L}*|izvještaj\p{L}*|obavještav\p{L}*|obavijest\p{L}*|sljedeć\p{L}*|bezbjedn\p{L}*|savjet\p{L}*|vijeć\p{L}*|promjen\p{L}*|uspje\p{L}*|djelovan\p{L}*|djel\p{L}*|procjen\p{L}*|ocjen\p{L}*|vješt\p{L}*|cijel\p{L}*|cjelovit\p{L}*|razumije\p{L}*|vrijedn\p{L}*|umjesto|zamjen\p{L}*|odjel\p{L}*|tijel\p{L}*|tijek\p{L}*|liječen\p{L}*|naslijeđ\p{L}*|obje|sprječavan\p{L}*|mjer\p{L}*|unaprjeđ\p{L}*|dio|nasilj\p{L}* nad ženama i u obitelji|unutarnj\p{L}*|podrijetl\p{L}*)(?!\p{L})/giu,
  hr: /(?<!\p{L})(?:tijekom|također|općin\p{L}*|tisuć\p{L}*|sigurnos\p{L}*|županij\p{L}*|glede|sukladno|zaklad\p{L}*|tko|netko|udrug\p{L}*|povijes\p{L}*|sveučiliš\p{L}*|uporab\p{L}*|izvješć\p{L}*|provedb\p{L}*|učinkovit\p{L}*|sustav\p{L}*|hrvatsk\p{L}*|obitelj\p{L}*|tjed\p{L}*|siječ[an]\p{L}*|veljač\p{L}*|ožuj\p{L}*|trav[an]nj\p{L}*|svib\p{L}*|lip[an]nj\p{L}*|srp[an]nj\p{L}*|kolovoz\p{L}*|ruj[an]\p{L}*|listopad\p{L}*|studen\p{L}*|prosin\p{L}*|stručn\p{L}* skup|priopćen\p{L}*|prosvjed\p{L}*|ravnatelj\p{L}*|tiskan\p{L}*|nakladnik\p{L}*|suzbijanj\p{L}* trgovanja|trgovanj\p{L}*|pomoću|nadležnos\p{L}*|zlouporab\p{L}*|radnik\p{L}* migrant\p{L}*)(?!\p{L})/giu,
  bs: /(?<!\p{L})(?:općin\p{L}*|također|bosn\p{L}*|hercegov\p{L}*|bih|federacij\p{L}* bosne|uposleni\p{L}*|lahk\p{L}*|historij\p{L}*|opć\p{L}*|sedmic\p{L}*|vijeć\p{L}* ministara|kanton\p{L}*|entitet\p{L}*|sarajev\p{L}*|tokom|sistem\p{L}*|sigurnos\p{L}*|izvještaj\p{L}*|saradnj\p{L}*)(?!\p{L})/giu,
  cnr: /(?<!\p{L})(?:opštin\p{L}*|bezbjednos\p{L}*|takođe|crn[aeuo][jm]? gor\p{L}*|crnogor\p{L}*|podgoric\p{L}*|savjet\p{L}*|obavještenj\p{L}*|sistem\p{L}*|tokom|saradnj\p{L}*|nijesu|nijesam|śutra)(?!\p{L})/giu,
  sr: /(?<!\p{L})(?:opštin\p{L}*|takođe|hiljad\p{L}*|srbij\p{L}*|beograd\p{L}*|sistem\p{L}*|tokom|saradnj\p{L}*|sopstven\p{L}*|nedelj\p{L}*)(?!\p{L})/giu,
};

const sites: [language: string, end: RegExp][] = [
  ['sr', /\.rs$/],
  ['hr', /\.hr$/],
  ['bs', /\.ba$/],
  ['cnr', /\.me$/],
];

const languages = ['sr', 'hr', 'bs', 'cnr'];

/**
 * Which of Serbian, Croatian, Bosnian and Montenegrin a text in Latin letters is in: by its vowels (`mesto`, `mjesto`),
 * its words, the country in its address and what it declares; Serbian where nothing tells.
 */
export function southSlavic(text: string, declared?: string, url?: string): string {
  const count = (sign: string) => Math.min(text.match(signs[sign]!)?.length ?? 0, 12);
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  const vowels = { sr: count('ekavian') - 2 * count('ijekavian') };
  const leaning = Math.max(-8, Math.min(8, vowels.sr));
  const ranked = languages.map((language): [string, number] => {
    const site = sites.some(([other, end]) => other === language && end.test(host)) ? 3 : 0;
    const said = declared?.startsWith(language) ? 4 : 0;
    return [
      language,
      count(language) + (language === 'sr' ? leaning : -leaning) + site + said + (language === 'sr' ? 0.5 : 0),
    ];
  });
  return ranked.sort(([, one], [, other]) => other - one)[0]![0];
}
