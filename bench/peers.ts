import { fileURLToPath } from 'node:url';
import type { Answerer } from './related-questions.ts';
import { openServer, type Server } from './server.ts';

/** Another way to answer the same questions from the same Neo4j. */
export interface Peer {
  answerer: Exclude<Answerer, 'ours'>;
  /** Starts it on the Neo4j at `url`. */
  open(url: string): Promise<Server>;
}

const program = (name: string) => [
  '--import',
  'tsx',
  fileURLToPath(new URL(`../test/bench/peers/${name}`, import.meta.url)),
];

/** The peers that ours is compared with. */
export const peers: Peer[] = [
  {
    answerer: '@neo4j/graphql',
    open: (url) => openServer(program('neo4j-graphql.ts'), settings(url), '/?query=%7B__typename%7D'),
  },
  { answerer: 'raw', open: (url) => openServer(program('raw-cypher.ts'), settings(url)) },
];

/** As a server runs in production: GraphQL checks less then. */
export const settings = (url: string) => ({ GRAPH_URL: url, NODE_ENV: 'production' });
