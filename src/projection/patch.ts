import { kindOf, kinds, type Kind } from '../model.ts';
import { relationNames, type RelationName } from '../relations.ts';
import { links, neighbours, none, patched, type Adjacency, type Neighbours } from './adjacency.ts';
import { assemble, withoutDoubles } from './builder.ts';
import { carryDerived } from './derived.ts';
import { firstPlace } from './order.ts';
import { wordsOf } from './postings.ts';
import type { Projection, ProjectionChanges, SearchIndex } from './projection.ts';
import { clearRow, numberOf, placeFates, placeRow, tablesOf, type Tables } from './tables.ts';
import { knownOf } from './text-of.ts';

/**
 * The next projection after a few changes: what it costs hangs on what changed, not on how large the graph is. The one
 * before stays as it was, but for the tables they share: so nothing may fail once this has begun. Yields now and then.
 */
export function* patch(base: Projection, changes: ProjectionChanges, revision: number): Generator<void, Projection> {
  const tables = tablesOf(base);
  const size = tables.ids.length;
  // An id that came back while its graph was read has both a row and a fate: the row is the later word.
  const rows = new Set(changes.nodes.map(({ id }) => id));
  const fates = (changes.gone ?? []).filter(({ id }) => !rows.has(id));
  const gone = numbersGone(tables, fates);
  for (const number of gone) clearRow(tables, number);
  const sequences = new Map<number, Neighbours>(
    gone.map((number) => [number, { targets: new Uint32Array(0), weights: null }]),
  );
  const changed = new Set(gone);
  const wordsIn = (number: number) => wordsOf(neighbours(base.search.sequences, number), number, knownOf(base));
  const before = new Map(gone.map((number) => [number, wordsIn(number)])); // columns are written over
  for (const row of changes.nodes) {
    const known = tables.numbers.get(row.id);
    if (known !== undefined && !before.has(known)) before.set(known, wordsIn(known));
    const { number, sequence } = placeRow(tables, row);
    changed.add(number);
    sequences.set(number, { targets: Uint32Array.from(sequence), weights: null });
    yield;
  }
  const targets = targetsOf(tables, changes.links);
  placeFates(tables, fates);
  const out = {} as Record<RelationName, Adjacency>;
  const back = {} as Record<RelationName, Adjacency>;
  for (const name of relationNames) {
    const now = new Map<number, Neighbours>();
    for (const node of changed)
      now.set(node, { targets: Uint32Array.from(targets.get(`${name} ${node}`) ?? []), weights: null });
    ({ out: out[name], in: back[name] } = yield* relinkBoth(base.out[name], base.in[name], now));
  }
  const ofKind = withNumbers(base.ofKind, tables, size, gone);
  const next = assemble(revision, tables, {
    out,
    in: back,
    search: yield* rewrite(base.search, before, sequences, tables),
    ofKind,
  });
  carryDerived(base, next, changed);
  return next;
}

function numbersGone({ ids, numbers }: Tables, gone: NonNullable<ProjectionChanges['gone']>): number[] {
  return gone.flatMap(({ id }) => {
    const number = numbers.get(id);
    return number !== undefined && ids[number] === id ? [number] : [];
  });
}

/** What each record names now, by relation and node. */
function targetsOf(tables: Tables, rows: ProjectionChanges['links']): Map<string, number[]> {
  const targets = new Map<string, number[]>();
  for (const { from, relation, to } of withoutDoubles(rows)) {
    const key = `${relation} ${numberOf(tables, from)}`;
    const list = targets.get(key);
    if (list) list.push(numberOf(tables, to));
    else targets.set(key, [numberOf(tables, to)]);
  }
  return targets;
}

/** Gives nodes other links, and takes them in on the way back too. */
function* relinkBoth(out: Adjacency, back: Adjacency, now: Map<number, Neighbours>) {
  const { different, back: reversed } = yield* relink((node) => links(out, node), back, now, false);
  return { out: patched(out, different), in: reversed };
}

/** Gives nodes other texts, in place of the words they had `before`. */
function* rewrite(
  { sequences, postings }: SearchIndex,
  before: ReadonlyMap<number, Neighbours>,
  now: ReadonlyMap<number, Neighbours>,
  known: Tables,
) {
  const words = new Map(Array.from(now, ([node, { targets }]) => [node, wordsOf(targets, node, known)]));
  const { back } = yield* relink((node) => before.get(node) ?? none, postings, words, true);
  return { sequences: patched(sequences, now), postings: back };
}

/** What leads back to nodes after their links have changed from `before` to `now`, and those that really have others. */
function* relink(
  before: (node: number) => Neighbours,
  back: Adjacency,
  now: Map<number, Neighbours>,
  weighted: boolean,
): Generator<void, { different: Map<number, Neighbours>; back: Adjacency }> {
  const different = new Map<number, Neighbours>();
  const touched = new Map<number, Map<number, number | null>>(); // target → node → its weight now, null for no link
  const touch = (target: number, node: number, weight: number | null) => {
    const nodes = touched.get(target);
    if (nodes) nodes.set(node, weight);
    else touched.set(target, new Map([[node, weight]]));
  };
  for (const [node, list] of now) {
    const old = before(node);
    if (areEqual(old, list)) continue;
    different.set(node, list);
    for (const target of old.targets) touch(target, node, null);
    for (const [place, target] of list.targets.entries()) touch(target, node, list.weights?.[place] ?? 1);
  }
  const reversed = new Map<number, Neighbours>();
  for (const [target, nodes] of touched) {
    reversed.set(target, merged(links(back, target), nodes, weighted));
    yield;
  }
  return { different, back: patched(back, reversed) };
}

const areEqual = (a: Neighbours, b: Neighbours) =>
  a.targets.length === b.targets.length &&
  a.targets.every((target, place) => target === b.targets[place] && a.weights?.[place] === b.weights?.[place]);

/** A list in ascending order with some of its nodes changed, added (with a weight) or taken out (null). */
function merged(
  { targets, weights }: Neighbours,
  changes: ReadonlyMap<number, number | null>,
  weighted: boolean,
): Neighbours {
  const nodes = new Uint32Array(targets.length + changes.size);
  const column = weighted ? new Uint16Array(nodes.length) : null;
  let length = 0;
  let from = 0;
  // What lies between two changes is copied whole: lists of hubs are long, changes few.
  const copyUpTo = (to: number) => {
    nodes.set(targets.subarray(from, to), length);
    if (column && weights) column.set(weights.subarray(from, to), length);
    length += to - from;
  };
  for (const [node, weight] of [...changes].sort(([a], [b]) => a - b)) {
    const place = firstPlace(targets.length, (other) => targets[other]! >= node);
    copyUpTo(place);
    from = targets[place] === node ? place + 1 : place;
    if (weight === null) continue;
    nodes[length] = node;
    if (column) column[length] = weight;
    length++;
  }
  copyUpTo(targets.length);
  return { targets: nodes.subarray(0, length), weights: column && column.subarray(0, length) };
}

/** The nodes of each kind with those numbered from `size` on, and without those that have gone. */
function withNumbers(ofKind: Projection['ofKind'], { ids, numbers }: Tables, size: number, gone: number[]) {
  const added = ids.slice(size).map((_, place) => size + place);
  const isThere = (number: number) => numbers.get(ids[number]!) === number;
  if (added.length === 0 && gone.length === 0) return ofKind;
  const lists = kinds.map((kind): [Kind, Uint32Array] => {
    const more = added.filter((number) => kindOf(ids[number]!) === kind && isThere(number));
    const less = new Set(gone.filter((number) => kindOf(ids[number]!) === kind));
    if (more.length === 0 && less.size === 0) return [kind, ofKind[kind]];
    const kept = less.size === 0 ? ofKind[kind] : ofKind[kind].filter((number) => !less.has(number));
    const list = new Uint32Array(kept.length + more.length);
    list.set(kept);
    list.set(more, kept.length);
    return [kind, list];
  });
  return Object.fromEntries(lists) as Record<Kind, Uint32Array>;
}

/** How many nodes have got other links since the projection was made as a whole: each costs memory and time to copy. */
export const patchCount = ({ out, search }: Projection): number =>
  search.postings.patches.size + relationNames.reduce((sum, name) => sum + out[name].patches.size, 0);
