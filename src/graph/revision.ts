import type { GraphStore, Run } from './store.ts';

/** The id of the one node that speaks of the whole graph. */
export const catalogueId = 'catalogue';

/** The number of the last accepted write; 0 for an empty graph. */
export async function readRevision(store: GraphStore): Promise<number> {
  const rows = await store.read<{ revision: number }>(`MATCH (c:Catalogue {id: $id}) RETURN c.revision AS revision`, {
    id: catalogueId,
  });
  return rows[0]?.revision ?? 0;
}

/**
 * Takes the next revision for the transaction of `run`. The node stays locked until commit, so revisions
 * become visible in their order: who sees a revision sees everything before it.
 */
export async function nextRevision(run: Run): Promise<number> {
  await run(`MERGE (c:Catalogue {id: $id}) SET c.locked = true`, { id: catalogueId });
  const rows = await run<{ revision: number }>(
    `MATCH (c:Catalogue {id: $id}) SET c.revision = coalesce(c.revision, 0) + 1 RETURN c.revision AS revision`,
    { id: catalogueId },
  );
  return rows[0]!.revision;
}
