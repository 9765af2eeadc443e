import { idPages } from './entities.ts';
import { titleKey } from './near-titles.ts';
import { catalogueId } from './revision.ts';
import type { GraphStore } from './store.ts';

/**
 * Gives publications that an earlier version wrote the key by which they are found by their title; what was cut off goes
 * on with the next start. Done once for each graph: no revision, as nothing that was accepted changes.
 */
export async function fillTitleKeys(store: GraphStore): Promise<void> {
  const [state] = await store.read<{ titled: boolean | null }>(
    `MATCH (c:Catalogue {id: $id}) RETURN c.titled AS titled`,
    { id: catalogueId },
  );
  if (!state || state.titled) return; // nothing was ever written, or all is done
  for await (const ids of idPages(store.read, 'Publication')) {
    const found = await store.read<{ id: string; title: string; key: string | null }>(
      `UNWIND $ids AS key MATCH (p:Publication {id: key}) RETURN p.id AS id, p.title AS title, p.titleKey AS key`,
      { ids },
    );
    const rows = found.filter(({ key }) => key === null).map(({ id, title }) => ({ id, key: titleKey(title) }));
    if (rows.length > 0)
      await store.write((run) =>
        run(`UNWIND $rows AS row MATCH (p:Publication {id: row.id}) SET p.titleKey = row.key`, { rows }),
      );
  }
  await store.write((run) => run(`MATCH (c:Catalogue {id: $id}) SET c.titled = true`, { id: catalogueId }));
}
