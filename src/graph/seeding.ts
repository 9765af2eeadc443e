import { catalogueId } from './revision.ts';
import type { GraphStore } from './store.ts';

/** True from the moment a seed begins to be loaded until `endSeeding`: also after a process that died in between. */
export async function isSeeding(store: GraphStore): Promise<boolean> {
  const rows = await store.read<{ seeding: boolean | null }>(
    `MATCH (c:Catalogue {id: $id}) RETURN c.seeding AS seeding`,
    { id: catalogueId },
  );
  return rows[0]?.seeding === true;
}

export const beginSeeding = (store: GraphStore) =>
  store.write((run) => run(`MERGE (c:Catalogue {id: $id}) SET c.seeding = true`, { id: catalogueId }));

export const endSeeding = (store: GraphStore) =>
  store.write((run) => run(`MERGE (c:Catalogue {id: $id}) SET c.seeding = false`, { id: catalogueId }));
