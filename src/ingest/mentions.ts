import { kindOf, type Kind } from '../model.ts';
import { isMeant } from './is-meant.ts';
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
