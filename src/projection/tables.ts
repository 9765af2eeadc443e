import { foldText } from '../fold.ts';
import { kindOf } from '../model.ts';
import type { Projection, ProjectionChanges } from './projection.ts';
import { weighWords, type WeightedWords } from './words.ts';

type NodeRow = ProjectionChanges['nodes'][number];

/** The names and columns of a projection, which those that follow it go on writing. */
export interface Tables {
  ids: string[];
  numbers: Map<string, number>;
  dates: string[];
  languages: string[];
  types: string[];
  dead: Set<number>;
  words: string[];
  wordNumbers: Map<string, number>;
  titleLengths: number[];
  wordsOfCountries: Map<number, readonly string[]>;
}

export const createTables = (): Tables => ({
  ids: [],
  numbers: new Map(),
  dates: [],
  languages: [],
  types: [],
  dead: new Set(),
  words: [],
  wordNumbers: new Map(),
  titleLengths: [],
  wordsOfCountries: new Map(),
});

/** The tables of a projection, to be written on. */
export const tablesOf = ({ ids, numbers, dates, languages, types, dead, text }: Projection): Tables =>
  ({
    ids,
    numbers,
    dates,
    languages,
    types,
    dead,
    words: text.words,
    wordNumbers: text.numbers,
    titleLengths: text.titleLengths,
    wordsOfCountries: text.ofCountries,
  }) as Tables;

/** The number of an id, a new one where it has none of its own. */
export function numberOf(tables: Tables, id: string): number {
  const { ids, numbers } = tables;
  let number = numbers.get(id);
  // The id of a node that was merged leads to another one; it may have come back since.
  if (number === undefined || ids[number] !== id) {
    number = ids.push(id) - 1;
    numbers.set(id, number);
    for (const column of [tables.dates, tables.languages, tables.types]) column.push('');
    tables.titleLengths.push(0);
  }
  return number;
}

const noWords: WeightedWords = { words: [], weights: [], titleLength: 0 };

/** Writes what a row says of a node into the columns, and gives the words of its text, by number, with their weights. */
export function placeRow(tables: Tables, row: NodeRow): { number: number; words: number[]; weights: number[] } {
  const number = numberOf(tables, row.id);
  const kind = kindOf(row.id);
  const { title, titles, summary } = row;
  if (kind === 'country') tables.wordsOfCountries.set(number, wordsOfNames([title ?? '', ...(titles ?? [])]));
  if (kind !== 'publication') return { number, words: [], weights: [] };
  tables.dates[number] = row.date ?? '';
  tables.languages[number] = row.language ?? '';
  tables.types[number] = row.type ?? '';
  if (row.dead) tables.dead.add(number);
  else tables.dead.delete(number);
  const { words, weights, titleLength } = title
    ? weighWords({ title, titles, summary: summary ?? '', language: row.language ?? '' })
    : noWords;
  tables.titleLengths[number] = titleLength;
  return { number, words: words.map((word) => wordNumberOf(tables, word)), weights };
}

function wordNumberOf({ words, wordNumbers }: Tables, word: string): number {
  let number = wordNumbers.get(word);
  if (number === undefined) wordNumbers.set(word, (number = words.push(word) - 1));
  return number;
}

const wordsOfNames = (names: readonly string[]) => [...new Set(names.flatMap((name) => foldText(name).split(' ')))];

/** Forgets what a node that has gone had in the columns. */
export function clearRow({ wordsOfCountries, dead }: Tables, number: number): void {
  wordsOfCountries.delete(number);
  dead.delete(number);
}

/** Lets ids that lead to no node of their own any more lead to what they were merged into, or nowhere. */
export function placeFates({ numbers }: Tables, gone: NonNullable<ProjectionChanges['gone']>): void {
  for (const { id, survivor } of gone) {
    const number = survivor === null ? undefined : numbers.get(survivor);
    if (number === undefined) numbers.delete(id);
    else numbers.set(id, number);
  }
}
