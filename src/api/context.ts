import { createNotes, type AnswerNotes } from './answer-notes.ts';
import type { Catalogue } from '../catalogue.ts';
import type { GraphStore } from '../graph/store.ts';
import type { CatalogueRecord } from '../model.ts';
import { neighbours } from '../projection/adjacency.ts';
import type { Projection } from '../projection/projection.ts';
import type { RelationName } from '../relations.ts';
import type { KeyHolder } from '../keys/keyring.ts';
import { spend } from './cost.ts';
import { unauthenticated } from './errors.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { readingInTime } from './time-limit.ts';
import { allSoon, soon, type Soon } from './soon.ts';

/** What the resolvers of one request share. */
export interface Context {
  catalogue: Catalogue;
  /** The graph, as it may be read for this question: as long as it has time. */
  store: GraphStore;
  /** The graph's links as they were when the request came. Statements are read as they are now, those of paths then or later. */
  projection: Projection;
  loaders: Loaders;
  /** What is to be known of the answer by who sends it. */
  notes: AnswerNotes;
  /** How many objects the lists of this answer hold so far. */
  objects: number;
  /** Finds out whose key came with the request; throws where none did that is taken. Asked where a key is needed. */
  authenticate: () => Promise<KeyHolder>;
  /** Whose key it is, once that was asked. */
  holder: KeyHolder | null;
  /** Takes a cost from the budget of whoever asks; throws where nothing is left of it. */
  charge: (cost: number) => Promise<void>;
}

/**
 * A context for one request; `authenticate` finds out whose key came with it, where one may come, and `charge` takes what it
 * costs from a budget, where there is one.
 */
export function createContext(
  catalogue: Catalogue,
  authenticate: Context['authenticate'] = withoutKey,
  charge: Context['charge'] = async () => {},
): Context {
  const notes = createNotes();
  const store = readingInTime(catalogue.store, notes);
  return {
    catalogue,
    store,
    projection: catalogue.projection,
    loaders: createLoaders(catalogue, store, notes),
    notes,
    objects: 0,
    authenticate,
    holder: null,
    charge,
  };
}

const withoutKey = async () => {
  throw unauthenticated('This needs a key, and here none can be given.');
};

/** Lets the rest of an answer see what has been written meanwhile. */
export async function renew(context: Context): Promise<void> {
  context.projection = await context.catalogue.refresh();
  context.loaders = createLoaders(context.catalogue, context.store, context.notes);
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
