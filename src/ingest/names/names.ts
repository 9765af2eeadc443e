import { kindOf } from '../../model.ts';
import { isTooGeneral } from './general-names.ts';
import { baseOf, hasStems, stemOf } from './stem.ts';
import { wordsIn } from './words.ts';
import { writingOf, type Writing } from './writing.ts';

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

/** Something with names; `country` where it belongs to one, as a law or a national organisation does, and its site. */
export interface NamedEntity {
  id: string;
  names: Name[];
  country?: string;
  website?: string;
  /** Of an instrument: what it is called for short, `the Directive`. */
  sort?: Sort;
  /** Of a provision of a code: its number (`104a`) and normal form, and what the code is called. */
  code?: { number: string; form: string; names: string[] };
  /** Of a theme: the ids that it belongs under. */
  broader?: readonly string[];
}

export type Sort = 'convention' | 'protocol' | 'directive' | 'regulation' | 'charter' | 'act';

/** A provision of a code: whose it is, and the folded words of the names of the code. */
export interface CodeProvision {
  id: string;
  country?: string;
  form: string;
  codes: string[][];
}

/** A name as it stands at the end of its path of words. */
export interface Entry {
  id: string;
  text: string;
  writing: Writing;
  language?: string;
  /** The first subtag of its language. */
  base?: string;
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
  /** Names of everything but themes: of what has a name of its own. */
  root: Branch;
  /** What themes are called: words that also stand inside names. */
  themes: Branch;
  /** Countries that entities belong to, by the id of the entity. */
  countryOf: ReadonlyMap<string, string>;
  /** Whose site a host is, without `www.`. */
  ownerOf: ReadonlyMap<string, string>;
  sortOf: ReadonlyMap<string, Sort>;
  /** Provisions of codes by their numbers. */
  codes: ReadonlyMap<string, CodeProvision[]>;
  /** How many themes belong under a theme, and whether it belongs under none: such are named in passing. */
  reachOf: ReadonlyMap<string, Reach>;
}

export interface Reach {
  narrower: number;
  isTop: boolean;
}

const mostWords = 60; // of one name
const mostNamesakes = 20; // a name of more says nothing, and asking each of them at each place would take minutes

/** Gathers names, folded as all texts are compared, leaving out those that are too general to say who is meant. */
export function createNames(entities: Iterable<NamedEntity>): Names {
  const roots = { root: newBranch(), themes: newBranch() };
  const countryOf = new Map<string, string>();
  const ownerOf = new Map<string, string>();
  const sortOf = new Map<string, Sort>();
  const codes = new Map<string, CodeProvision[]>();
  const reachOf = new Map<string, Reach>();
  const reach = (id: string) => reachOf.get(id) ?? reachOf.set(id, { narrower: 0, isTop: true }).get(id)!;
  const folds = new Map<string, string>();
  const foldedWords = (text: string) => wordsIn(text, folds).map(({ folded }) => folded);
  for (const { id, names, country, website, sort, code, broader } of entities) {
    if (country) countryOf.set(id, country);
    const host = hostOf(website);
    if (host && !ownerOf.has(host)) ownerOf.set(host, id);
    if (sort) sortOf.set(id, sort);
    if (code) codes.set(code.number, [...(codes.get(code.number) ?? []), { id, country, form: code.form, codes: code.names.map(foldedWords) }]); // prettier-ignore
    for (const above of broader ?? []) {
      reach(above).narrower++;
      reach(id).isTop = false;
    }
    const root = kindOf(id) === 'theme' ? roots.themes : roots.root;
    for (const name of names) {
      const words = foldedWords(name.text);
      const isTerm = root === roots.themes && words.length > 1; // `national plan` names nobody, but is a subject
      if (words.length === 0 || words.length > mostWords || (!isTerm && isTooGeneral(words))) continue;
      const { text, language, derived = false } = name;
      const base = language && baseOf(language);
      const entry = { id, text, writing: writingOf(name.text.trim(), words, id), language, base, derived };
      add(root, words, { ...entry, stemmed: false });
      if (entry.writing === 'upper' && words.length === 1 && kindOf(id) !== 'organisation')
        add(root, [`${words[0]}s`], { ...entry, writing: 'plural', stemmed: false });
      if (base && hasStems(base) && (name.inflects || (words.length > 1 && hasCases.has(base))))
        addStems(root, words, entry, base); // prettier-ignore
      else if (!language && words.length > 1 && isGerman(words)) addStems(root, words, entry, 'de');
      // Names without a language bend too: `Međunarodne organizacije za migracije`, `Legii nr. 678/2001`.
      if (!language && words.length > 1 && !words.some((word) => elsewhere.has(word)))
        for (const bending of bendNames) addStems(root, words, entry, bending);
    }
  }
  return { ...roots, countryOf, ownerOf, sortOf, codes, reachOf };
}

/** The host of a site that is somebody's own as a whole; undefined of a folder on one. */
function hostOf(website = ''): string | undefined {
  const url = URL.canParse(website) ? new URL(website) : null;
  return url && url.pathname.length < 5 ? url.hostname.replace(/^www\./, '') : undefined; // `/en/` is no folder
}

/** Languages in which names bend: `des Deutschen Instituts für Menschenrechte`. */
const hasCases = new Set(['de', 'pl', 'cs', 'el', 'uk', 'hu', 'ro', 'sr']);
const isGerman = (words: readonly string[]) => words.some((word) => /^(?:fur|und|gegen|zur|des|deutsche[rsn]?|osterreichische[rsn]?|bundes\p{L}+)$/u.test(word)); // prettier-ignore
/** Languages that put endings to the words of a name. */
const bendNames = ['ro', 'sr'];
/** Words of names in other languages. */
const elsewhere = new Set('of for the and against to on in for with und der des gegen van voor het du et les del y di il e'.split(' ')); // prettier-ignore

const addStems = (root: Branch, words: string[], entry: Omit<Entry, 'stemmed'>, base: string) =>
  add(root, words.map((word) => stemKey(word, base)), { ...entry, stemmed: true }); // prettier-ignore

/** The key of a word's stem: stems never meet whole words. */
export const stemKey = (word: string, base: string) => `~${stemOf(word, base)}`;

/** With all its fields: objects of one shape are read several times as fast. */
const newBranch = (): Branch => ({ word: undefined, only: undefined, others: undefined, entries: undefined });

function add(root: Branch, words: string[], entry: Entry) {
  let branch = root;
  for (const word of words) {
    let next = following(branch, word);
    if (!next) {
      next = newBranch();
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
