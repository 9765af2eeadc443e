import { francAll } from 'franc';
import { functionWords } from './function-words.ts';
import { languageTag } from './language-tag.ts';
import { southSlavic } from './south-slavic.ts';

/** ISO 639-3 codes that franc may answer with, and the BCP 47 tags they stand for. */
const tags: Record<string, string> = {
  eng: 'en', deu: 'de', fra: 'fr', spa: 'es', nld: 'nl', ron: 'ro', ita: 'it', por: 'pt', srp: 'sr', swe: 'sv',
  nob: 'nb', dan: 'da', fin: 'fi', pol: 'pl', ces: 'cs', hun: 'hu', bul: 'bg', ukr: 'uk', rus: 'ru', mkd: 'mk', als: 'sq',
  ell: 'el', tur: 'tr', arb: 'ar',
}; // prettier-ignore
const codes = Object.keys(tags);

/** Letters that one language has, among those above that share its script. */
const ownLetters: [letters: RegExp, tag: string][] = [
  [/[ђћ]/iu, 'sr'],
  [/[ѓќѕ]/iu, 'mk'],
  [/[іїєґ]/iu, 'uk'],
  [/[ыэё]/iu, 'ru'],
  [/[ъщ]/iu, 'bg'],
  [/[ıİ]/u, 'tr'],
  [/[șțşţ]/iu, 'ro'],
  [/ñ|¿|¡/iu, 'es'],
  [/[łąę]/iu, 'pl'],
  [/[ěřů]/iu, 'cs'],
  [/[őű]/iu, 'hu'],
  [/[đ]/iu, 'sr'],
  [/ß/u, 'de'],
  [/ã|õ/iu, 'pt'],
];

const longEnough = 20; // letters; below, letter triples say too little
const longTitle = 40; // letters; a shorter one is not believed before the text
const enoughToDoubt = 120; // letters; from here on the text may be believed before what the page declares

/**
 * The language of a text as a BCP 47 tag, Serbian with its script: what the page declares, unless the text is plainly in
 * another one (English is declared by many templates), else what its letters and small words say. Undefined when not sure.
 */
export function languageOf(
  text: string,
  page: { title?: string; declared?: string; url?: string } = {},
): string | undefined {
  const { title = '', declared, url } = page;
  const sample = `${title}\n${sampleOf(text)}`;
  const ofText = guessOf(sample);
  const guess = count(title, /\p{L}/gu) > longTitle ? titled(ofText, guessOf(title)) : ofText;
  const given = languageTag(declared);
  const language = given && !(guess && isOther(given.slice(0, 2), guess)) ? given : guess?.tag;
  if (!language || !/^(?:sr|hr|bs|cnr)(?![a-z])/.test(language)) return language;
  if (count(sample, /\p{Script=Cyrillic}/gu) > count(sample, /\p{Script=Latin}/gu)) return 'sr-Cyrl';
  const one = southSlavic(sample, given, url);
  return one === 'sr' ? 'sr-Latn' : one;
}

const sampled = 1_200; // UTF-16 code units
const leastOfLine = 120;

/**
 * The begins of lines from all over a text, none much longer than the others: an abstract in another language is one long
 * line, the headings, names and labels around it are many.
 */
function sampleOf(text: string): string {
  const lines = text.slice(0, 100_000).split('\n').filter((line) => line.trim() !== ''); // prettier-ignore
  const step = Math.ceil((lines.length * leastOfLine) / sampled);
  const taken = lines.filter((_, at) => at % step === 0);
  const most = Math.max(leastOfLine, Math.floor(sampled / taken.length));
  return taken.map((line) => line.slice(0, most)).join('\n');
}

interface Guess {
  tag: string;
  letters: number;
  /** How many small words speak for it. */
  words: number;
  /** How much speaks for each language, the best one 1. */
  scores: Map<string, number>;
}

/** The language that letter triples and small words together speak for; undefined where two are as likely. */
function guessOf(text: string): Guess | undefined {
  const letters = count(text, /\p{L}/gu);
  const own = ownLetters.filter(([sign]) => sign.test(text)).map(([, tag]) => tag);
  const words = wordsByTag(text);
  const scores = scoresOf(text, letters, words, own.length === 1 ? own[0] : undefined);
  const [best, second] = [...scores].sort(([, one], [, other]) => other - one);
  if (!best) return undefined;
  const [tag, top] = best;
  const mostWords = Math.max(...words.values(), 0);
  const isSure = letters >= longEnough || own.length === 1 || mostWords >= 1.5;
  if (!isSure || (second?.[1] ?? 0) / top > nearest(letters)) return undefined;
  // What is half in English is an article with an abstract; nothing English comes with half a text in another language.
  const beside = [...words].find(([other, weight]) => other !== 'en' && weight >= Math.max(3, mostWords / 2));
  const meant = tag === 'en' && beside && (scores.get(beside[0]) ?? 0) > top * 0.7 ? beside[0] : tag;
  const shares = new Map([...scores].map(([other, score]) => [other, score / top]));
  return { tag: meant, letters, words: words.get(meant) ?? 0, scores: shares };
}

/** How much the small words of a text speak for each language; both scripts of Serbian are one. */
function wordsByTag(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [language, weight] of functionWords(text)) {
    const tag = language.slice(0, 2);
    words.set(tag, Math.max(words.get(tag) ?? 0, weight));
  }
  return words;
}

/** Letter triples, small words and the letters of one language alone, weighed: the more small words, the more they count. */
function scoresOf(text: string, letters: number, words: Map<string, number>, own?: string): Map<string, number> {
  const triples = letters < longEnough ? [] : francAll(text, { only: codes, minLength: 1 });
  const mostWords = Math.max(...words.values(), 0);
  const sureWords = Math.min(1, mostWords / 3) / 2; // three words that one language alone has are as telling as it gets
  const scores = new Map<string, number>();
  const add = (tag: string, score: number) => scores.set(tag, (scores.get(tag) ?? 0) + score);
  for (const [code, score] of triples) if (tags[code]) add(tags[code], score * (1 - sureWords));
  for (const [tag, weight] of words) add(tag, (triples.length > 0 ? sureWords : 1) * (weight / mostWords));
  if (own) add(own, triples.length > 0 ? 0.1 : 1);
  return scores;
}

/** How near a second language may come for the first to be sure. */
const nearest = (letters: number) => (letters < 60 ? 0.93 : 0.98);

/** The language of the title, where the text is half in it: abstracts are translated, titles not without their text. */
const titled = (text: Guess | undefined, title: Guess | undefined): Guess | undefined =>
  title && text && title.tag !== text.tag && title.words >= 1.5 && (text.scores.get(title.tag) ?? 0) > 0.4
    ? { ...text, tag: title.tag }
    : text;

/** True where a text in `given` would not look like this. Languages that are not told apart here are left in peace. */
function isOther(given: string, { tag, letters, scores }: Guess): boolean {
  const same = (one: string) => (/^(?:hr|bs|cn)/.test(one) ? 'sr' : one);
  if (tag === same(given)) return false;
  const cyrillic = /^(?:sr|bg|uk|ru|mk)$/;
  if (/^(en|de|fr|es|nl|ro|it|pt|sv|pl)$/.test(given) && (scores.get(given) ?? 0) === 0 && cyrillic.test(tag))
    return true;
  const score = scores.get(same(given)) ?? (codes.some((code) => tags[code] === same(given)) ? 0 : undefined);
  return letters >= enoughToDoubt && score !== undefined && score < 0.8;
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;
