import { kindOf } from '../../model.ts';
import type { Mention } from './mentions.ts';

const least = 3; // lines of one form are a list
const reach = 120; // UTF-16 code units before a name

/** What stands before names of languages, and of countries beyond a border, in lower case. */
const before =
  /(?:(?<!\p{L})(?:languages|sprachen|langues|idiomas|lingue|talen|l[íi]nguas|limbi|jezi[kc]\p{L}{0,3}|јези[кц]\p{L}{0,3})(?!\p{L})|(?<!\p{L})(?:border(?:s|ing)? (?:with|on)|lindan? con|limitan? con|lim[íi]trofes? con|confinan?o? con|fronti[èe]re avec|grenz\p{L}{1,4} an|fronteira com|se învecinează cu|grani[čc]\p{L}{1,4} sa)\s)[^.!?\n]{0,80}$/u;

/** What stands before the countries that people are from: who covers Austria speaks of people from Romania. */
const whence =
  /(?<!\p{L})(?:(?:c[ao]m(?:e|es|ing)|originat\p{L}{1,3}|returne?\p{L}{0,3}) (?:\p{L}{4,9} )?from|(?:kam|kamen|kommen|stamm\p{L}{1,3}|stammend\p{L}{0,2})(?: \p{L}+){0,2} aus|(?:unter anderem|vor allem) aus|(?:ven(?:ai(?:en)?t|ue?s?|ant)|vien(?:nen)?t|originaires?|proven(?:ai(?:en)?t|ant)|provien(?:nen)?t)(?: \p{L}+){0,2} d(?:e|es|u)|(?:procede\p{L}{0,4}|provien\p{L}{1,4}|provenien\p{L}{1,3}|regresa\p{L}{0,2}|oriund[oa]s?|originari[oaie]s?|vindo?s?|vindas?|vienen|venían) (?:d[eoa]s?|da|dal|dall|dalla)|(?:kwam|kwamen|komen|afkomstig|onder (?:meer|andere)) uit|(?:provin\p{L}{0,2}|proveni\p{L}{0,3}|originar\p{L}{0,2}|vin|veneau) din|(?:dola[zs]\p{L}{1,4}|poti[čc]\p{L}{1,3}|porijeklom|poreklom) iz|(?:дола[зс]\p{L}{1,4}|поти[чц]\p{L}{1,3}|пореклом) из)[\s’'][^.!?;\n]{0,60}$/u;

/** The same before those from there: `workers from Nepal`, `vítimas nacionais da Moldávia`. */
const those = [
  /(?<!\p{L})(?:women|men|girls|boys|children|minors|workers|victims|survivors|persons?|people|nationals|citizens|migrants|applicants|pickers)(?: \p{L}+){0,2} from/u,
  /(?<!\p{L})(?:frauen|männern?|mädchen|kindern?|menschen|personen|arbeiter\p{L}*|arbeitskräften?|betroffenen?|opfern?|staatsangehörigen?)(?: \p{L}+){0,2} aus/u,
  /(?<!\p{L})(?:femmes|hommes|filles|enfants|mineur\p{L}*|personnes|travailleu\p{L}+|victimes|ressortissant\p{L}*|demandeu\p{L}+ d[’']asile)(?: \p{L}+){0,2} (?:du|de|des|d)/u,
  /(?<!\p{L})(?:mujeres|hombres|niñ[oa]s|menores|personas|trabajador\p{L}+|víctimas|solicitantes|nacionales|ciudadan\p{L}+|temporer\p{L}+)(?: \p{L}+){0,2} (?:de|del)/u,
  /(?<!\p{L})(?:donne|uomini|ragazz\p{L}|minori|persone|lavorat\p{L}+|vittime|cittadin\p{L}+)(?: \p{L}+){0,2} (?:del|della|dell|dal|dalla|dall)/u,
  /(?<!\p{L})(?:mulheres|homens|crianças|pessoas|trabalhador\p{L}+|vítimas|naciona\p{L}+|cidadã\p{L}+|estes vieram|vieram)(?: \p{L}+){0,2} d[aeo]s?/u,
  /(?<!\p{L})(?:vrouwen|mannen|meisjes|kinderen|mensen|werknemers|arbeiders|arbeidsmigranten|slachtoffers|deelnemers|plukkers)(?: \p{L}+){0,2} uit/u,
  /(?<!\p{L})(?:femei|bărbați|copii|persoane|muncitori|lucrători|victime|cetățeni)(?: \p{L}+){0,2} din/u,
  /(?<!\p{L})(?:žen[aeiu]|muškar\p{L}+|dec[aeiu]|deco[mj]|devojčic\p{L}+|radni[ckč]\p{L}*|osob\p{L}+|lica|žrt\p{L}+|državljan\p{L}*)(?: \p{L}+){0,2} iz/u,
  /(?<!\p{L})(?:жен[аеиу]|мушкар\p{L}+|дец[аеиу]|децо[мј]|девојчиц\p{L}+|радни[цкч]\p{L}*|особ\p{L}+|лица|жрт\p{L}+|држављан\p{L}*)(?: \p{L}+){0,2} из/u,
  /(?<!\p{L})(?:kobiet\p{L}*|mężczyzn\p{L}*|dzieci|osób|osoby|pracownik\p{L}*|obywatel\p{L}*)(?: \p{L}+){0,2} z/u,
];
const ofThose = new RegExp(`(?:${those.map(({ source }) => source).join('|')})[\\s’'][^.!?;\\n]{0,50}$`, 'u');

/** What stands before a country that another one is only held against. */
const beside =
  /(?<!\p{L})(?:comparison with|compared (?:with|to)|similar\p{L}{0,2} [^.!?;\n]{3,30} in|unlike|in contrast to|anders als|im gegensatz zu|contrairement à|à la différence de|a diferencia de|a differenza di|ao contrário de|anders dan(?: onderzoek uit)?|spre deosebire de|za razliku od|за разлику од|w odróżnieniu od|vergleich mit|ähnliche [^.!?;\n]{3,30} (?:in|kennen)|comparaison avec|comparación con|vergelijking met|confronto con|comparação com|comparație cu|poređenj\p{L} sa?|usporedb\p{L} sa?)\s[^.!?;\n]{0,40}$/u;

/** `calle Argentina` */
const street =
  /(?<!\p{L})(?:calle|avenida|avda\.?|plaza|rue|avenue|place|boulevard|via|viale|piazza|rua|praça|strada|bulevardul|ulica|ul\.|trg|улица|ул\.)\s(?:(?:de|d|du|des|della|do|da)[ ’'])?(?:la |l[’'])?$/u;

/** `Immigrant Council (Ireland)` */
const seat = /\p{L}\s\(\p{Lu}[\p{L} .-]{2,40}\)\s*$/u;

/** Between an organisation and the country it is in: `, Amsterdam, the `. */
const town = "(?:[\\p{Lu}\\d][\\p{L}\\d.'’/-]*(?:\\s[\\p{L}\\d.'’/-]{1,20}){0,4},\\s)";
const toSeat = new RegExp(
  `^(?:\\se\\.\\s?V\\.)?(?:\\s\\([^()\\n]{1,30}\\))?,\\s(${town}{0,3})(?:[Tt]he |[Ll]a |[Ll]es |[Dd]ie )?$`,
  'u',
);
const institute = new RegExp(`(?:Universit|Univerzit|Sveučiliš|Институт|Универзитет|Institut|Facult|Fakult|Facolt|Department|College|School|Academ)[^\\n,;:]{0,60},\\s${town}?$`, 'u'); // prettier-ignore
const closes = /^\s*(?:$|[;)\n]|\.(?:\s|$))/u;
const goesOn = /^\s*(?:$|[,;)\n(]|\.(?:\s|$)|\d{4})/u;

/** A heading that says what the names below it are. */
const heading = /:\s*$|countr|länder|pays|país|paesi|landen|țări|zemlj|земљ/iu;

/** A line with what is named on it, in its order. */
interface Line {
  line: string;
  named: Mention[];
}

/**
 * The countries that are named where a page does not speak of them: as items of a menu, as the seats of those who signed,
 * as where an organisation sits, as languages that something is written in, as neighbours. `mentions` are in the order of the text.
 */
export function inPassing(text: string, mentions: readonly Mention[]): ReadonlySet<Mention> {
  const countries = mentions.filter(isCountry);
  const stands = (mention: Mention, patterns: readonly RegExp[]) => {
    const above = text.slice(Math.max(0, mention.start - reach), mention.start).toLowerCase();
    return patterns.some((pattern) => pattern.test(above));
  };
  const found = new Set(countries.filter((mention) => stands(mention, [before, street])));
  const aside = countries.filter((mention) => stands(mention, [whence, ofThose, beside]));
  // Where others are covered; examples from Kenya alone are what a page is about.
  const asideIds = new Set(aside.map(({ id }) => id));
  const hasOthers = countries.some((mention) => !found.has(mention) && !asideIds.has(mention.id));
  if (hasOthers) for (const mention of aside) found.add(mention);
  for (const seat of seatsIn(text, mentions)) found.add(seat);
  const lines = linesOf(text, mentions);
  const seats = lines.filter(({ line }) => line.trimEnd().endsWith(')') && seat.test(line));
  if (seats.length >= least) for (const { named } of seats) if (named.some(isOrganisation)) addLast(found, named);
  let run: Line[] = [];
  let above = '';
  for (const next of [...lines, null]) {
    if (next && isOnlyCountry(next)) {
      run.push(next);
      continue;
    }
    if (run.length >= least && !heading.test(above)) for (const { named } of run) addLast(found, named);
    run = [];
    above = next?.line ?? '';
  }
  return found;
}

/** `La Strada International, Amsterdam, The Netherlands`, `A B, University of Graz, Austria`: where somebody sits. */
function* seatsIn(text: string, mentions: readonly Mention[]): Generator<Mention> {
  for (const [at, mention] of mentions.entries()) {
    if (mention.derived || !isCountry(mention)) continue;
    const after = text.slice(mention.end, mention.end + 8);
    if (!goesOn.test(after)) continue;
    const before = mentions[at - 1];
    const between = before && isOrganisation(before) && mention.start - before.end < reach ? toSeat.exec(text.slice(before.end, mention.start)) : null; // prettier-ignore
    if (between ? (between[1] ? goesOn : closes).test(after) : closes.test(after) && institute.test(text.slice(Math.max(0, mention.start - reach), mention.start))) yield mention; // prettier-ignore
  }
}

const isCountry = ({ id }: Mention) => kindOf(id ?? '') === 'country';
const isOrganisation = ({ id }: Mention) => kindOf(id ?? '') === 'organisation';

function addLast(found: Set<Mention>, named: readonly Mention[]): void {
  const last = named.at(-1);
  if (last && isCountry(last)) found.add(last);
}

const isOnlyCountry = ({ line, named }: Line) =>
  named.length === 1 && isCountry(named[0]!) && named[0]!.end - named[0]!.start === line.trim().length;

function linesOf(text: string, mentions: readonly Mention[]): Line[] {
  let start = 0;
  let at = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const named: Mention[] = [];
    while (at < mentions.length && mentions[at]!.start < end) named.push(mentions[at++]!);
    const found = { line, named };
    start = end + 1;
    return found;
  });
}
