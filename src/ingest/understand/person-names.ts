import { isName } from '../page/party-names.ts';

const particle =
  "(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ten|ter|zu|zur|af|y|i|e|op|'t|’t|Mc|O['’])";
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const person = `${word}(?:\\s+(?:${particle}\\s+){0,3}${word}){1,4}`;
const whole = new RegExp(`^${person}$`, 'u');
const initials = new RegExp(`(?<![\\p{L}.])(?:\\p{Lu}\\.\\s?){1,5}(?:-\\p{Lu}\\.)?\\s*(?:${particle}\\s+){0,3}\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:-\\p{Lu}[\\p{L}\\p{M}'’]+)?`, 'gu'); // prettier-ignore

/** Degrees and forms of address that stand around a name. */
const titles =
  /(?<![\p{L}])(?:(?:prof|dr|doc|mag|dipl|ing|jur|h\.c|m\.?sc|m\.?a|ll\.?m|ph\.?d|mr|mrs|ms|drs|lic|dott|dott\.ssa|avv|univ|habil|phil)\.?|professor|doktor|señora?|herr|frau)(?![\p{L}])[.,]?/giu;

/** Words that only names of institutions, headings and sorts of work have. */
const notPersons =
  /(?<!\p{L})(?:team|group|gruppe|redak\p{L}*|redac\p{L}*|editor\p{L}*|office|centre|center|centar|zentrum|institut\p{L}*|univer[sz]i\p{L}*|ministr?\p{L}*|ministry|department|council|conseil|consejo|rat|commission\p{L}*|comisi\p{L}*|comit\p{L}*|committee|organi[sz]a\p{L}*|association|associa\p{L}*|asocia\p{L}*|foundation|fundaci\p{L}*|fondation|stichting|stiftung|verein|network|netz\p{L}*|red|programme|project\p{L}*|projek?t\p{L}*|international\p{L}*|national\p{L}*|agen[ctț]\p{L}*|police|polizei|court|gericht|report|bericht|rapport|informe|study|studie|guide|handbook|manual|introduction|contents|inhalt\p{L}*|inhoud\p{L}*|cuprins|sadržaj|chapter|summary|rights|rechte|derechos|droits|traffick\p{L}*|menschenhandel|trata|traite|mensenhandel|trgovin\p{L}*|europ\p{L}*|united|nations|street|website|trust|legal|women|global|world|human|officer|director\p{L}*|direktor\p{L}*|manager\p{L}*|co-?ordinat\p{L}*|koordinat\p{L}*|lawyer|advis[eo]r|researcher|lecturer|fellow|consultant|expert\p{L}*|specialist|attorney|president\p{L}*|secretary|author\p{L}*|autor\p{L}*|autric?\p{L}*|auteur\p{L}*|contributor\p{L}*|all|the|and)(?!\p{L})/iu;

const title =
  '(?:(?:[Pp]rof|[Dd]r|[Dd]ott|[Mm]ag|[Dd]rs|[Aa]vv|[Ll]ic|[Hh]err|[Ff]rau)\\.?(?:\\s?ssa\\.?|ª)?\\s+){0,3}';
/** The names of several persons in a row, the last behind an `and`; not yet asked whether they are such. */
export const personsInRow = `${title}${person}(?:(?:,\\s+|,?\\s+(?:and|und|et|y|e|en|și|şi|i|&|и|oraz|και|és|och|og|та|a)\\s+)${title}${person}){0,9}`;

/** True for what is written as the name of a person is: two words or more, each with a capital, no institution's. */
export const isPersonName = (text: string): boolean =>
  text.length <= 60 &&
  whole.test(text) &&
  isName(text) &&
  !/^(?:an?|the|eine?|une?|una|een)\s/i.test(text) &&
  !notPersons.test(text) &&
  !/\d/.test(text) &&
  text.split(/\s+/).length <= 6;

/** A name without degrees, numbers of footnotes and what follows behind a comma; `Healy, Claire` is turned. */
export function tidyPersonName(written: string): string {
  const bare = written.replace(/\([^()]*\)|\[[^\]]*\]/g, ' ').replace(titles, ' ').replace(/[\d*†‡§¹²³]+/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const [last = '', first = '', ...more] = bare.split(/\s*,\s*/);
  if (first && more.length === 0 && isFirstName(first) && last.split(' ').length <= 3) return `${first} ${last}`;
  return last.replace(/[.;:,-]+$/, (end) => (/\b\p{Lu}\.$/u.test(last) ? end : '')).trim();
}

const isFirstName = (text: string) =>
  /^(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.)(?:\s?(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.)){0,2}(?:\s(?:van|von|de|den|der|ten|ter|zu|da|do|dos|del|di)){0,2}$/u.test(
    text,
  );

/** The names with initials (`S.R. van Bemmel`) in a text. */
export const namesWithInitials = (text: string): string[] => (text.match(initials) ?? []).map((name) => name.trim());

/** The persons that a list names (`A B, C D and E F`); what is none is left out. */
export function personsIn(list: string): string[] {
  if (/;/.test(list) && list.split(';').every((name) => /^[^,]+,[^,]+$/.test(name))) return list.split(';').flatMap(personsIn); // prettier-ignore
  const turned = tidyPersonName(list);
  if (/^[^,;]+,[^,;]+$/.test(list) && isPersonName(turned) && !list.split(',').every((name) => /\s/.test(name.trim()))) return [turned]; // prettier-ignore
  return list
    .split(/\s*[;,/•|]\s*|\s+(?:and|und|et|y|e|en|și|şi|i|&|и|oraz|και|és|och|og|dhe|та|a)\s+|\s&\s/u)
    .map(tidyPersonName)
    .filter(isPersonName);
}
