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

/** Throws when the graph was written by a version that kept no records: this one could not give them back. */
export async function checkLayout(store: GraphStore): Promise<void> {
  for (const label of Object.values(labels)) {
    // One node tells: a version writes all or none of them so.
    const [row] = await store.read<{ old: boolean }>(`MATCH (n:${label}) RETURN n.records IS NULL AS old LIMIT 1`);
    if (row?.old)
      throw new Error(
        'The graph was written by an earlier version, before records were kept as they were accepted. ' +
          'Name another place in GRAPH_URL, or empty this one, and import your files again.',
      );
  }
}
