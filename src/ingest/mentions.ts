import { kindOf, type Kind } from '../model.ts';
import { namesakeOf, languagesMeant } from './namesakes.ts';
import { following, stemKey, type Branch, type Entry, type Names } from './names.ts';
import { baseOf, hasStems } from './stem.ts';
import { wordsIn, type Word } from './words.ts';

interface Span {
  /** In UTF-16 code units of the text that was given. */
  start: number;
  end: number;
  /** What stands there, as it is written. */
  text: string;
  /** True for an adjective or a name of inhabitants, as `Serbian` is for Serbia. */
  derived: boolean;
}

/** A name in a text: of one entity, or of several where nothing tells which one is meant. */
export type Mention = Span & ({ id: string; candidates?: undefined } | { id?: undefined; candidates: string[] });

/** How to look: in which language the text is, and for names of one kind only where others are of no interest. */
export interface Choice {
  language?: string;
  only?: Kind;
}

/**
 * Finds names in a text by whole words, the longest first; no two mentions overlap. A name of several entities is
 * theirs that is also called by another name in the text, and open where that is none or several.
 */
export function findMentions(text: string, names: Names, { language, only }: Choice = {}): Mention[] {
  const words = wordsIn(text);
  const base = language && baseOf(language);
  const found: { start: number; end: number; entries: Entry[] }[] = [];
  for (let at = 0; at < words.length;) {
    const hit = longestAt(text, words, at, names.root, base, only);
    if (hit) found.push({ start: words[at]!.start, end: words[hit.last]!.end, entries: hit.entries });
    at = hit ? hit.last + 1 : at + 1;
  }
  const certain = new Set(
    found.filter(({ entries }) => idsOf(entries).length === 1).map(({ entries }) => entries[0]!.id),
  );
  const mentions = found.map(({ start, end, entries }): Mention => {
    const span = { start, end, text: text.slice(start, end), derived: entries.every(({ derived }) => derived) };
    const ids = idsOf(entries);
    const known = ids.length > 1 ? ids.filter((id) => certain.has(id)) : ids;
    return known.length === 1 ? { id: known[0]!, ...span } : { candidates: ids, ...span };
  });
  const languages = languagesMeant(text, mentions);
  return mentions.filter((mention) => !languages.has(mention) && !namesakeOf(text, mention));
}

const idsOf = (entries: Entry[]) => [...new Set(entries.map(({ id }) => id))];

interface Hit {
  last: number;
  entries: Entry[];
}

/** The longest name that begins with a word; by whole words, or by their stems where that is longer. */
function longestAt(text: string, words: Word[], at: number, root: Branch, base?: string, only?: Kind): Hit | null {
  const exact = follow(text, words, at, root, base, only, (word) => word);
  if (!base || !hasStems(base)) return exact;
  const stemmed = follow(text, words, at, root, base, only, (word) => stemKey(word, base));
  const longest = stemmed && (!exact || stemmed.last > exact.last) ? stemmed : exact;
  return longest ?? (only && only !== 'theme' ? null : endOfCompound(words[at]!.folded, at, root, base));
}

const joinsWords = /^(de|nl|sv)$/;
const shortestPart = 9; // letters; shorter words end many others by chance

/** A theme that a compound ends with, which says what it is: `Zwangsprostitution` is prostitution. */
function endOfCompound(word: string, at: number, root: Branch, base: string): Hit | null {
  if (!joinsWords.test(base)) return null;
  for (let from = 3; from <= word.length - shortestPart; from++) {
    const part = following(root, stemKey(word.slice(from), base));
    const entries = part?.entries?.filter(
      ({ id, language }) => kindOf(id) === 'theme' && language !== undefined && baseOf(language) === base,
    );
    if (entries?.length) return { last: at, entries };
  }
  return null;
}

function follow(
  text: string,
  words: Word[],
  at: number,
  root: Branch,
  base: string | undefined,
  only: Kind | undefined,
  keyOf: (word: string) => string,
): Hit | null {
  let best: Hit | null = null;
  let branch: Branch | undefined = root;
  for (let last = at; last < words.length; last++) {
    const word = words[last]!;
    if (last > at && !isNear(text, words[last - 1]!.end, word.start)) break;
    branch = following(branch, keyOf(word.folded));
    if (!branch) break;
    const entries = branch.entries?.filter(
      (entry) => (!only || kindOf(entry.id) === only) && isMeant(entry, text, words, at, last, base),
    );
    if (entries?.length) best = { last, entries };
  }
  return best;
}

/** Words of one name stand next to each other; a blank line or the end of a sentence is between no two of them. */
function isNear(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  return (
    to - from <= 1 ||
    !/\n\s*\n|[!?;•]|\.\s+$/.test(text.slice(from, to)) ||
    /(^|[^\p{L}\d])[\p{L}\d]{1,3}\. $/u.test(text.slice(Math.max(0, from - 4), to))
  );
}

function isMeant(entry: Entry, text: string, words: Word[], first: number, last: number, base?: string): boolean {
  if (!isItsLanguage(entry, first === last ? words[first]!.folded : null, base)) return false;
  const { start } = words[first]!;
  const span = text.slice(start, words[last]!.end);
  switch (entry.writing) {
    case 'any':
      return true;
    case 'exact':
      return span === entry.text;
    case 'upper':
      return span === span.toUpperCase() && !isShouted(text, words, first, last);
    case 'plural':
      return /\p{Lu}s$/u.test(span) && span.slice(0, -1) === span.slice(0, -1).toUpperCase();
    case 'inside':
      return startsLarge(span) && base !== 'de' && !isShouted(text, words, first, last) && !startsSentence(text, start);
    case 'capital':
      return startsLarge(span);
    case 'capitals':
      return isAsLarge(span, entry.text);
  }
}

/** Languages that share most words of law; the thesaurus has labels in the second ones. */
const relatives: Record<string, string> = { it: 'es', pt: 'es', gl: 'es', ca: 'es' };

/** One word of another language may mean something else, unless it is long and a proper name. */
function isItsLanguage({ language, stemmed, derived, id }: Entry, single: string | null, base?: string): boolean {
  if (!language || !base || baseOf(language) === base) return !stemmed || base !== undefined;
  if (stemmed || derived) return false;
  if (relatives[base] === baseOf(language)) return true;
  return single === null || (kindOf(id) !== 'theme' && single.length >= 5);
}

const startsLarge = (text: string) => text[0] !== text[0]!.toLowerCase() || text[0] === text[0]!.toUpperCase();

/** True where the long words that have a capital in the name have one here as well. */
function isAsLarge(written: string, name: string): boolean {
  const large = (text: string) => text.match(/\p{L}{4,}/gu)?.map((word) => word[0] !== word[0]!.toLowerCase()) ?? [];
  const here = large(written);
  return startsLarge(written) && large(name).every((isLarge, at) => !isLarge || (here[at] ?? true));
}

/** True among words that are all in capitals: there capitals tell no acronym from a word. */
function isShouted(text: string, words: Word[], first: number, last: number): boolean {
  const around = [words[first - 2], words[first - 1], words[last + 1], words[last + 2]]
    .filter((word) => word !== undefined)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => /\p{L}{3}/u.test(word));
  return around.length > 1 && around.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

const startsSentence = (text: string, start: number) =>
  /(^|[.!?\n•:“„"(]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
