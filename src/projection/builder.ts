import { kindOf, kinds, type Kind } from '../model.ts';
import { relationNames, type RelationName } from '../relations.ts';
import {
  addPair,
  createAdjacency,
  createPairs,
  links as linksOf,
  reverse,
  sliceLength,
  type Adjacency,
  type Pairs,
} from './adjacency.ts';
import { carryDerived } from './derived.ts';
import type { Projection, ProjectionChanges } from './projection.ts';
import { createPostings } from './postings.ts';
import { atOnce } from './turns.ts';
import { clearRow, createTables, numberOf, placeFates, placeRow, tablesOf, type Tables } from './tables.ts';

/**
 * Takes changes page by page and makes the next projection of them and of what did not change in `base`, all anew: for
 * a whole graph, and when very much has changed. `patch.ts` is for the rest.
 */
export function createBuilder(base?: Projection) {
  const tables = base && base !== emptyProjection ? tablesOf(base) : createTables();
  const fates = new Map<string, NonNullable<ProjectionChanges['gone']>[number]>();
  const present = new Set<number>(); // nodes that these changes tell of
  const pairs = new Map(relationNames.map((name) => [name as string, createPairs()]));
  const sequencePairs = createPairs();

  return {
    /** Takes changes in, step by step. */
    *add({ nodes, links, gone = [] }: ProjectionChanges): Generator<void> {
      for (const fate of gone) {
        const number = tables.numbers.get(fate.id);
        fates.set(fate.id, fate);
        if (number === undefined || tables.ids[number] !== fate.id) continue;
        present.add(number); // with no link any more
        clearRow(tables, number);
      }
      for (const [place, row] of nodes.entries()) {
        if (place % 50 === 0) yield; // long texts
        const { number, sequence } = placeRow(tables, row);
        present.add(number);
        fates.delete(row.id); // it came back while the graph was read
        for (const word of sequence) addPair(sequencePairs, number, word);
      }
      let linked = 0;
      for (const { from, relation, to } of withoutDoubles(links)) {
        if (linked++ % 1_000 === 0) yield;
        const list = pairs.get(relation);
        if (list) addPair(list, numberOf(tables, from), numberOf(tables, to));
      }
    },

    /** Makes the projection, step by step, so that others can have a turn in between. */
    *build(revision: number): Generator<void, Projection> {
      placeFates(tables, [...fates.values()]);
      const out = {} as Record<RelationName, Adjacency>;
      const back = {} as Record<RelationName, Adjacency>;
      for (const name of relationNames) {
        yield* addUnchanged(pairs.get(name)!, base?.out[name], present);
        out[name] = yield* createAdjacency(pairs.get(name)!);
        back[name] = yield* reverse(out[name]);
      }
      yield* addUnchanged(sequencePairs, base?.search.sequences, present);
      const sequences = yield* createAdjacency(sequencePairs);
      const search = { sequences, postings: yield* createPostings(sequences, tables) };
      const next = assemble(revision, tables, { out, in: back, search, ofKind: yield* numbersOfKinds(tables) });
      if (base) carryDerived(base, next, present);
      return next;
    },
  };
}

/** One link of each relation between two nodes, however many statements of the same record say so. */
export function* withoutDoubles(rows: ProjectionChanges['links']): Generator<ProjectionChanges['links'][number]> {
  let last = '';
  const seen = new Set<string>(); // links of the record `last`
  for (const row of rows) {
    if (row.from !== last) seen.clear();
    last = row.from;
    const key = `${row.relation} ${row.to}`;
    if (!seen.has(key)) yield row;
    seen.add(key);
  }
}

function* addUnchanged(pairs: Pairs, old: Adjacency | undefined, changed: ReadonlySet<number>): Generator<void> {
  if (!old) return;
  const nodes = new Set(old.patches.keys());
  let told = pairs.length;
  for (let place = 0; place + 1 < old.offsets.length; place++) {
    if (!nodes.has(place + old.first)) addLinks(pairs, old, place + old.first, changed);
    if (pairs.length - told > sliceLength) {
      told = pairs.length;
      yield;
    }
  }
  for (const node of nodes) addLinks(pairs, old, node, changed);
}

function addLinks(pairs: Pairs, old: Adjacency, node: number, changed: ReadonlySet<number>): void {
  if (changed.has(node)) return;
  const { targets, weights } = linksOf(old, node);
  for (let place = 0; place < targets.length; place++) addPair(pairs, node, targets[place]!, weights?.[place]);
}

function* numbersOfKinds({ ids, numbers }: Tables): Generator<void, Record<Kind, Uint32Array>> {
  const lists = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
  for (const [number, id] of ids.entries()) {
    if (numbers.get(id) === number) lists[kindOf(id)!].push(number);
    if (number % 5_000 === 0) yield;
  }
  return Object.fromEntries(kinds.map((kind) => [kind, Uint32Array.from(lists[kind])])) as Record<Kind, Uint32Array>;
}

/** A projection of its parts. */
export function assemble(
  revision: number,
  tables: Tables,
  links: Pick<Projection, 'out' | 'in' | 'ofKind' | 'search'>,
): Projection {
  const { ids, numbers, dates, languages, types, labels, dead, words, wordNumbers, wordsOfCountries } = tables;
  return {
    revision,
    ids,
    numbers,
    dates,
    languages,
    types,
    labels,
    dead,
    ...links,
    text: { words, numbers: wordNumbers, ofCountries: wordsOfCountries },
  };
}

/** A graph with nothing in it. */
export const emptyProjection: Projection = atOnce(createBuilder().build(0));
