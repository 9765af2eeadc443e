import { kindOf, type Kind } from '../../model.ts';
import { isMeant } from './is-meant.ts';
import { following, stemKey, type Branch, type Entry } from './names.ts';
import { baseOf, hasStems } from './stem.ts';
import type { Word } from './words.ts';

/** A name from one word of a text to another. */
export interface Path {
  /** Of which word the name ends with. */
  last: number;
  entries: Entry[];
}

/** The keys of stems, each made once for all the places where its word stands. */
export type Stems = (word: string) => string;

/** How the words of a text in a language are stemmed; null where its endings are not known. */
export function stemsOf(base: string | undefined): Stems | null {
  if (!base || !hasStems(base)) return null;
  const known = stemsByLanguage.get(base) ?? new Map<string, string>();
  stemsByLanguage.set(base, known);
  return (word) => known.get(word) ?? remember(known, word, stemKey(word, base));
}

const stemsByLanguage = new Map<string, Map<string, string>>();
const mostRemembered = 30_000; // words of a language
const longestRemembered = 40; // UTF-16 code units

/** Pages use the same words again and again: what was found out of one is kept for the next. */
function remember<Value>(known: Map<string, Value>, word: string, value: Value): Value {
  if (known.size >= mostRemembered) known.clear();
  if (word.length <= longestRemembered) known.set(word, value);
  return value;
}

const asItIs = (word: string) => word;

/** The longest name that begins with a word; by whole words, or by their stems where that is longer. */
export function longestAt(
  text: string,
  words: Word[],
  at: number,
  root: Branch,
  stems: Stems | null,
  base?: string,
  only?: Kind,
): Path | null {
  const exact = follow(text, words, at, root, base, only, asItIs);
  if (!stems || !base) return exact;
  const stemmed = follow(text, words, at, root, base, only, stems);
  const longest = stemmed && (!exact || stemmed.last > exact.last) ? stemmed : exact;
  return longest ?? endOfCompound(words[at]!.folded, at, root, base);
}

const beginsOf = new WeakMap<Branch, Map<string, Map<string, boolean>>>();

/** How to ask whether any name of `root` begins with a word of a language: most words begin none, and come again. */
export function beginsIn(root: Branch, stems: Stems | null, base?: string): (word: string) => boolean {
  const byLanguage = beginsOf.get(root) ?? new Map<string, Map<string, boolean>>();
  beginsOf.set(root, byLanguage);
  const language = stems && base ? base : '';
  const known = byLanguage.get(language) ?? new Map<string, boolean>();
  byLanguage.set(language, known);
  return (word) => known.get(word) ?? remember(known, word, beginsName(word, root, stems, base));
}

/** Whether any name begins with a word, by itself or by its stem, or a theme is what it ends with. */
const beginsName = (word: string, root: Branch, stems: Stems | null, base?: string): boolean =>
  following(root, word) !== undefined ||
  (stems !== null &&
    base !== undefined &&
    (following(root, stems(word)) !== undefined || endOfCompound(word, 0, root, base) !== null));

const joinsWords = /^(de|nl|sv)$/;
const shortestPart = 9; // letters; shorter words end many others by chance

/** A theme that a compound ends with, which says what it is: `Zwangsprostitution` is prostitution. */
function endOfCompound(word: string, at: number, root: Branch, base: string): Path | null {
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
): Path | null {
  let best: Path | null = null;
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
