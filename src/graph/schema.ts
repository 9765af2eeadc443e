import { readFile } from 'node:fs/promises';
import type { Kind } from '../model.ts';
import { Refusal } from './refusal.ts';
import type { GraphStore } from './store.ts';
import { Unavailable } from './unavailable.ts';

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
    if (statement.trim()) await store.write((run) => run(statement)).catch(notMade(store, statement.trim()));
  }
}

/** A constraint that cannot be made is missed only where it is not there: a database that takes no writes may have it. */
const notMade = (store: GraphStore, statement: string) => async (error: Error) => {
  if (error instanceof Unavailable) throw error;
  const [, name] = /^CREATE (?:CONSTRAINT|INDEX) (\w+)/.exec(statement) ?? [];
  if (error instanceof Refusal && (await isThere(store, name!))) return;
  throw new Error(`The graph does not take what schema/graph.cypher asks of it: ${statement}\n${error.message}`, {
    cause: error,
  });
};

async function isThere(store: GraphStore, name: string): Promise<boolean> {
  for (const list of ['CONSTRAINTS', 'INDEXES']) {
    const rows = await store.read<{ name: string }>(`SHOW ${list} YIELD name RETURN name`);
    // Neo4j makes no index beside that of a constraint on the same key.
    if (rows.some((row) => row.name === name || row.name === name.replace(/_index$/, ''))) return true;
  }
  return false;
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
