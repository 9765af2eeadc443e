import { francAll } from 'franc';

/** ISO 639-3 codes that franc may answer with, and the BCP 47 tags they stand for. */
const tags: Record<string, string> = {
  eng: 'en', deu: 'de', fra: 'fr', spa: 'es', nld: 'nl', ron: 'ro', ita: 'it', por: 'pt', srp: 'sr', swe: 'sv',
  nob: 'nb', dan: 'da', fin: 'fi', pol: 'pl', ces: 'cs', hun: 'hu', bul: 'bg', ukr: 'uk', rus: 'ru', mkd: 'mk', als: 'sq',
  ell: 'el', tur: 'tr', arb: 'ar',
}; // prettier-ignore

/** Letters that one language has, among those above that share its script. */
const ownLetters: [letters: RegExp, tag: string][] = [
  [/[ђћ]/iu, 'sr'],
  [/[ѓќѕ]/iu, 'mk'],
  [/[іїєґ]/iu, 'uk'],
  [/[ыэё]/iu, 'ru'],
  [/[ıİ]/u, 'tr'],
  [/[șțşţ]/iu, 'ro'],
  [/ñ|¿|¡/iu, 'es'],
  [/[łąę]/iu, 'pl'],
  [/[đ]/iu, 'sr'],
  [/ß/u, 'de'],
  [/ã|õ/iu, 'pt'],
];

const longEnough = 20; // letters; below, letter triples say too little
const enoughToDoubt = 400; // letters; from here on the text is believed before what the page declares

/**
 * The language of a text as a BCP 47 tag, Serbian with its script: what the page declares, unless a long text is
 * plainly in another one (English is declared by many templates), else by its letters. Undefined when not sure.
 */
export function languageOf(text: string, declared?: string | null): string | undefined {
  const sample = text.slice(0, 4_000);
  const guess = guessOf(sample);
  const given = tagOf(declared);
  const language = given && !(guess && isOther(given, guess, sample)) ? given : guess?.tag;
  if (language !== 'sr') return language;
  return count(sample, /\p{Script=Cyrillic}/gu) >= count(sample, /\p{Script=Latin}/gu) ? 'sr-Cyrl' : 'sr-Latn';
}

interface Guess {
  tag: string;
  letters: number;
  /** What franc gives to each language, the best one 1. */
  scores: Map<string, number>;
}

function guessOf(text: string): Guess | undefined {
  const letters = count(text, /\p{L}/gu);
  const [own, other] = ownLetters.filter(([sign]) => sign.test(text));
  if (letters < longEnough) return own && !other ? { tag: own[1], letters, scores: new Map() } : undefined;
  const ranked = francAll(text, { only: Object.keys(tags), minLength: 1 });
  const scores = new Map(ranked.map(([code, score]) => [tags[code] ?? 'und', score]));
  const [best, second] = [...scores];
  if (!best || best[0] === 'und') return undefined;
  const near = letters < 60 ? 0.93 : 0.98;
  if ((second?.[1] ?? 0) <= near) return { tag: best[0], letters, scores };
  return own && (scores.get(own[1]) ?? 0) > near ? { tag: own[1], letters, scores } : undefined;
}

/** True where a text in `given` would not look like this. Languages that are not told apart here are left in peace. */
function isOther(given: string, guess: Guess, text: string): boolean {
  if (guess.tag === given) return false;
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu) > guess.letters / 2;
  if (cyrillic && /^(en|de|fr|es|nl|ro|it|pt|sv|pl)$/.test(given)) return true;
  const score = guess.scores.get(given);
  return guess.letters >= enoughToDoubt && score !== undefined && score < 0.9;
}

/** `de` of `de-AT`; Serbian, Croatian and Bosnian are kept apart as they are declared. */
function tagOf(declared?: string | null): string | undefined {
  const tag = /^\s*([a-z]{2,3})(?![a-z])/i.exec(declared ?? '')?.[1]?.toLowerCase();
  return tag === 'no' ? 'nb' : tag;
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;
