import type { Catalogue } from '../catalogue.ts';
import type { CatalogueRecord } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import type { Projection } from '../projection/projection.ts';
import type { RelationName } from '../relations.ts';
import { spend } from './cost.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What the resolvers of one request share. */
export interface Context {
  catalogue: Catalogue;
  /** The graph's links as they were when the request came. Statements are read as they are now. */
  projection: Projection;
  loaders: Loaders;
  /** How many objects the lists of this answer hold so far. */
  objects: number;
}

export function createContext(catalogue: Catalogue): Context {
  return {
    catalogue,
    projection: catalogue.projection,
    loaders: createLoaders(catalogue),
    objects: 0,
  };
}

/** The records that a node leads to by one relation, in the order its record lists them; backwards, by id. */
export function linked(context: Context, id: string, relation: RelationName, direction: 'out' | 'in' = 'out') {
  const { ids, numbers, [direction]: adjacency } = context.projection;
  const number = numbers.get(id);
  if (number === undefined) return Promise.resolve([]);
  const found = Array.from(neighbours(adjacency[relation], number), (node) => ids[node]!);
  return loadAll(context, direction === 'in' ? found.sort() : found);
}

/** The records with these ids, in their order; one that has gone from the graph meanwhile is left out. */
async function loadAll(context: Context, ids: readonly string[]): Promise<CatalogueRecord[]> {
  const records = await Promise.all(ids.map((id) => context.loaders.record.load(id)));
  return spend(
    context,
    records.filter((record) => record !== null),
  );
}

/** The records of these nodes of the projection, in their order. */
export const loadNodes = (context: Context, nodes: readonly number[]): Promise<CatalogueRecord[]> =>
  loadAll(
    context,
    nodes.map((node) => context.projection.ids[node]!),
  );
