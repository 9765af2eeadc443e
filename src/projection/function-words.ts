import { ben, bul, ces, dan, deu, ell, eng, est, fin, fra, hrv, hun, ita, lit, nld, nob, pol, por, ron, rus, slk, slv, spa, swe, tur, ukr } from 'stopword'; // prettier-ignore
import { foldText } from '../fold.ts';

/** Words that say nothing of a text's subject (`the`, `und`, `las`), by language; Serbian and Bosnian share Croatian's. */
const lists: Record<string, readonly string[]> = {
  bg: bul, bn: ben, bs: hrv, cs: ces, da: dan, de: deu, el: ell, en: eng, es: spa, et: est, fi: fin, fr: fra, hr: hrv,
  hu: hun, it: ita, lt: lit, nb: nob, nl: nld, no: nob, pl: pol, pt: por, ro: ron, ru: rus, sk: slk, sl: slv, sr: hrv,
  sv: swe, tr: tur, uk: ukr,
}; // prettier-ignore

const folded = new Map<string, ReadonlySet<string>>();

/** The function words of a language and of English, in which all summaries are, folded. */
export function functionWords(language = ''): ReadonlySet<string> {
  const base = language.split('-')[0]!;
  let words = folded.get(base);
  if (!words) {
    const own = Object.hasOwn(lists, base) ? lists[base]! : [];
    folded.set(base, (words = new Set([...own, ...eng].flatMap((word) => foldText(word).split(' ')))));
  }
  return words;
}

/** The languages whose function words are known. */
export const functionWordLanguages = Object.keys(lists);
