import { kindOf, kinds, type CatalogueRecord, type Kind } from '../model.ts';
import { relationNames, relations, type RelationName } from '../relations.ts';
import { fromProperties } from './encode.ts';
import { readEntities } from './entities.ts';
import { labels } from './schema.ts';
import { fromRow, sourcesOf, type Statement, type StatementRow } from './statements.ts';
import type { GraphStore, Run, Value } from './store.ts';

/** The records with these ids, without their links, by id; what is not there is left out. One read per kind asked for. */
export async function readRecords(store: GraphStore, ids: readonly string[]): Promise<Map<string, CatalogueRecord>> {
  const reads = byKind(ids).map(([kind, group]) =>
    store.read<{ properties: Record<string, Value> }>(
      `UNWIND $ids AS key MATCH (n:${labels[kind]} {id: key}) RETURN properties(n) AS properties`,
      { ids: group },
    ),
  );
  const records = (await Promise.all(reads)).flat().map(({ properties }) => fromProperties(properties));
  return new Map(records.map((record) => [record.id, record]));
}

/** The websites of all organisations that have one. */
export async function readWebsites(store: GraphStore): Promise<string[]> {
  const rows = await store.read<{ website: string | null }>(`MATCH (o:Organisation) RETURN o.website AS website`);
  return rows.flatMap(({ website }) => website ?? []);
}

/** The links that go out from these entities, as they lie in the graph, in no order. One read per kind. */
export async function readLinks(run: Run, ids: readonly string[]): Promise<StatementRow[]> {
  const reads = byKind(ids).map(([kind, group]) =>
    run<StatementRow>(
      `MATCH (a:${labels[kind]})-[r]->(b) WHERE a.id IN $ids
       RETURN a.id AS from, type(r) AS relation, b.id AS to, properties(r) AS properties`,
      { ids: group },
    ),
  );
  return (await Promise.all(reads)).flat();
}

/** The statements that the records of these entities make, ordered as the records list them. Two reads per kind. */
export async function readStatements(store: GraphStore, ids: readonly string[]): Promise<Map<string, Statement[]>> {
  const statements = new Map<string, Statement[]>(ids.map((id) => [id, []]));
  const rows = await readLinks(store.read, ids);
  rows.sort((a, b) => order(a) - order(b) || Number(a.properties.position) - Number(b.properties.position));
  for (const statement of await withSources(store, rows)) statements.get(statement.from)!.push(statement);
  return statements;
}

/** The first statement behind each link, in the order of the links; undefined where there is none now. */
export async function readLinkStatements(
  store: GraphStore,
  links: readonly GraphLink[],
): Promise<(Statement | undefined)[]> {
  const reads = byKind([...new Set(links.map(({ from }) => from))]).map(([kind, group]) => {
    const to = links.filter(({ from }) => kindOf(from) === kind).map((link) => link.to);
    return store.read<StatementRow>(
      `MATCH (a:${labels[kind]})-[r]->(b) WHERE a.id IN $ids AND b.id IN $to
       RETURN a.id AS from, type(r) AS relation, b.id AS to, properties(r) AS properties`,
      { ids: group, to: [...new Set(to)] },
    );
  });
  const rows = (await Promise.all(reads)).flat();
  rows.sort((a, b) => Number(a.properties.position) - Number(b.properties.position));
  const first = new Map(rows.reverse().map((row) => [linkKey(row), row]));
  const wanted = links.map((link) => first.get(linkKey(link)));
  const statements = await withSources(store, [...new Set(wanted.filter((row) => row !== undefined))]);
  const byLink = new Map(statements.map((statement) => [linkKey(statement), statement]));
  return links.map((link) => byLink.get(linkKey(link)));
}

/** A link of the graph, which one or more statements say. */
export interface GraphLink {
  from: string;
  relation: RelationName;
  to: string;
}

/** What tells two links apart. */
export const linkKey = ({ from, relation, to }: GraphLink): string => `${from} ${relation} ${to}`;

/** The statements of one relation that point to these ids, by id, ordered by the entity that makes them. */
export async function readStatementsTo(store: GraphStore, relation: RelationName, ids: readonly string[]) {
  const statements = new Map<string, Statement[]>(ids.map((id) => [id, []]));
  for (const [kind, group] of byKind(ids)) {
    const rows = await store.read<StatementRow>(
      `MATCH (a:${labels[relations[relation].from]})-[r:${relation}]->(b:${labels[kind]}) WHERE b.id IN $ids
       RETURN a.id AS from, type(r) AS relation, b.id AS to, properties(r) AS properties
       ORDER BY from, r.position`,
      { ids: group },
    );
    for (const statement of await withSources(store, rows)) statements.get(statement.to)!.push(statement);
  }
  return statements;
}

/** The statements that rows stand for, each with its source as the records of its entity describe it. */
async function withSources(store: GraphStore, rows: readonly StatementRow[]): Promise<Statement[]> {
  const entities = await readEntities(store.read, new Set(rows.map(({ from }) => from)));
  const sources = new Map([...entities].map(([id, { records }]) => [id, sourcesOf(records)]));
  return rows.map((row) => fromRow(row, sources.get(row.from) ?? new Map()));
}

const order = ({ relation }: StatementRow) => relationNames.indexOf(relation);

function byKind(ids: readonly string[]): [Kind, string[]][] {
  const groups = kinds.map((kind): [Kind, string[]] => [kind, ids.filter((id) => kindOf(id) === kind)]);
  return groups.filter(([, group]) => group.length > 0);
}
