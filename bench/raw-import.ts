import grafeo from '@grafeo-db/js';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import type { CatalogueRecord } from '../src/model.ts';
import { linksOf } from '../src/relations.ts';

/**
 * The baseline of an import: the same records and links written by the engine's own package with the simplest keyed
 * batches. Nothing is checked, no link says where it comes from, and running it twice fails. It shows what the engine
 * itself costs. `node --import tsx bench/raw-import.ts GRAPH_URL FILE` prints the counts as JSON.
 */
async function importRaw(address: string, file: string): Promise<Counts> {
  const bare = address.includes('://') ? openNeo4j(address) : openGrafeo(address);
  try {
    for (const label of ['Publication', 'Organisation', 'Country', 'Instrument', 'Theme', 'Project', 'Person']) {
      await bare.write([[`CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`, []]]);
      await bare.write([[`CREATE INDEX IF NOT EXISTS FOR (n:${label}) ON (n.id)`, []]]);
    }
    const nodes = await writeRows(bare, file, (record) => [[createNode(record.id), nodeRow(record)]]);
    const links = await writeRows(bare, file, (record) =>
      linksOf(record).map(({ relation, to }) => [createLink(record.id, relation, to), { from: record.id, to }]),
    );
    const held = await bare.counts();
    if (held.nodes !== nodes || held.links !== links)
      throw new Error(`${nodes} nodes and ${links} links were written and the graph holds ${JSON.stringify(held)}`);
    return held;
  } finally {
    await bare.close();
  }
}

type Row = Record<string, unknown>;
type Statement = [cypher: string, rows: Row[]];

interface Counts {
  nodes: number;
  links: number;
}

interface Bare {
  /** Runs these statements in one transaction, each once with all its rows. */
  write(statements: Statement[]): Promise<void>;
  /** What the graph holds. */
  counts(): Promise<Counts>;
  close(): Promise<void>;
}

const recordsInBatch = 1_000;

/** Writes the rows that each record of a file stands for, those of one statement together, and counts them. */
async function writeRows(bare: Bare, file: string, rowsOf: (record: CatalogueRecord) => [string, Row][]) {
  let batch = new Map<string, Row[]>();
  let records = 0;
  let written = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    for (const [cypher, row] of rowsOf(JSON.parse(line) as CatalogueRecord)) {
      const rows = batch.get(cypher);
      if (rows) rows.push(row);
      else batch.set(cypher, [row]);
      written++;
    }
    if (++records % recordsInBatch !== 0) continue;
    await bare.write([...batch]);
    batch = new Map();
  }
  await bare.write([...batch]);
  return written;
}

const createNode = (id: string) => `UNWIND $rows AS row CREATE (n:${labelOf(id)} {id: row.id}) SET n = row`;

const createLink = (from: string, relation: string, to: string) =>
  `UNWIND $rows AS row
   MATCH (a:${labelOf(from)} {id: row.from}) MATCH (b:${labelOf(to)} {id: row.to})
   CREATE (a)-[:${relation}]->(b)`;

const labelOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1, id.indexOf('/'));

/** The fields that are no links, maps as JSON: no property can hold one. */
function nodeRow(record: CatalogueRecord): Row {
  const linkFields = new Set<string>(linksOf(record).map(({ field }) => field));
  const own = Object.entries(record).filter(([field, value]) => !linkFields.has(field) && !isEmptyList(value));
  return Object.fromEntries(own.map(([field, value]) => [field, isMap(value) ? JSON.stringify(value) : value]));
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
const isMap = (value: unknown) => typeof value === 'object' && !Array.isArray(value);

function openNeo4j(url: string): Bare {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  const session = driver.session();
  return {
    write: (statements) =>
      session.executeWrite(async (transaction) => {
        for (const [cypher, rows] of statements) await transaction.run(cypher, { rows });
      }),
    async counts() {
      const { records: nodes } = await session.run('MATCH (n) RETURN count(n) AS count');
      const { records: links } = await session.run('MATCH ()-[r]->() RETURN count(r) AS count');
      return { nodes: nodes[0]!.get('count'), links: links[0]!.get('count') };
    },
    close: () => driver.close(),
  };
}

function openGrafeo(folder: string): Bare {
  const database = grafeo.GrafeoDB.create(join(folder, 'raw.grafeo'));
  return {
    async write(statements) {
      const transaction = database.beginTransaction();
      for (const [cypher, rows] of statements) await transaction.executeCypher(cypher, { rows });
      transaction.commit();
    },
    counts: async () => ({ nodes: database.nodeCount(), links: database.edgeCount() }),
    async close() {
      database.close();
    },
  };
}

const [address, file] = process.argv.slice(2);
console.log(JSON.stringify(await importRaw(address!, file!)));
