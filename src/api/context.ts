import { createNotes, type AnswerNotes } from './answer-notes.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CatalogueRecord } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import type { Projection } from '../projection/projection.ts';
import type { RelationName } from '../relations.ts';
import { spend } from './cost.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { allSoon, soon, type Soon } from './soon.ts';

/** What the resolvers of one request share. */
export interface Context {
  catalogue: Catalogue;
  /** The graph's links as they were when the request came. Statements are read as they are now, those of paths then or later. */
  projection: Projection;
  loaders: Loaders;
  /** What is to be known of the answer by who sends it. */
  notes: AnswerNotes;
  /** How many objects the lists of this answer hold so far. */
  objects: number;
}

export function createContext(catalogue: Catalogue): Context {
  const notes = createNotes();
  return {
    catalogue,
    projection: catalogue.projection,
    loaders: createLoaders(catalogue, notes),
    notes,
    objects: 0,
  };
}

/** The records that a node leads to by one relation, in the order its record lists them; backwards, by id. */
export function linked(
  context: Context,
  id: string,
  relation: RelationName,
  direction: 'out' | 'in' = 'out',
): Soon<CatalogueRecord[]> {
  const { ids, numbers, [direction]: adjacency } = context.projection;
  const number = numbers.get(id);
  if (number === undefined) return [];
  const found: string[] = [];
  for (const node of neighbours(adjacency[relation], number)) found.push(ids[node]!);
  return loadAll(context, direction === 'in' ? found.sort() : found);
}

/** The records with these ids, in their order; one that has gone from the graph meanwhile is left out. */
function loadAll(context: Context, ids: readonly string[]): Soon<CatalogueRecord[]> {
  return soon(allSoon(ids.map((id) => context.loaders.record.load(id))), (records) =>
    spend(
      context,
      records.filter((record) => record !== null),
    ),
  );
}

/** The records of these nodes of the projection, in their order. */
export const loadNodes = (context: Context, nodes: readonly number[]): Soon<CatalogueRecord[]> =>
  loadAll(
    context,
    nodes.map((node) => context.projection.ids[node]!),
  );
