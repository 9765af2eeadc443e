import { kindOf } from '../model.ts';
import { allEntities, groupBy, type Entity } from './entities.ts';
import { bookkeeping, toProperties } from './encode.ts';
import { viewOf } from './entity.ts';
import type { Action } from './revision.ts';
import { labels } from './schema.ts';
import { planLinks } from './links.ts';
import { readLinks } from './read.ts';
import { statementKey, type StatementRow } from './statements.ts';
import type { GraphStore, Run, Value } from './store.ts';
import { digestOfRecords } from './write-entities.ts';

/** Something in the graph that is not as it was accepted. */
export interface Fault {
  id: string;
  fault: string;
}

/**
 * Compares what is in the graph with what was accepted: every entity the change feed tells of is there, its records
 * have the digest they were accepted with, and its fields and links are those that follow from them.
 */
export async function* checkGraph(store: GraphStore): AsyncGenerator<Fault> {
  const accepted = await readAccepted(store);
  for await (const page of allEntities(store.read)) {
    const faults = await Promise.all([fieldFaults(store.read, page), linkFaults(store.read, page)]);
    yield* faults.flat();
    for (const entity of page) {
      const digest = accepted.get(entity.id);
      accepted.delete(entity.id);
      if (digest === undefined) yield { id: entity.id, fault: 'is in the graph and no accepted write tells of it' };
      else if (digest !== digestOfRecords(entity))
        yield { id: entity.id, fault: 'has other records than were accepted' };
    }
  }
  for (const id of accepted.keys()) yield { id, fault: 'was accepted and is not in the graph' };
}

/** The ids that are there by the change feed, with the digest of the records they were accepted with last. */
async function readAccepted(store: GraphStore): Promise<Map<string, string>> {
  const accepted = new Map<string, string>();
  const revisions = await store.read<{ id: number }>(`MATCH (c:Change) RETURN c.id AS id`);
  for (const { id } of revisions.sort((a, b) => a.id - b.id)) {
    const [write] = await store.read<{ ids: string[]; actions: Action[]; digests: string[] }>(
      `MATCH (c:Change {id: $id}) RETURN c.ids AS ids, c.actions AS actions, c.digests AS digests`,
      { id },
    );
    write!.ids.forEach((entity, place) => {
      const [action, digest] = [write!.actions[place]!, write!.digests[place]!];
      if (digest) accepted.set(entity, digest);
      else if (action === 'merged' || action === 'withdrawn') accepted.delete(entity);
    });
  }
  return accepted;
}

/** Entities whose node does not show what their records say. */
async function fieldFaults(run: Run, entities: readonly Entity[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [kind, group] of groupBy(entities, ({ id }) => kindOf(id)!)) {
    const rows = await run<{ id: string; properties: Record<string, Value> }>(
      `MATCH (n:${labels[kind]}) WHERE n.id IN $ids RETURN n.id AS id, properties(n) AS properties`,
      { ids: group.map(({ id }) => id) },
    );
    const found = new Map(rows.map(({ id, properties }) => [id, properties]));
    for (const { id, records } of group) {
      const [wanted, there] = [toProperties(viewOf(id, records)), found.get(id) ?? {}];
      const fields = Object.keys({ ...wanted, ...there }).filter((field) => !bookkeeping.has(field));
      const wrong = fields.filter((field) => JSON.stringify(there[field]) !== JSON.stringify(wanted[field]));
      if (wrong.length > 0) faults.push({ id, fault: `shows another ${wrong.join(', ')} than its records say` });
    }
  }
  return faults;
}

/** Entities whose links are not those that follow from their records. */
async function linkFaults(run: Run, entities: readonly Entity[]): Promise<Fault[]> {
  const { rows: wanted } = await planLinks(run, entities);
  const faults: Fault[] = [];
  const found = new Map<string, StatementRow>();
  const ids = entities.map(({ id }) => id);
  for (const row of await readLinks(run, ids)) {
    const key = statementKey(row);
    if (found.has(key)) faults.push({ id: row.from, fault: `has the link ${row.relation} ${row.to} twice` });
    found.set(key, row);
  }
  for (const row of wanted) {
    const { from: id, relation, to, properties } = row;
    const match = found.get(statementKey(row));
    found.delete(statementKey(row));
    if (!match) faults.push({ id, fault: `lacks the link ${relation} ${to}` });
    for (const name of match ? (['method', 'confidence', 'evidence', 'reviewedBy'] as const) : [])
      if ((match!.properties[name] ?? null) !== (properties[name] ?? null))
        faults.push({ id, fault: `has another ${name} on the link ${relation} ${to}` });
  }
  for (const { from: id, relation, to } of found.values())
    faults.push({ id, fault: `has a link that no record states: ${relation} ${to}` });
  return faults;
}
