import { relationNames, type RelationName } from '../relations.ts';
import type { Adjacency } from './adjacency.ts';
import type { Projection } from './projection.ts';

/** What a projection is made of beside its links. */
type Columns = Pick<Projection, 'revision' | 'ids' | 'dates' | 'languages' | 'types' | 'labels' | 'dead' | 'ofKind'> &
  Pick<Projection['text'], 'words' | 'ofCountries'> & {
    /** Numbers that their ids do not lead to any more, and what leads elsewhere. */
    gone: number[];
    moved: [id: string, number: number][];
  };

/** A projection part by part, as values that can be cloned: none is larger than the list of one relation. */
export function* partsOf(projection: Projection): Generator<unknown> {
  const { revision, ids, numbers, dates, languages, types, labels, dead, ofKind, text, search } = projection;
  const { words, ofCountries } = text;
  const gone = [...ids.keys()].filter((number) => numbers.get(ids[number]!) !== number);
  const moved = [...numbers].filter(([id, number]) => ids[number] !== id);
  const columns: Columns = {
    revision,
    ids,
    dates,
    languages,
    types,
    labels,
    dead,
    ofKind,
    words,
    ofCountries,
    gone,
    moved,
  };
  yield columns;
  for (const name of relationNames) yield* [projection.out[name], projection.in[name]];
  yield* [text.in, search.sequences, search.postings];
}

/** The projection that such parts were of, one after the other. */
export async function projectionOf(next: () => Promise<unknown>): Promise<Projection> {
  const { gone, moved, words, ofCountries, ...columns } = (await next()) as Columns;
  const links = async () => (await next()) as Adjacency;
  const out = {} as Record<RelationName, Adjacency>;
  const back = {} as Record<RelationName, Adjacency>;
  for (const name of relationNames) {
    out[name] = await links();
    back[name] = await links();
  }
  const numbers = new Map(columns.ids.map((id, number) => [id, number]));
  for (const number of gone) numbers.delete(columns.ids[number]!);
  for (const [id, number] of moved) numbers.set(id, number);
  const text = { in: await links() };
  const search = { sequences: await links(), postings: await links() };
  const known = { words, numbers: new Map(words.map((word, number) => [word, number])), ofCountries };
  return { ...columns, numbers, out, in: back, text: { ...text, ...known }, search };
}
