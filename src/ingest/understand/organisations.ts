import { foldText } from '../../fold.ts';
import { findMentions } from '../names/mentions.ts';
import type { Names } from '../names/names.ts';

/** Words that names of organisations are made of, in ten languages; in lower case, for a pattern without case is many times as fast. */
const institution =
  /(?<!\p{L})(?:e\.\s?v\.|g?gmbh|ngo|vzw|asbl|onlus|ong|udruženj\p{L}*|nvo|agen[ctțz]\p{L}*|agencij\p{L}*|association\p{L}*|associa[zç]\p{L}*|asociaci\p{L}*|asocia[tț]\p{L}*|alliance|allianz|bundesamt|bundeskriminalamt|bureau|cent(?:re|er|ro|rul|rum|ar)|coalition\p{L}*|coali[tțc]\p{L}*|collectif|comisi[oó]n|comissão|comit[eéè]\p{L}*|commissi\p{L}*|committee|consejo|conseil|consiglio|consiliul|council|department|federa\p{L}*|fédération|fond\p{L}*|fund|fund[aá][tcțç]\p{L}*|grupa|initiative|inspector\p{L}*|inspecti\p{L}*|instit\p{L}*|koordinierungskreis|kancelarij\p{L}*|liga|league|ligue|mini?ster\p{L}*|ministarstv\p{L}*|ministerul|mission|netwerk|network|netzwerk|office|observat\p{L}*|organi[sz]\p{L}*|plataforma|plate-?forme|plattform|platform|rapporteur|red española|secretari\p{L}*|service|societ\p{L}*|society|stichting|stiftung|union|univer[sz]i\p{L}*|verband|verein|zentrum|szervezet\p{L}*|minisztérium\p{L}*|egyesület\p{L}*|alapítvány\p{L}*|egyetem\p{L}*|hivatal|υπουργεί\p{L}*|οργανισμ\p{L}*|κέντρο|πανεπιστήμι\p{L}*|ίδρυμα|επιτροπή|δίκτυο|sdružení|združenie|nadac\p{L}*|úřad|úrad|fundacj\p{L}*|stowarzyszeni\p{L}*|ministerstw\p{L}*|urząd|uniwersytet\p{L}*|instytut\p{L}*|асоциация|фондация|комисия|агенция|център|sveučilišt\p{L}*|verlag|press|publishing|edizioni|éditions|ediciones|центар|министарств\p{L}*|удружењ\p{L}*|организациј\p{L}*)(?!\p{L})/u;

/** What an organisation is called in a text: its id where it is known, else its name. */
export interface Organisation {
  value: string;
  known: boolean;
  /** As it stands there. */
  text: string;
}

/** Whether a name says that it is an organisation's. */
export const isInstitution = (name: string): boolean =>
  institution.test(name.toLowerCase()) && /^\P{L}*\p{Lu}/u.test(name);

/** The organisation that is meant by a whole name; null where the catalogue knows none by it. */
export function knownOrganisation(name: string, names: Names): string | null {
  const mentions = findMentions(name, names, { only: 'organisation' }).filter(({ id }) => id !== undefined);
  const letters = (text: string) => foldText(text).replaceAll(' ', '').length;
  const whole = letters(name);
  const best = mentions.sort((one, other) => letters(other.text) - letters(one.text))[0];
  if (!best?.id) return null;
  const bare = letters(name.replace(/\([^()]*\)/g, ''));
  const isWhole = letters(best.text) >= 0.8 * Math.min(whole, bare);
  const isAcronymFirst =
    best.start === 0 && /^\p{Lu}[\p{Lu}\d&-]{2,}$/u.test(best.text) && !/[,;/&]|\s(?:and|und|et|y|i)\s/.test(name);
  return isWhole || (isAcronymFirst && name.split(/\s+/).length <= 5) ? best.id : null;
}

const separators = /\s*[;/|•]\s*|\s+[&+]\s+|\s*,\s+|\s+(?:and|und|et|y|e|en|și|şi|i|и|oraz)\s+/gu;

/**
 * The organisations of a list such as `OSCE & ODIHR`. It is parted only where that makes names: those that are known,
 * acronyms, and words that institutions are called by; never within `Ministry of Labour and Social Affairs`.
 */
export function organisationsIn(list: string, names: Names): Organisation[] {
  const written = list
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|[\s,;:–—-]+$/g, '')
    .trim();
  if (!/\p{L}{2}/u.test(written)) return [];
  const pair =
    /^(.+?)\s(?:&|and|und|et|y|i)\s(.+)$/u
      .exec(written)
      ?.slice(1)
      .map((name) => nameOf(name, names)) ?? [];
  if (pair.length === 2 && pair.every((one) => one?.known)) return pair.filter((one) => one !== null);
  const listed = written.split(/\s*,\s+/).map((name) => nameOf(name, names));
  if (listed.length > 1 && listed.every((one) => one?.known)) return listed.filter((one) => one !== null);
  const id = knownOrganisation(written, names);
  if (id) return [{ value: id, known: true, text: written }];
  const sure = written.split(/\s*[;|•]\s*/).filter(Boolean);
  if (sure.length > 1) return sure.flatMap((name) => organisationsIn(name, names));
  for (const found of written.matchAll(separators)) {
    const [left, right] = [written.slice(0, found.index), written.slice(found.index + found[0].length)];
    const first = nameOf(left, names);
    if (!first || !/^\p{Lu}|^["“„«]/u.test(right)) continue;
    const rest = organisationsIn(right, names);
    const isPlain = found[0].includes('/') || found[0].includes('&');
    if (rest.length > 0 && rest.every(({ known, text }) => known || isInstitution(text) || isAcronym(text) || (isPlain && first.known))) return [first, ...rest]; // prettier-ignore
  }
  const [, name, place] = /^(.+),\s+(\p{Lu}[\p{L} .-]{2,30})$/su.exec(written) ?? []; // `LEFÖ-IBF, Wien`
  const seated = name && place ? knownOrganisation(name, names) : null;
  return seated ? [{ value: seated, known: true, text: name! }] : [{ value: written, known: false, text: written }];
}

/** A part of a list as a name of its own. */
function nameOf(text: string, names: Names): Organisation | null {
  const id = knownOrganisation(text, names);
  if (id) return { value: id, known: true, text };
  return isAcronym(text) || (isInstitution(text) && text.split(/\s+/).length > 2)
    ? { value: text, known: false, text }
    : null;
}

const isAcronym = (text: string) => /^[\p{Lu}\d-]{3,10}$/u.test(text);
