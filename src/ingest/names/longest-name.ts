import { kindOf, type Kind } from '../../model.ts';
import { isMeant } from './is-meant.ts';
import { following, stemKey, type Branch, type Entry } from './names.ts';
import { hasStems } from './stem.ts';
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

/** Where the names begin that a word begins: by itself, by its stem, or as a compound that ends with a theme. */
export interface Begin {
  exact?: Branch;
  stemmed?: Branch;
  endOfCompound: Entry[] | null;
}

/** The longest name that begins with a word; by whole words, or by their stems where that is longer. */
export function longestAt(
  text: string,
  words: Word[],
  at: number,
  { exact, stemmed, endOfCompound }: Begin,
  stems: Stems | null,
  base?: string,
  only?: Kind,
): Path | null {
  const asWritten = exact ? follow(text, words, at, exact, base, only, asItIs) : null;
  if (!stems) return asWritten;
  const byStems = stemmed ? follow(text, words, at, stemmed, base, only, stems) : null;
  const longest = byStems && (!asWritten || byStems.last > asWritten.last) ? byStems : asWritten;
  return longest ?? (endOfCompound && { last: at, entries: endOfCompound });
}

const beginsOf = new WeakMap<Branch, Map<string, Map<string, Begin | null>>>();

/** How to ask what a word of a language begins among the names of `root`; null for most words, which come again. */
export function beginsIn(root: Branch, stems: Stems | null, base?: string): (word: string) => Begin | null {
  const byLanguage = beginsOf.get(root) ?? new Map<string, Map<string, Begin | null>>();
  beginsOf.set(root, byLanguage);
  const language = stems && base ? base : '';
  const known = byLanguage.get(language) ?? new Map<string, Begin | null>();
  byLanguage.set(language, known);
  return (word) => {
    const begin = known.get(word);
    return begin === undefined ? remember(known, word, beginOf(word, root, stems, base)) : begin;
  };
}

function beginOf(word: string, root: Branch, stems: Stems | null, base?: string): Begin | null {
  const exact = following(root, word);
  if (!stems || !base) return exact ? { exact, stemmed: undefined, endOfCompound: null } : null;
  const begin = { exact, stemmed: following(root, stems(word)), endOfCompound: themeAtEnd(word, root, base) };
  return begin.exact || begin.stemmed || begin.endOfCompound ? begin : null;
}

const joinsWords = /^(de|nl|sv)$/;
const shortestPart = 9; // letters; shorter words end many others by chance

/** A theme that a compound ends with, which says what it is: `Zwangsprostitution` is prostitution. */
function themeAtEnd(word: string, root: Branch, base: string): Entry[] | null {
  if (!joinsWords.test(base)) return null;
  for (let from = 3; from <= word.length - shortestPart; from++) {
    const part = following(root, stemKey(word.slice(from), base));
    const entries = part?.entries?.filter((entry) => kindOf(entry.id) === 'theme' && entry.base === base);
    if (entries?.length) return entries;
  }
  return null;
}

/** The longest name on the way from a branch that a word has led to. */
function follow(
  text: string,
  words: Word[],
  at: number,
  begin: Branch,
  base: string | undefined,
  only: Kind | undefined,
  keyOf: (word: string) => string,
): Path | null {
  let best: Path | null = null;
  let branch: Branch | undefined = begin;
  for (let last = at; branch && last < words.length; last++) {
    const entries = branch.entries?.filter(
      (entry) => (!only || kindOf(entry.id) === only) && isMeant(entry, text, words, at, last, base),
    );
    if (entries?.length) best = { last, entries };
    const next = words[last + 1];
    branch = next && isNear(text, words[last]!.end, next.start) ? following(branch, keyOf(next.folded)) : undefined;
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
