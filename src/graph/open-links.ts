import type { CatalogueRecord } from '../model.ts';
import { linksOf } from '../relations.ts';
import { broaderKey, circlesIn, readHierarchy } from './circles.ts';
import type { Run } from './store.ts';

/** A link that a record states and that is not in the graph, with the reason. */
export interface OpenLink {
  field: string;
  value: string;
  reason: string;
}

/** Which links of the graph's records could not be made; `size` is 0 when all were. */
export async function openLinks(run: Run): Promise<{ size: number; of(record: CatalogueRecord): OpenLink[] }> {
  const rows = await run<{ id: string }>(`MATCH (m:Missing)-[:AWAITED_BY]->(n) RETURN DISTINCT m.id AS id`);
  const missing = new Set(rows.map(({ id }) => id));
  const circles = circlesIn(await readHierarchy(run));
  const reasonOf = (from: string, to: string, relation: string): string | null => {
    if (missing.has(to)) return 'is not in the graph nor in these files; the link waits for it, the record went in';
    const circle = relation === 'BROADER' ? circles.get(broaderKey(from, to)) : undefined;
    return circle ? `closes a circle (${circle.join(' → ')}); the record went in without the link` : null;
  };
  return {
    size: missing.size + circles.size,
    of: (record) =>
      linksOf(record).flatMap(({ field, to, relation }) => {
        const reason = reasonOf(record.id, to, relation);
        return reason ? { field, value: to, reason } : [];
      }),
  };
}
