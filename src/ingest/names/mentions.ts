import { kindOf, type Kind } from '../../model.ts';
import { codeProvisionsIn } from './code-provisions.ts';
import { beginsIn, longestAt, stemsOf, type Stems } from './longest-name.ts';
import { namesakeOf, languagesMeant } from './namesakes.ts';
import type { Branch, Entry, Names } from './names.ts';
import { baseOf } from './stem.ts';
import { wordsIn, type Word } from './words.ts';

interface Span {
  /** In UTF-16 code units of the text that was given. */
  start: number;
  end: number;
  /** What stands there, as it is written. */
  text: string;
  /** True for an adjective or a name of inhabitants, as `Serbian` is for Serbia. */
  derived: boolean;
  /** Of a provision of a code, where more of it is cited than it is: `§ 104a(3)`. */
  provision?: string;
}

/** A name in a text: of one entity, or of several where nothing tells which one is meant. */
export type Mention = Span & ({ id: string; candidates?: undefined } | { id?: undefined; candidates: string[] });

/** How to look: in which language the text is, and for names of one kind only where others are of no interest. */
export interface Choice {
  language?: string;
  only?: Kind;
}

const folds = new Map<string, string>(); // of the words of all texts

/**
 * Finds names in a text by whole words, the longest first. Themes are words, and are found
 * apart from names: also inside those of laws and projects, which are named for their subject. A name of several
 * entities is theirs that is also called by another name in the text, and open where that is none or several; words
 * for several themes speak of each.
 */
export function findMentions(text: string, names: Names, { language, only }: Choice = {}): Mention[] {
  const words = wordsIn(text, folds);
  const base = language && baseOf(language);
  const stems = stemsOf(base);
  const scan = (root: Branch, kind?: Kind) => hitsIn(text, words, root, stems, base, kind);
  const named = only === 'theme' ? [] : withCodes(text, words, names, base, scan(names.root, only), only);
  const found = only && only !== 'theme' ? named : withThemes(named, scan(names.themes));
  const certain = new Set(
    found.filter(({ entries }) => idsOf(entries).length === 1).map(({ entries }) => entries[0]!.id),
  );
  const mentions = found.flatMap(({ start, end, entries, provision }): Mention[] => {
    const derived = entries.every((entry) => entry.derived);
    const span: Span = { start, end, text: text.slice(start, end), derived };
    if (provision) span.provision = provision;
    const ids = idsOf(entries);
    const known = ids.length > 1 ? meantOf(ids, start, end, found, certain, names) : ids;
    if (known.length === 1 || known.every((id) => kindOf(id) === 'theme')) return known.map((id) => ({ id, ...span }));
    return [{ candidates: ids, ...span }];
  });
  const languages = languagesMeant(text, mentions);
  return mentions.filter((mention) => !languages.has(mention) && !namesakeOf(text, mention));
}

const near = 40; // UTF-16 code units: `La Strada in Moldova`

/** Of several that are called the same: who is also called by another name, else who is of a country named beside it. */
function meantOf(
  ids: string[],
  start: number,
  end: number,
  found: Hit[],
  certain: ReadonlySet<string>,
  names: Names,
): string[] {
  const country = ids.filter((id) => kindOf(id) === 'country');
  if (country.length === 1) return country; // its government is called the same
  const named = ids.filter((id) => certain.has(id));
  if (named.length > 0) return named.length === 1 ? named : ids;
  const beside = found.filter((hit) => hit.start - end <= near && start - hit.end <= near).flatMap(({ entries }) => idsOf(entries)); // prettier-ignore
  const athome = ids.filter((id) => beside.includes(names.countryOf.get(id) ?? ''));
  return athome.length === 1 ? athome : ids;
}

/** A name where it stands in the text, and whose it is. */
interface Hit {
  start: number;
  end: number;
  entries: Pick<Entry, 'id' | 'derived'>[];
  provision?: string;
}

function hitsIn(text: string, words: Word[], root: Branch, stems: Stems | null, base?: string, only?: Kind): Hit[] {
  const hits: Hit[] = [];
  const beginWith = beginsIn(root, stems, base);
  for (let at = 0; at < words.length;) {
    const begin = beginWith(words[at]!.folded);
    const path = begin && longestAt(text, words, at, begin, stems, base, only);
    if (path) hits.push({ start: words[at]!.start, end: words[path.last]!.end, entries: path.entries });
    at = path ? path.last + 1 : at + 1;
  }
  return hits;
}

/** Provisions of codes are cited in more ways than names have, and stand before names in them. */
function withCodes(
  text: string,
  words: Word[],
  names: Names,
  base: string | undefined,
  hits: Hit[],
  only?: Kind,
): Hit[] {
  if (only && only !== 'instrument') return hits;
  const countries = hits.flatMap(({ entries }) => idsOf(entries)).filter((id) => kindOf(id) === 'country');
  const codes = codeProvisionsIn(text, words, names, base, new Set(countries)).map(({ ids, ...at }): Hit => ({
    ...at,
    entries: ids.map((id) => ({ id, derived: false })),
  }));
  if (codes.length === 0) return hits;
  const rest = hits.filter(({ start, end }) => !codes.some((code) => start < code.end && code.start < end));
  return [...rest, ...codes].sort((one, other) => one.start - other.start);
}

/** A theme that is all of an organisation's name may be either, inside of it it is none; laws and projects are named for theirs. */
function withThemes(named: Hit[], themes: Hit[]): Hit[] {
  if (named.length === 0) return themes;
  const all = [...named];
  let at = 0;
  for (const theme of themes) {
    while (at < named.length && named[at]!.end <= theme.start) at++;
    const name = named[at];
    if (!name || name.start >= theme.end) all.push(theme);
    else if (!isPartOf(theme, name) || isNamedForSubject(name)) all.push(theme);
    else if (name.start === theme.start && name.end === theme.end) name.entries = [...name.entries, ...theme.entries];
  }
  return all.sort((one, other) => one.start - other.start || other.end - one.end);
}

const isPartOf = (hit: Hit, of: Hit) => of.start <= hit.start && hit.end <= of.end;

const isNamedForSubject = ({ entries }: Hit) => entries.every(({ id }) => /^(project|instrument)$/.test(kindOf(id)!));

const idsOf = (entries: Hit['entries']) =>
  entries.length === 1 ? [entries[0]!.id] : [...new Set(entries.map(({ id }) => id))];
