import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { typeDefinitions } from './type-definitions.ts';

/**
 * @neo4j/graphql with Apollo Server over our Neo4j, set up as both their guides do it.
 * `GRAPH_URL=bolt://… PORT=0 node --import tsx test/bench/peers/neo4j-graphql.ts` prints its address.
 */
const driver = neo4j.driver(process.env.GRAPH_URL!);
const features = { filters: { String: { GTE: true } } }; // dates are asked for from a year on
const schema = await new Neo4jGraphQL({ typeDefs: typeDefinitions, driver, features }).getSchema();
// Without the prevention of CSRF a plain GET tells that it is ready.
const server = new ApolloServer({ schema, csrfPrevention: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT ?? 4001), host: '127.0.0.1' },
});
console.log(url);
process.once('SIGTERM', () => void driver.close().then(() => process.exit(0)));
