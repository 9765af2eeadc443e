import neo4j, { type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withHints } from '../../src/graph/hints.ts';
import { findKnown } from '../../src/graph/known.ts';
import { merge } from '../../src/graph/retire.ts';
import { scanGraph, scanIds } from '../../src/graph/scan.ts';
import { applySchema } from '../../src/graph/schema.ts';
import { openStore, type GraphStore } from '../../src/graph/store.ts';
import { onNeo4j } from '../engines.ts';
import { startNeo4j } from '../neo4j/start.ts';
import { act, publication, save, smallCatalogue } from '../records.ts';

/** A first import is faster than Neo4j counts what is in its indexes: here it never counts again. */
const settings = { 'db.index_sampling.background_enabled': 'false' };
const isScan = /^(NodeIndexScan|NodeByLabelScan|AllNodesScan|DirectedAllRelationshipsScan)/;

onNeo4j('statistics of an empty graph', () => {
  let database: Awaited<ReturnType<typeof startNeo4j>>;
  let store: GraphStore;
  const asked = new Set<string>();
  beforeAll(async () => {
    database = await startNeo4j({ heap: '512m', settings });
    store = await openStore({ engine: 'neo4j', url: database.url }, 'commands');
    await applySchema(store);
  }, 150_000);
  afterAll(async () => {
    await store.close();
    await database.stop();
  }, 60_000);

  const operatorsOf = ({ operatorType, children }: Plan): string[] => [operatorType, ...children.flatMap(operatorsOf)];

  it('have nothing gone through once for each row', async () => {
    const listening: GraphStore = {
      ...store,
      read: (cypher, ...rest) => (asked.add(cypher), store.read(cypher, ...rest)),
      write: (work, timeout) => store.write((run) => work((cypher, given) => (asked.add(cypher), run(cypher, given))), timeout), // prettier-ignore
    };
    const page = publication('page', { urls: ['https://example.org/page'], publishers: ['organisation/astra'] });
    const many = Array.from({ length: 30 }, (_, number) => publication(`p${number}`));
    await save(listening, [...smallCatalogue, page, ...many]);
    await store.write((run) =>
      run(`UNWIND range(1, 5000) AS number CREATE (:Publication {id: 'publication/' + number})`),
    );
    for await (const _ of scanGraph(listening));
    for await (const _ of scanIds(listening, [page.id, ...many.map(({ id }) => id)]));
    await findKnown(
      listening.read,
      publication('other', { urls: page.urls, title: page.title, publishers: page.publishers }),
    );
    await merge(listening, act, 'publication/p1', 'publication/p2');

    const driver = neo4j.driver(database.url);
    const planOf = async (cypher: string) =>
      (await driver.executeQuery(`EXPLAIN ${withHints(cypher)}`)).summary.plan as Plan;
    const perRow = [...asked].filter((cypher) => cypher.trim().startsWith('UNWIND'));
    expect(perRow.length).toBeGreaterThan(20);
    for (const cypher of perRow)
      expect({ cypher, scans: operatorsOf(await planOf(cypher)).filter((name) => isScan.test(name)) }).toEqual({
        cypher,
        scans: [],
      });
    await driver.close();
  }, 120_000);
});
