import { kindOf } from '../model.ts';
import { isCommon, isTooGeneral } from './general-names.ts';
import { baseOf, hasStems, stemOf } from './stem.ts';
import { wordsIn } from './words.ts';

/** A name to be found in texts. */
export interface Name {
  text: string;
  /** BCP 47; without it the name is looked for in texts of every language. */
  language?: string;
  /** True where the language puts endings to its words, as to nouns and adjectives. */
  inflects?: boolean;
  /** True where it is no name but says it all the same: `Serbian`, `Nigerianerinnen`. */
  derived?: boolean;
}

/** Something with names; `country` where it belongs to one, as a law or a national organisation does. */
export interface NamedEntity {
  id: string;
  names: Name[];
  country?: string;
}

/**
 * How a name must be written to be meant: `any` way, with a `capital`, each long word with one (`capitals`), with a
 * capital but not at the start of a sentence (`inside`), all in capitals among small letters (`upper`,
 * `plural` with an `s`), or `exact`ly.
 */
export type Writing = 'any' | 'capital' | 'capitals' | 'inside' | 'upper' | 'plural' | 'exact';

/** A name as it stands at the end of its path of words. */
export interface Entry {
  id: string;
  text: string;
  writing: Writing;
  language?: string;
  /** Only found by its stem, so only in its own language. */
  stemmed: boolean;
  derived: boolean;
}

/** A word of a name, what may follow it, and the names that end with it. Most have one follower, and need no map. */
export interface Branch {
  word?: string;
  only?: Branch;
  others?: Map<string, Branch>;
  entries?: Entry[];
}

/** The branch that a word leads to. */
export const following = (branch: Branch, word: string): Branch | undefined =>
  branch.word === word ? branch.only : branch.others?.get(word);

/** Every name of a catalogue by its words, ready to be found in texts. */
export interface Names {
  root: Branch;
  /** Countries that entities belong to, by the id of the entity. */
  countryOf: ReadonlyMap<string, string>;
}

const mostWords = 60; // of one name
const mostNamesakes = 20; // a name of more says nothing, and asking each of them at each place would take minutes

/** Gathers names, folded as all texts are compared, leaving out those that are too general to say who is meant. */
export function createNames(entities: Iterable<NamedEntity>): Names {
  const root: Branch = {};
  const countryOf = new Map<string, string>();
  const folds = new Map<string, string>();
  for (const { id, names, country } of entities) {
    if (country) countryOf.set(id, country);
    for (const name of names) {
      const words = wordsIn(name.text, folds).map(({ folded }) => folded);
      if (words.length === 0 || words.length > mostWords || isTooGeneral(words)) continue;
      const { text, language, derived = false } = name;
      const entry = { id, text, writing: writingOf(name.text.trim(), words, id), language, derived };
      add(root, words, { ...entry, stemmed: false });
      if (entry.writing === 'upper' && words.length === 1 && kindOf(id) !== 'organisation')
        add(root, [`${words[0]}s`], { ...entry, writing: 'plural', stemmed: false });
      const base = language && baseOf(language);
      if (name.inflects && base && hasStems(base))
        add(root, words.map((word) => stemKey(word, base)), { ...entry, stemmed: true }); // prettier-ignore
    }
  }
  return { root, countryOf };
}

/** The key of a word's stem: stems never meet whole words. */
export const stemKey = (word: string, base: string) => `~${stemOf(word, base)}`;

function add(root: Branch, words: string[], entry: Entry) {
  let branch = root;
  for (const word of words) {
    let next = following(branch, word);
    if (!next) {
      next = {};
      if (branch.word === undefined) [branch.word, branch.only] = [word, next];
      else (branch.others ??= new Map()).set(word, next);
    }
    branch = next;
  }
  const entries = (branch.entries ??= []);
  for (let at = entries.length - 1; entries[at]?.id === entry.id; at--)
    if (entries[at]!.writing === entry.writing && entries[at]!.language === entry.language) return;
  if (entries.length < mostNamesakes) entries.push(entry);
}

function writingOf(text: string, words: string[], id: string): Writing {
  const letters = words.length === 1 || text.length <= 12 ? text.replace(/[^\p{L}\p{N}]/gu, '').length : Infinity;
  if (words.length === 1 || letters <= 6) {
    const isUpper = text === text.toUpperCase() && text !== text.toLowerCase();
    if (isUpper && letters > 1) return letters <= 4 || isCommon(words[0]!) ? 'upper' : 'capital';
    if (letters < 3) return 'exact';
  }
  if (/^\p{Ll}/u.test(text) || !/^\P{L}*\p{Lu}/u.test(text)) return 'any';
  if (words.length === 1) return isCommon(words[0]!) ? 'inside' : 'capital';
  const kind = kindOf(id);
  return words.length <= 4 && (kind === 'organisation' || kind === 'project') ? 'capitals' : 'capital';
}
