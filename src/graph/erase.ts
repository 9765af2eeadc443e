import { kindOf, type CatalogueRecord, type Publication } from '../model.ts';
import { addressesOf } from './addresses.ts';
import { identifierKeys } from './identifiers.ts';
import { catalogueId, type Write } from './revision.ts';

/**
 * Deletes for good what is kept beside an entity that has left the graph: its history and that of what was merged into
 * it, its records in the history of others it was merged with for a time, questions for a curator, and the addresses
 * and identifiers that nobody else has. `retired` is its id and those that led to it, `records` are those it stood on.
 */
export async function eraseTraces(
  write: Write,
  retired: readonly string[],
  records: readonly CatalogueRecord[],
): Promise<void> {
  const { run } = write;
  const ids = [...new Set([...retired, ...records.map((record) => record.id)])];
  const erased = [...records, ...(await eraseFromHistory(write, ids, ({ id }) => ids.includes(id)))];
  await run(`MATCH (p:Proposal) WHERE p.from IN $ids OR p.into IN $ids DELETE p`, { ids });
  if (kindOf(ids[0]!) === 'publication') await eraseAddresses(run, erased as Publication[]);
}

type Run = Write['run'];

/**
 * Deletes records from the history of these ids, and of whatever has held records of theirs; gives them back. From then on
 * the graph says that something was erased: who keeps a copy of it deletes that.
 */
export async function eraseFromHistory(
  write: Write,
  ids: readonly string[],
  isErased: (record: CatalogueRecord) => boolean,
): Promise<CatalogueRecord[]> {
  const { run } = write;
  await run(`MATCH (c:Catalogue {id: $id}) SET c.erased = $revision`, {
    id: catalogueId,
    revision: await write.revision(),
  });
  const versions = await run<{ key: string; records: string[] }>(
    `MATCH (v:Version) WHERE v.of IN $ids OR any(text IN v.records WHERE any(sign IN $signs WHERE text CONTAINS sign))
     RETURN v.id AS key, v.records AS records`,
    { ids: [...ids], signs: ids.map((id) => `"id":"${id}"`) },
  );
  const parse = (text: string) => JSON.parse(text) as CatalogueRecord;
  const rows = versions.map(({ key, records }) => ({ key, records: records.filter((text) => !isErased(parse(text))) }));
  const gone = rows.filter(({ records }) => records.length === 0).map(({ key }) => key);
  await run(`MATCH (v:Version) WHERE v.id IN $gone DELETE v`, { gone });
  await run(`UNWIND $rows AS row MATCH (v:Version {id: row.key}) SET v.records = row.records`, {
    rows: rows.filter(({ records }) => records.length > 0),
  });
  return versions.flatMap(({ records }) => records.map(parse).filter(isErased));
}

async function eraseAddresses(run: Run, records: readonly Publication[]): Promise<void> {
  const keys = new Set(records.flatMap(identifierKeys));
  const used = await run<{ key: string }>(
    `MATCH (i:Identifier)-[:IDENTIFIES]->(p:Publication) WHERE i.id IN $keys RETURN i.id AS key`,
    { keys: [...keys] },
  );
  for (const { key } of used) keys.delete(key);
  await run(`MATCH (i:Identifier) WHERE i.id IN $keys DETACH DELETE i`, { keys: [...keys] });
  // An address that another publication has in another way of writing stays too: it leads to that one.
  const unused = records.flatMap(addressesOf).filter((url) => identifierKeys({ url }).some((key) => keys.has(key)));
  await run(`MATCH (a:Address) WHERE a.id IN $unused DELETE a`, { unused });
}
