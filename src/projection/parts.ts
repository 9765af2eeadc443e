import { relationNames, type RelationName } from '../relations.ts';
import type { Adjacency, Neighbours } from './adjacency.ts';
import { interned } from './interned.ts';
import type { Projection } from './projection.ts';

/** A part of a column, small enough to be worked on at once. The slices of one name, in order, are the column. */
export interface Slice {
  name: string;
  /** Of a column of numbers: how many it has in all. */
  length?: number;
  values: Column;
}

/** Values of one kind: numbers, or a list of anything that can be cloned. */
export type Column = readonly unknown[] | Uint32Array | Uint16Array;

/** So many values, and so many numbers, are in a slice: a millisecond or a few of work. */
const sliceLength = 20_000;
const numbersAtOnce = 250_000;

/** A projection as slices that can be cloned: `projectionOf` makes it of them again. It may not be patched meanwhile. */
export function* slicesOf(projection: Projection): Generator<Slice> {
  const { revision, ids, dates, languages, types, labels, dead, ofKind, text, search } = projection;
  yield { name: 'revision', values: [revision] };
  for (const [name, column] of Object.entries({ ids, dates, languages, types, labels, words: text.words }))
    yield* slices(name, column);
  yield* exceptionsOf(projection);
  yield* slices('dead', [...dead]);
  yield* slices('wordsOfCountries', [...text.ofCountries]);
  yield* slices('kinds', Object.keys(ofKind));
  for (const [kind, numbers] of Object.entries(ofKind)) yield* slices(`ofKind ${kind}`, numbers);
  for (const name of relationNames) {
    yield* linkSlices(`out ${name}`, projection.out[name]);
    yield* linkSlices(`in ${name}`, projection.in[name]);
  }
  yield* linkSlices('sequences', search.sequences);
  yield* linkSlices('postings', search.postings);
  yield { name: 'end', values: [] };
}

/** At least one, that the column be known by. */
function* slices(name: string, column: Column): Generator<Slice> {
  const isList = Array.isArray(column);
  const most = isList ? sliceLength : numbersAtOnce;
  let at = 0;
  do yield { name, values: column.slice(at, at + most), ...(!isList && { length: column.length }) };
  while ((at += most) < column.length);
}

/** Numbers that their ids do not lead to, and ids that lead to the number of another. */
function* exceptionsOf({ ids, numbers }: Projection): Generator<Slice> {
  for (let at = 0; at === 0 || at < ids.length; at += sliceLength) {
    const some = Array.from(ids.slice(at, at + sliceLength).keys(), (place) => at + place);
    yield { name: 'gone', values: some.filter((number) => numbers.get(ids[number]!) !== number) };
  }
  let moved: [string, number][] = [];
  let seen = 0;
  for (const [id, number] of numbers) {
    if (ids[number] !== id) moved.push([id, number]);
    if (++seen % sliceLength > 0) continue;
    yield { name: 'moved', values: moved };
    moved = [];
  }
  yield { name: 'moved', values: moved };
}

function* linkSlices(name: string, { first, size, offsets, targets, weights, patches }: Adjacency): Generator<Slice> {
  yield { name, values: [first, size, weights !== null] };
  yield* slices(`${name} offsets`, offsets);
  yield* slices(`${name} targets`, targets);
  if (weights) yield* slices(`${name} weights`, weights);
  yield* patchSlices(`${name} patches`, patches);
}

/** Patches are long where many link to one: a slice of them ends with their links, not their number. */
function* patchSlices(name: string, patches: Adjacency['patches']): Generator<Slice> {
  let values: [number, Neighbours][] = [];
  let links = 0;
  for (const patch of patches) {
    values.push(patch);
    links += patch[1].targets.length + 10;
    if (links < numbersAtOnce) continue;
    yield { name, values };
    [values, links] = [[], 0];
  }
  yield { name, values };
}

/** The projection that such columns were of; throws where they are not all there. Empties them. */
export function projectionOf(columns: Map<string, Column>): Projection {
  const column = <Wanted>(name: string): Wanted => {
    const found = columns.get(name);
    if (!found) throw new Error(`it has no column ${name}.`);
    columns.delete(name); // memory that the next may need
    return found as Wanted;
  };
  const list = (name: string) => column<string[]>(name);
  const links = (name: string): Adjacency => {
    const [first, size, weighted] = column<[number, number, boolean]>(name);
    return {
      first,
      size,
      offsets: column(`${name} offsets`),
      targets: column(`${name} targets`),
      weights: weighted ? column(`${name} weights`) : null,
      patches: new Map(column<[number, Neighbours][]>(`${name} patches`)),
    };
  };
  const ofAll = (way: string) =>
    Object.fromEntries(relationNames.map((name) => [name, links(`${way} ${name}`)])) as Record<RelationName, Adjacency>;
  column('end');
  const ids = list('ids');
  const words = list('words');
  return {
    revision: column<[number]>('revision')[0],
    ids,
    numbers: numbersOf(ids, column('gone'), column('moved')),
    dates: list('dates').map(interned),
    languages: list('languages').map(interned),
    types: list('types').map(interned),
    labels: list('labels'),
    dead: new Set(column<number[]>('dead')),
    ofKind: Object.fromEntries(list('kinds').map((kind) => [kind, column(`ofKind ${kind}`)])) as Projection['ofKind'],
    out: ofAll('out'),
    in: ofAll('in'),
    text: {
      words,
      numbers: numbersOf(words),
      ofCountries: new Map(column<[number, string[]][]>('wordsOfCountries')),
    },
    search: { sequences: links('sequences'), postings: links('postings') },
  };
}

function numbersOf(names: readonly string[], gone: readonly number[] = [], moved: readonly [string, number][] = []) {
  const numbers = new Map<string, number>();
  for (const [number, name] of names.entries()) numbers.set(name, number);
  for (const number of gone) numbers.delete(names[number]!);
  for (const [name, number] of moved) numbers.set(name, number);
  return numbers;
}
