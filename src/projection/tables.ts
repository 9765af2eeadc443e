import { foldText } from '../fold.ts';
import { kindOf } from '../model.ts';
import { interned } from './interned.ts';
import type { Projection, ProjectionChanges } from './projection.ts';
import { boundary, sequenceOf } from './search-text.ts';

type NodeRow = ProjectionChanges['nodes'][number];

/** The names and columns of a projection, which those that follow it go on writing. */
export interface Tables {
  ids: string[];
  numbers: Map<string, number>;
  dates: string[];
  languages: string[];
  types: string[];
  labels: string[];
  dead: Set<number>;
  words: string[];
  wordNumbers: Map<string, number>;
  wordsOfCountries: Map<number, readonly string[]>;
}

export const createTables = (): Tables => ({
  ids: [],
  numbers: new Map(),
  dates: [],
  languages: [],
  types: [],
  labels: [],
  dead: new Set(),
  words: [''],
  wordNumbers: new Map([['', boundary]]),
  wordsOfCountries: new Map(),
});

/** The tables of a projection, to be written on. */
export const tablesOf = ({ ids, numbers, dates, languages, types, labels, dead, text }: Projection): Tables =>
  ({
    ids,
    numbers,
    dates,
    languages,
    types,
    labels,
    dead,
    words: text.words,
    wordNumbers: text.numbers,
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
    for (const column of [tables.dates, tables.languages, tables.types, tables.labels]) column.push('');
  }
  return number;
}

/** Writes what a row says of a node into the columns; gives its number and those of its words, as search-text.ts puts them. */
export function placeRow(tables: Tables, row: NodeRow): { number: number; sequence: number[] } {
  const number = numberOf(tables, row.id);
  const kind = kindOf(row.id);
  const names = (row.names ?? []).map(foldText);
  const summary = foldText(row.summary ?? '');
  const sequence = sequenceOf([...new Set(names)], summary, (word) => wordNumberOf(tables, word));
  tables.labels[number] = row.names?.[0] ?? '';
  tables.types[number] = interned(row.type ?? '');
  if (kind === 'country') tables.wordsOfCountries.set(number, [...new Set(names.flatMap((name) => name.split(' ')))]);
  if (kind !== 'publication') return { number, sequence };
  tables.dates[number] = interned(row.date ?? '');
  tables.languages[number] = interned(languagesOf(row));
  if (row.dead) tables.dead.add(number);
  else tables.dead.delete(number);
  return { number, sequence };
}

const languagesOf = ({ language, languages }: NodeRow) =>
  [...new Set([language ?? '', ...(languages ?? [])])].join(' ').trim();

function wordNumberOf({ words, wordNumbers }: Tables, word: string): number {
  let number = wordNumbers.get(word);
  if (number === undefined) wordNumbers.set(word, (number = words.push(word) - 1));
  return number;
}

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
