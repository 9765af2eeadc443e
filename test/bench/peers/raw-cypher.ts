import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import { apiStatements } from './api-cypher.ts';
import { reasonsFor, relatedTo } from './related-cypher.ts';

/**
 * The plainest server there can be over our Neo4j: one statement written by hand for each question, its one row sent
 * as JSON. `GRAPH_URL=bolt://… PORT=0 node --import tsx test/bench/peers/raw-cypher.ts` prints its address.
 */
const driver = neo4j.driver(process.env.GRAPH_URL!, undefined, { disableLosslessIntegers: true });

const statements: Record<string, string> = {
  ...apiStatements,
  '/related': `
    MATCH (target:Publication {id: $id})
    ${relatedTo('target')}
    ${reasonsFor('target')}
    WITH score, {
      id: other.id, title: other.title, score: score, reasons: reasons,
      publishers: COLLECT { MATCH (other)-[:PUBLISHED_BY]->(organisation) RETURN organisation {.id, .name} }
    } AS item
    ORDER BY score DESC
    RETURN {items: collect(item)} AS answer`,
  '/organisation': `
    MATCH (organisation:Organisation {id: $id})
    CALL (organisation) {
      MATCH (organisation)<-[:PUBLISHED_BY]-(publication)
      WITH publication ORDER BY publication.date DESC LIMIT 10
      RETURN collect(publication {.id, .title, themes: COLLECT {
        MATCH (publication)-[:ABOUT]->(theme)
        RETURN theme {.id, .prefLabel,
          broader: [(theme)-[:BROADER]->(broader) | broader {.id, .prefLabel}],
          related: [(theme)-[:RELATED]-(related) | related {.id, .prefLabel}]
        }
      }}) AS publications
    }
    RETURN organisation {.id, .name, publications} AS answer`,
};

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  if (pathname === '/health/ready') return void response.end();
  const statement = statements[pathname];
  if (!statement) return void response.writeHead(404).end();
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const parameters = JSON.parse(searchParams.get('with') ?? '{}') as Record<string, unknown>;
    const { records } = await session.run(statement, { id: searchParams.get('id'), ...parameters });
    if (records.length === 0) return void response.writeHead(404).end();
    const body = JSON.stringify(records[0]!.get('answer'));
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  } finally {
    await session.close();
  }
});

server.listen(Number(process.env.PORT ?? 4002), '127.0.0.1', () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}/`);
});
process.once('SIGTERM', () => void driver.close().then(() => process.exit(0)));
