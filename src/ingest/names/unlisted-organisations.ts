import type { Links, Span } from './links.ts';
import type { Mention } from './mentions.ts';
import { unlisted, type Read } from './unlisted.ts';

/** Words that an organisation is called by, before its own name in these languages. */
const heads =
  'Ville(?= de )|Mairie|Ayuntamiento|Comune(?= di )|Gemeente|Primăria|' +
  'Asociaci[oó]n|Fundaci[oó]n|Congregaci[oó]n|Ministerio|Federaci[oó]n|Comisi[oó]n|Defensor[ií]a|Instituto|Cooperativa|Observatorio|' +
  'Associação|Fundação|Congregação|Ministério|Comissão|Observatório|Universidade|Federação|Cáritas|' +
  'Associazione|Fondazione|Ministero|Cooperativa|Comitato|Osservatorio|Università|Consorzio|' +
  'Association|Fondation|Ministère|Fédération|Comité|Observatoire|Collectif|Université|Syndicat|' +
  'Asociați[ae]|Fundați[ae]|Ministerul(?:ui)?|Agenția|Direcția|Institutul|Universitatea|Centrul|Inspecția|' +
  'Stichting|Vereniging|Ministerie|Universiteit|' +
  'Stiftung|Verein|Bundesministerium|Fachstelle|Beratungsstelle|Universität|Institut|' +
  'Fundacja|Stowarzyszenie|Ministerstwo|' +
  'Udruženj[ea]|Fondacij[ae]|Ministarstv[oau]|Fakultet|Univerzitet|Удружењ[еа]|Фондациј[ае]|Министарств[оау]';
/** The same, behind it. */
const ends =
  'Foundation|Association|Centre|Center|Coalition|Institute|Ministry|Alliance|Federation|University|Trust|Bureau|Agency|Society|Commission|Organi[sz]ation|Council|Committee|Clinic|Union|Stichting|Stiftung|Collective';
const little =
  '(?:of|the|for|and|on|de|del|de la|de las|de los|la|el|y|e|para|contra|do|da|dos|das|a|di|della|dei|delle|degli|per|il|des|du|pour|et|les|le|contre|van|voor|het|en|tegen|für|und|gegen|der|pentru|și|de|na|za|i|о|за|и|w|z)';
const word = "\\p{Lu}[\\p{L}’'-]{1,40}";
const before = '(?<![\\p{L}\\d])';

/** Each with what stands in every name of its sort: only the lines that have it are searched. */
const written = (
  [
    // `Center on Human Trafficking Research and Outreach (CenHTRO)`: the letters in brackets are those of the name.
    [
      /\(\p{Lu}[\p{L}\d&-]{1,9}\)/u,
      `${word}(?:\\s(?:${little}\\s){0,3}${word}){1,10}(?=\\s\\((?:\\p{Lu}[\\p{L}\\d&-]{1,9}|\\p{Lu}\\p{Ll}\\p{Lu})\\))`,
    ],
    [/e\.\s?V\./, `(?:\\p{Lu}[\\p{L}-]{1,40}\\s){1,4}e\\.\\s?V\\.`],
    [
      /S\.A\.|GmbH|Ltd|Inc\.|B\.V\.|S\.p\.A\.|d\.o\.o\.|LLC|plc/,
      `(?:\\p{Lu}[\\p{L}-]{1,40},?\\s){1,3}(?:S\\.A\\.|GmbH|gGmbH|Ltd\\.?|Inc\\.|B\\.V\\.|S\\.p\\.A\\.|d\\.o\\.o\\.|LLC|plc)`,
    ],
    [
      /[„“”"«]/,
      `(?:${heads}|NGO|ONG|NVO|НВО|Organizacij[ae]|Организациј[ае])(?:\\s${word}){0,2}\\s[„“”"«]\\p{Lu}[^„“”"«»\\n]{2,60}[“”"»]`,
    ],
    [/NGO|ONG|NVO|НВО/, `(?:NGO|ONG|NVO|НВО)\\s${word}(?:\\s${word}){0,3}`],
    [/inisteriums?\sfür/, `(?:Bundesm|M)inisteriums?\\sfür\\s${word}(?:,\\s${word}){0,4}\\sund\\s${word}`],
    [new RegExp(heads), `(?:${heads})\\s(?:${little}\\s){0,3}${word}(?:\\s(?:${little}\\s){0,3}${word}){0,6}`],
    // `National Consulting and Intervention Centre`: what so begins goes on behind `and`.
    [
      new RegExp(`(?:National|European|International|State|Regional|Federal)\\s.{1,120}\\s(?:${ends})`),
      `(?:National|European|International|State|Regional|Federal)\\s(?:${word}\\s){1,3}and\\s(?:${word}\\s){0,3}(?:${ends})`,
    ],
    [
      new RegExp(ends),
      `(?:${word}\\s){1,6}(?:${ends})(?:\\s(?:of|for|on|against|to)\\s(?:the\\s)?${word}(?:\\s(?:(?:and|of|the|in|on)\\s){0,2}${word}){0,5})?`,
    ],
    [
      /(?:Centre|Center|Foundation|Trust|Fund|Campaign|Institute|Ministry|Department|Coalition|Alliance|Federation|Association|University|Council|Committee|Office)\s(?:of|for|on|against)\s/,
      `(?:Centre|Center|Foundation|Trust|Fund|Campaign|Institute|Ministry|Department|Coalition|Alliance|Federation|Association|University|Council|Committee|Office)\\s(?:of|for|on|against)\\s(?:the\\s)?${word}(?:\\s(?:(?:and|of|the|in|on)\\s){0,2}${word}){0,6}`,
    ],
    [/Ministr(?:y|ies)\sof\s/, `(?:Ministry|Ministries)\\sof\\s(?:the\\s)?${word}(?:\\s(?:and\\s)?${word}){0,3}`],
    [/DG\s/, `DG\\s${word}(?:(?:\\sand\\s|\\s&\\s|\\s)(?!DG\\s)${word}){0,5}`],
  ] as [sign: RegExp, name: string][]
).map(([sign, name]) => ({
  sign: new RegExp(sign, `${sign.flags}g`),
  name: new RegExp(`${before}(?:${name})(?![\\p{L}\\d])`, 'gu'),
}));

/** The letters of an acronym stand at the beginnings of the words of its name, in order, the first one first. */
export function isAcronymOf(acronym: string, name: string): boolean {
  const letters = [...acronym.normalize('NFD').replace(/[^\p{L}]/gu, '')].filter((letter) => /\p{Lu}/u.test(letter));
  const initials = name.normalize('NFD').split(/[\s-]+/).map((part) => (/^\p{L}/u.exec(part)?.[0] ?? '').toUpperCase()); // prettier-ignore
  if (letters.length < 2 || letters[0] !== initials[0]) return false;
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at === letters.length;
}

const isHeaded = new RegExp(
  `(?<![\\p{L}])(?:${heads}|${ends}|Fund|Network|Department|Office|Group|Service|Project|Programme|Centro|Centrul|Centar|Центар|Zentrum|Red|Rete|Rede|Réseau|Netzwerk|Netwerk|Savez|Служба)(?![\\p{L}])`,
  'iu',
);
/** Instruments, procedures and documents are called by such words as well. */
const isNone =
  /(Mechanism|Convention|Directive|Protocol|Act|Strategy|Plan|Report|Handbook|Guide|Guidelines|Procedures?|Day|Week|Policy|Programme|Program|Framework|Initiative|Project|Regulation|Charter|Code|Law|Rights)$/u;

/** Organisations that a text names and the catalogue does not have: `Justiça Global e.V.`, `Stiftung „…“`, `Shiva Foundation`. */
export const unlistedOrganisations = (
  page: Read,
  mentions: readonly (Mention & Pick<Span, 'in'>)[],
): Links['unlisted']['organisations'] =>
  unlisted(page, mentions, /^(organisation|instrument|project)\//, function* (text) {
    const found: { start: number; end: number }[] = [];
    written.forEach((pattern, at) => {
      for (const { name, start, end } of namesOnLines(text, pattern)) {
        if (
          (isNone.test(name) && !name.startsWith('Minist')) ||
          found.some((other) => start < other.end && other.start < end)
        )
          continue;
        if (/^European Union$/.test(name) && /(of|in|by) the $/.test(text.slice(0, start).slice(-8))) continue;
        if (at === 0 && !isNamedByLetters(name, text.slice(end + 2, end + 14))) continue;
        found.push({ start, end });
      }
    });
    yield* found.sort((one, other) => one.start - other.start);
  });

function* namesOnLines(text: string, { sign, name }: (typeof written)[number]) {
  sign.lastIndex = 0;
  for (let at = sign.exec(text); at; at = sign.exec(text)) {
    const from = text.lastIndexOf('\n', at.index) + 1;
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    name.lastIndex = 0; // `matchAll` would make the pattern anew for each line
    for (let found = name.exec(line); found; found = name.exec(line))
      yield { name: found[0], start: from + found.index, end: from + found.index + found[0].length };
    sign.lastIndex = from + line.length + 1;
  }
}

function isNamedByLetters(name: string, rest: string): boolean {
  const acronym = rest.slice(0, rest.indexOf(')'));
  return isAcronymOf(acronym, name) && isHeaded.test(name);
}
