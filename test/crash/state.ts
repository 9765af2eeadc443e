import { createHash } from 'node:crypto';
import { exportLines } from '../../src/graph/export.ts';
import { readRevision } from '../../src/graph/revision.ts';
import { readSnapshot, type SnapshotLine } from '../../src/graph/snapshot.ts';
import type { GraphStore } from '../../src/graph/store.ts';

/** A digest of all that is in a graph: the export to the byte, history, review queue, change feed and revision. */
export async function stateOf(store: GraphStore): Promise<string> {
  const digest = createHash('sha256').update(String(await readRevision(store)));
  for await (const lines of exportLines(store)) digest.update(lines.join('\n'));
  for await (const line of readSnapshot(store.read)) digest.update(JSON.stringify(asSet(line), inOneOrder));
  return digest.digest('hex');
}

/** The entities of one write stand in its entry of the change feed in no order. */
function asSet(line: SnapshotLine): unknown {
  if (!('label' in line) || line.label !== 'Change') return line;
  const { ids, actions, digests, ...rest } = line.properties as Record<'ids' | 'actions' | 'digests', string[]>;
  return { ...rest, entries: ids.map((id, place) => [id, actions[place], digests[place]].join(' ')).sort() };
}

/** The engines give the properties of a node in orders of their own. */
const inOneOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
