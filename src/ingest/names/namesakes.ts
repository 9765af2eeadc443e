import type { Mention } from './mentions.ts';

/** What says that a name of a country is somebody or something else: the words right before or right after it. */
const others: Record<string, { before?: RegExp; after?: RegExp; person?: true }> = {
  'country/GE': {
    before: /\b(University of|Atlanta,?|Savannah,?|Athens,?|State of|South) $/,
    after: /^,? (State|Tech|USA|U\.S|Southern|Department|Bureau|Atlanta|Bulldogs|\d{5})/,
    person: true,
  },
  'country/JO': { after: /^ (River|Valley)/, person: true },
  'country/TD': { person: true },
  'country/IL': { person: true },
  'country/CU': { person: true },
  'country/NE': { after: /^ (Delta|State|River)/ },
  'country/GN': { before: /\bNew $/, after: /^[ -](pig|fowl|worm)/i },
  'country/MX': { before: /\bNew $/ },
  'country/GB': { before: /\bNew (South )?$/ },
  'country/US': { before: /\b(Latin|South|Central|Native|Pan-|Inter-) ?$/, after: /^ ?\$/ },
  'country/CH': { after: /^ cheese/i },
  'country/PS': { after: /^, (Texas|TX)/ },
};

/** Words with a capital that are nobody's first name. */
const noName =
  /^(In|From|To|And|Of|The|For|With|Between|Across|About|On|At|By|As|Or|Both|While|Since|After|Before|Northern|Southern|Eastern|Western|North|South|East|West|Central|Republic|Syria|Lebanon|Iraq|Turkey|Armenia|Moldova|Ukraine|Egypt|Israel|Cameroon|Sudan|Niger|Nigeria|Haiti)$/;

const states =
  /\b(Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Illinois|Indiana|Kentucky|Louisiana|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Nebraska|Nevada|New (?:Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Tennessee|Texas|Virginia|Wisconsin|Atlanta|Savannah)\b/;
/** What a place within the United States goes on with: `Turkey Creek`, `Lebanon, Tenn.` */
const place =
  /^( (Creek|Grove|County|Street|Road|Avenue|Hills?|Springs|Township)\b|, (Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Wis)\.)/;

/** True where a mention of a country names a person, a state of the USA or an animal: `Michael Jordan`, `Guinea pigs`. */
export function namesakeOf(text: string, { id, start, end, derived }: Mention): boolean {
  const after = text.slice(end, end + 30);
  if (id?.startsWith('country/') && !derived && place.test(after)) return true;
  const other = id === undefined ? undefined : others[id];
  if (!other) return false;
  const before = text.slice(Math.max(0, start - 30), start);
  if (id === 'country/GE' && states.test(text) && !/Tbilisi|Caucas|Armenia|Azerbaijan/.test(text)) return true;
  if (other.before?.test(before) || other.after?.test(after)) return true;
  if (!other.person || derived) return false;
  const first = /(?:^|[^\p{L}])(\p{Lu}\p{Ll}+) $/u.exec(before)?.[1];
  const last = /^ (\p{Lu}\p{Ll}+)/u.exec(after)?.[1];
  return [first, last].some((word) => word !== undefined && !noName.test(word));
}

const ofLanguage =
  /^\W{0,3}(versions?|language|translations?|editions?|text|summary|speaking|speakers?|only|pdf|fassung|version|übersetzung|sprache|sprachig|ausgabe|traduction|langue|versión|traducción|idioma|versie|vertaling|talig|taal|versiune|limba|lingua|versione|traduzione|versão|tradução|verzija|prevod|jezik)/i;
const afterVersion =
  /(version|versión|versione|versão|versiune(a)?|traducción|traduction|traduzione|tradução|limba|lingua|langue|idioma|language|jezik|auf|ins|aus dem|available in|translated (in)?to|published in|written in|en|in het|em|în|na|in)\s*$/i;
const followedByNothing =
  /^\s*($|[.,;:)\]!?/|]|\n|(and|or|und|oder|et|ou|y|o|en|of|și|e|i|ili|only|with|is|are|can|here|available|erhältlich|verfügbar|verfasst|abrufbar|übersetzt|disponible|beschikbaar|disponibil|dostupno)\b)/i;

/**
 * The adjectives that name a language and no country: `available in French`, `English and German version`. One that
 * stands in a row with such a one is one of them.
 */
export function languagesMeant(text: string, mentions: Mention[]): Set<Mention> {
  const meant = new Set<Mention>();
  const adjectives = mentions.filter(({ derived }) => derived);
  const isInRow = (one?: Mention, other?: Mention) =>
    one &&
    other &&
    /^\s*(,|\/|&|\||,?\s*(and|or|und|oder|et|ou|y|en|of|e|și|i))\s*(het|das|le|el|il|the|o)?\s*$/.test(
      text.slice(one.end, other.start),
    );
  for (const mention of adjectives) {
    const after = text.slice(mention.end, mention.end + 30);
    const before = text.slice(Math.max(0, mention.start - 30), mention.start);
    const alone = afterVersion.test(before) && followedByNothing.test(after);
    if (ofLanguage.test(after) || alone) meant.add(mention);
  }
  for (let at = 1; at < adjectives.length; at++)
    if (meant.has(adjectives[at - 1]!) && isInRow(adjectives[at - 1], adjectives[at])) meant.add(adjectives[at]!);
  for (let at = adjectives.length - 2; at >= 0; at--)
    if (meant.has(adjectives[at + 1]!) && isInRow(adjectives[at], adjectives[at + 1])) meant.add(adjectives[at]!);
  return meant;
}
