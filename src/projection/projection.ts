import { kindOf, kinds, type Kind } from '../model.ts';
import { relationNames, type RelationName } from '../relations.ts';
import { addPair, createAdjacency, createPairs, neighbours, reverse, type Adjacency } from './adjacency.ts';

/**
 * The graph held in memory for traversal, as it was at one revision. Nodes are numbered from 0 in the order they were
 * first seen; the next projection made from this one keeps the numbers. Nothing in it is ever changed: a question that
 * began on one projection ends on it. The number of a node that has gone is not used again: no id leads to it, no link.
 */
export interface Projection {
  readonly revision: number;
  readonly ids: readonly string[];
  /** The number of each id; a merged id has that of what it was merged into. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Of publications; empty where unknown and for every other kind. */
  readonly dates: readonly string[];
  readonly languages: readonly string[];
  readonly types: readonly string[];
  /** Publications none of whose addresses works any more. */
  readonly dead: ReadonlySet<number>;
  /** Each relation from the record that states it to what it names, and back. */
  readonly out: Readonly<Record<RelationName, Adjacency>>;
  readonly in: Readonly<Record<RelationName, Adjacency>>;
  /** The numbers of all nodes of a kind, ascending. */
  readonly ofKind: Readonly<Record<Kind, Uint32Array>>;
}

/** What the builder takes: nodes that are new or changed, and all links that go out from them, record by record. */
export interface ProjectionChanges {
  nodes: { id: string; language: string | null; date: string | null; type: string | null; dead?: boolean | null }[];
  links: { from: string; relation: string; to: string }[];
  /** Ids that lead to no node of their own any more, and the id of what they were merged into. */
  gone?: readonly { id: string; survivor: string | null }[];
}

/** Takes changes page by page and makes the next projection of them and of what did not change in `base`. */
export function createBuilder(base?: Projection) {
  const ids = [...(base?.ids ?? [])];
  const numbers = new Map(base?.numbers);
  const columns = {
    date: [...(base?.dates ?? [])],
    language: [...(base?.languages ?? [])],
    type: [...(base?.types ?? [])],
  };
  const dead = new Set(base?.dead);
  const fates: { id: string; survivor: string | null }[] = [];
  const present = new Set<number>(); // nodes with rows in these changes
  const pairs = new Map(relationNames.map((name) => [name as string, createPairs()]));

  const numberOf = (id: string) => {
    let number = numbers.get(id);
    // The id of a node that was merged leads to another one; it may have come back since.
    if (number === undefined || ids[number] !== id) {
      number = ids.push(id) - 1;
      numbers.set(id, number);
      for (const column of Object.values(columns)) column.push('');
    }
    return number;
  };

  return {
    add({ nodes, links, gone = [] }: ProjectionChanges): void {
      for (const fate of gone) {
        const number = numbers.get(fate.id);
        if (number !== undefined && ids[number] === fate.id) present.add(number); // with no link any more
        fates.push(fate);
      }
      for (const { id, ...row } of nodes) {
        const number = numberOf(id);
        present.add(number);
        if (kindOf(id) !== 'publication') continue;
        columns.date[number] = row.date ?? '';
        columns.language[number] = row.language ?? '';
        columns.type[number] = row.type ?? '';
        if (row.dead) dead.add(number);
        else dead.delete(number);
      }
      let last = '';
      const seen = new Set<string>(); // links of the record `last`: several statements of one are one link here
      for (const { from, relation, to } of links) {
        if (from !== last) seen.clear();
        last = from;
        const list = pairs.get(relation);
        const key = `${relation} ${to}`;
        if (list && !seen.has(key)) addPair(list, numberOf(from), numberOf(to));
        seen.add(key);
      }
    },

    build(revision: number): Projection {
      for (const { id, survivor } of fates) {
        const number = survivor === null ? undefined : numbers.get(survivor);
        if (number === undefined) numbers.delete(id);
        else numbers.set(id, number);
      }
      const out = forEachRelation((name) => {
        const list = pairs.get(name)!;
        const old = base?.out[name];
        for (let node = 0; old && node < old.offsets.length - 1; node++)
          if (!present.has(node)) for (const target of neighbours(old, node)) addPair(list, node, target);
        return createAdjacency(ids.length, list);
      });
      const ofKind = Object.fromEntries(
        kinds.map((kind) => [kind, numbersOfKind(ids, numbers, kind)]),
      ) as Projection['ofKind'];
      return {
        revision,
        ids,
        numbers,
        dates: columns.date,
        languages: columns.language,
        types: columns.type,
        dead,
        out,
        in: forEachRelation((name) => reverse(out[name])),
        ofKind,
      };
    },
  };
}

/** A value worked out from a projection once, when first asked for, and kept as long as the projection is. */
export function derived<Value>(work: (projection: Projection) => Value): (projection: Projection) => Value {
  const known = new WeakMap<Projection, { value: Value }>();
  return (projection) => {
    let entry = known.get(projection);
    if (!entry) known.set(projection, (entry = { value: work(projection) }));
    return entry.value;
  };
}

function forEachRelation<Value>(make: (name: RelationName) => Value) {
  return Object.fromEntries(relationNames.map((name) => [name, make(name)])) as Record<RelationName, Value>;
}

function numbersOfKind(ids: readonly string[], numbers: ReadonlyMap<string, number>, kind: Kind): Uint32Array {
  const prefix = `${kind}/`;
  const isThere = (number: number) => numbers.get(ids[number]!) === number;
  return Uint32Array.from([...ids.keys()].filter((number) => ids[number]!.startsWith(prefix) && isThere(number)));
}

/** A graph with nothing in it. */
export const emptyProjection: Projection = createBuilder().build(0);
