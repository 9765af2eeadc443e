import { kinds } from '../model.ts';
import { idPages } from './entities.ts';
import { labels } from './schema.ts';
import { Refusal } from './refusal.ts';
import { readState } from './revision.ts';
import type { GraphStore, Run } from './store.ts';

/**
 * The whole graph as lines of a record file, page by page: the records each entity stands on, entity by entity; then
 * what became of ids, with the records of a withdrawn one inside its line. Importing these lines into the same graph
 * changes nothing, and into an empty one makes the same graph. Two graphs with the same content give the same bytes,
 * whatever their engine. Throws a `Refusal` at the end when the graph was changed meanwhile: a record that was merged
 * from one page into another would be missing.
 */
export const exportLines = (store: Pick<GraphStore, 'read'>): AsyncGenerator<string[]> =>
  ofOneMoment(store, recordLines(store.read));

async function* recordLines(run: Run): AsyncGenerator<string[]> {
  for (const kind of kinds)
    for await (const ids of idPages(run, labels[kind])) {
      const rows = await run<{ id: string; records: string[] }>(
        // A list of keys with IN takes the embedded engine eight times as long.
        `UNWIND $ids AS key MATCH (n:${labels[kind]} {id: key}) RETURN n.id AS id, n.records AS records`,
        { ids },
      );
      yield rows.sort(byId).flatMap(({ records }) => records);
    }
  const retired = await run<{
    id: string;
    status: string;
    into: string | null;
    reason: string | null;
    records: string[];
  }>(
    `MATCH (r:Retired)
     RETURN r.id AS id, r.status AS status, r.into AS into, r.reason AS reason, r.records AS records`,
  );
  retired.sort(byId);
  // What a withdrawn id stood on goes inside its line: an import must not show it first and withdraw it then.
  yield retired.map(({ id, status, into, reason, records }) => {
    const fate = { kind: status, id, into: into ?? undefined, reason: reason ?? undefined };
    return JSON.stringify(records.length > 0 ? { ...fate, records: records.map((text) => JSON.parse(text)) } : fate);
  });
}

/** Pages of the graph; throws a `Refusal` at their end when it was changed since their beginning. */
export async function* ofOneMoment<Page>(
  store: Pick<GraphStore, 'read'>,
  pages: AsyncIterable<Page>,
): AsyncGenerator<Page> {
  const before = await readState(store);
  yield* pages;
  const after = await readState(store);
  if (after.revision !== before.revision || after.epoch !== before.epoch)
    throw new Refusal(
      'The graph was changed while it was exported: what was printed is not of one moment. Run it again.',
    );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
