import { kindOf, kinds, type CatalogueRecord, type Kind } from '../model.ts';
import { relationNames, relations, type RelationName } from '../relations.ts';
import { fromProperties, fromStatementRow, type Statement } from './encode.ts';
import { labels } from './schema.ts';
import type { GraphStore, Value } from './store.ts';

/** The records with these ids, without their links, by id; what is not there is left out. One read per kind asked for. */
export async function readRecords(store: GraphStore, ids: readonly string[]): Promise<Map<string, CatalogueRecord>> {
  const reads = byKind(ids).map(([kind, group]) =>
    store.read<{ properties: Record<string, Value> }>(
      `MATCH (n:${labels[kind]}) WHERE n.id IN $ids RETURN properties(n) AS properties`,
      { ids: group },
    ),
  );
  const records = (await Promise.all(reads)).flat().map(({ properties }) => fromProperties(properties));
  return new Map(records.map((record) => [record.id, record]));
}

/** The statements that the records with these ids make, ordered as the records list them. One read per kind. */
export async function readStatements(store: GraphStore, ids: readonly string[]): Promise<Map<string, Statement[]>> {
  const reads = byKind(ids).map(([kind, group]) =>
    store.read<StatementRow>(
      `MATCH (a:${labels[kind]})-[r]->(b) WHERE a.id IN $ids
       RETURN a.id AS from, type(r) AS relation, b.id AS to, properties(r) AS properties
       ORDER BY from, relation, r.position, to, r.id`,
      { ids: group },
    ),
  );
  const statements = new Map<string, Statement[]>(ids.map((id) => [id, []]));
  for (const row of (await Promise.all(reads)).flat()) statements.get(row.from)!.push(fromStatementRow(row));
  for (const list of statements.values()) list.sort((a, b) => order(a) - order(b)); // stable: positions stay
  return statements;
}

/** The statements of one relation that point to these ids, by id, ordered by the record that makes them. One read. */
export async function readStatementsTo(store: GraphStore, relation: RelationName, ids: readonly string[]) {
  const statements = new Map<string, Statement[]>(ids.map((id) => [id, []]));
  for (const [kind, group] of byKind(ids)) {
    const rows = await store.read<StatementRow>(
      `MATCH (a:${labels[relations[relation].from]})-[r:${relation}]->(b:${labels[kind]}) WHERE b.id IN $ids
       RETURN a.id AS from, type(r) AS relation, b.id AS to, properties(r) AS properties
       ORDER BY from, r.position, r.id`,
      { ids: group },
    );
    for (const row of rows) statements.get(row.to)!.push(fromStatementRow(row));
  }
  return statements;
}

interface StatementRow {
  from: string;
  relation: string;
  to: string;
  properties: Record<string, Value>;
}

const order = ({ relation }: Statement) => relationNames.indexOf(relation);

function byKind(ids: readonly string[]): [Kind, string[]][] {
  const groups = kinds.map((kind): [Kind, string[]] => [kind, ids.filter((id) => kindOf(id) === kind)]);
  return groups.filter(([, group]) => group.length > 0);
}
