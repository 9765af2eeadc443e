import { readFile } from 'node:fs/promises';
import type { Kind } from '../model.ts';
import type { GraphStore } from './store.ts';

/** The node label of each kind. */
export const labels = {
  publication: 'Publication',
  organisation: 'Organisation',
  country: 'Country',
  instrument: 'Instrument',
  theme: 'Theme',
  project: 'Project',
  person: 'Person',
} as const satisfies Record<Kind, string>;

/** Creates the constraints and indexes of `schema/graph.cypher` that are not there yet. */
export async function applySchema(store: GraphStore): Promise<void> {
  const text = await readFile(new URL('../../schema/graph.cypher', import.meta.url), 'utf8');
  const statements = text.replace(/^\/\/.*$/gm, '').split(';');
  for (const statement of statements) {
    // A transaction each: Neo4j takes no schema change beside another statement.
    if (statement.trim()) await store.write((run) => run(statement));
  }
}
