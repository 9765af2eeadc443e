import { kindOf } from '../model.ts';
import { linksOf } from '../relations.ts';
import { refusedByCircles } from './circles.ts';
import { existing, groupBy, readRetired, type Entity } from './entities.ts';
import { ranked } from './entity.ts';
import { linkKey, readLinks } from './read.ts';
import type { Write } from './revision.ts';
import { labels } from './schema.ts';
import { statementKey, statementsOf, type StatementRow } from './statements.ts';
import type { Run } from './store.ts';
import { tabulate } from './tabulate.ts';
import type { Rewrite } from './write-entities.ts';

/**
 * Makes the links of entities those that follow from their records. A statement that stays keeps the revision it came
 * with.
 */
export async function writeLinks({ run, revision }: Write, rewrites: readonly Rewrite[]): Promise<void> {
  const entities = rewrites.map(({ entity }) => entity);
  const { rows, waiting } = await planLinks(run, entities);
  const number = await revision();
  const old = rewrites.filter(({ before }) => before).map(({ entity }) => entity.id);
  const kept = new Map((await readLinks(run, old)).map((row) => [statementKey(row), row.properties.revision]));
  await removeLinks(run, old);
  for (const row of rows) row.properties.revision = (kept.size > 0 && kept.get(statementKey(row))) || number;
  await createLinks(run, rows);
  await waitForTargets(run, waiting);
}

/**
 * The links that follow from the records of entities, and those that cannot be made yet. A link to an id that is not
 * there waits at a `Missing` node until it comes; one to a merged id leads to what that was merged into.
 */
export async function planLinks(run: Run, entities: readonly Entity[]) {
  const targets = await readTargets(run, entities);
  const refused = await refusedByCircles(run, entities);
  const rows: StatementRow[] = [];
  const waiting: { id: string; target: string }[] = [];
  for (const entity of entities) {
    const records = ranked(entity.id, entity.records);
    const open = new Set<string>();
    for (const { to } of records.flatMap(linksOf)) if (!targets.has(to)) open.add(to);
    for (const target of open) waiting.push({ id: entity.id, target });
    for (const row of statementsOf(entity.id, records, (id) => targets.get(id) ?? null))
      if (!refused.has(linkKey(row))) rows.push(row);
  }
  return { rows, waiting };
}

/** What each link target of these entities stands for now; a target that is not in the map is not there. */
async function readTargets(run: Run, entities: readonly Entity[]): Promise<Map<string, string>> {
  const ids = new Set<string>();
  for (const { records } of entities) for (const { to } of records.flatMap(linksOf)) ids.add(to);
  const there = await existing(run, ids);
  const targets = new Map([...there].map((id) => [id, id]));
  const absent = [...ids].filter((id) => !there.has(id));
  if (absent.length > 0)
    for (const { id, survivor } of (await readRetired(run, absent)).values()) if (survivor) targets.set(id, survivor);
  return targets;
}

/** Takes all links of these entities away, and whatever they wait for. */
export async function removeLinks(run: Run, ids: readonly string[]): Promise<void> {
  for (const [kind, group] of groupBy(ids, (id) => kindOf(id)!)) {
    await run(`MATCH (a:${labels[kind]})-[r]->() WHERE a.id IN $ids DELETE r`, { ids: group });
    await run(`MATCH (m:Missing)-[w:AWAITED_BY]->(a:${labels[kind]}) WHERE a.id IN $ids DELETE w`, { ids: group });
  }
}

/** Writes links that are not there. */
export async function createLinks(run: Run, rows: readonly StatementRow[]): Promise<void> {
  const groups = groupBy(rows, ({ from, relation, to }) => `${kindOf(from)} ${relation} ${kindOf(to)}`);
  await Promise.all([...groups.values()].map((group) => createAlike(run, group)));
}

/** Links of one relation between one pair of kinds. */
async function createAlike(run: Run, group: readonly StatementRow[]): Promise<void> {
  const { from, relation, to } = group[0]!;
  const { map, rows, same } = tabulate(
    'link',
    group.map(({ to, properties }) => ({ key: to, properties })),
  );
  // Each entity once: it need not be looked for again for each of its links.
  const links = groupBy(rows.keys(), (place) => group[place]!.from);
  // Never twice, also when the answer to a commit is lost: the transaction has taken away what was there before.
  await run(
    `UNWIND $rows AS row
     MATCH (a:${labels[kindOf(from)!]} {id: row[0]})
     UNWIND row[1] AS link
     MATCH (b:${labels[kindOf(to)!]} {id: link[0]})
     CREATE (a)-[:${relation} ${map}]->(b)`,
    { rows: [...links].map(([id, places]) => [id, places.map((place) => rows[place]!)]), same },
  );
}

/** Notes at each missing id who waits for it. */
export async function waitForTargets(run: Run, waiting: { id: string; target: string }[]): Promise<void> {
  if (waiting.length === 0) return;
  const ids = [...new Set(waiting.map(({ target }) => target))];
  await run(`UNWIND $ids AS id MERGE (m:Missing {id: id})`, { ids });
  for (const [kind, rows] of groupBy(waiting, ({ id }) => kindOf(id)!))
    await run(
      `UNWIND $rows AS row
       MATCH (n:${labels[kind]} {id: row.id})
       MATCH (m:Missing {id: row.target})
       CREATE (m)-[:AWAITED_BY]->(n)`,
      { rows },
    );
}
