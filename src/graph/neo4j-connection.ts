import neo4j, { type Driver } from 'neo4j-driver';
import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { connect as connectSafely } from 'node:tls';

/** Where a Neo4j is, and who we are there. */
export interface Neo4jAddress {
  url: string;
  user?: string;
  password?: string;
  database?: string;
}

/**
 * A driver for so many connections at most; it makes none before it is asked something. With `neo4j://` it is told who belongs
 * to the cluster by the first that answers of `members`, each as `host:port`.
 */
export const connect = ({ url, user, password }: Neo4jAddress, connections: number, members: () => string[]): Driver =>
  neo4j.driver(url, user ? neo4j.auth.basic(user, password ?? '') : undefined, {
    disableLosslessIntegers: true,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_000,
    // A connection is asked for a sign of life before each use: a dead one costs an error, not a wait without end.
    connectionLivenessCheckTimeout: 0,
    maxConnectionPoolSize: connections,
    resolver: members,
    userAgent: 'common-thread',
  });

/** Closes without waiting: on a connection that hangs, closing hangs too. */
export const closing = (open: { close(): Promise<void> }) => () => void open.close().catch(() => {});

/** The member of a cluster, or the one database, that an address names. */
export const named = ({ url }: Neo4jAddress): string => new URL(url).host;

/**
 * Throws where the database at an address does not answer a question on a connection of its own, and of a cluster neither
 * does any of `members`.
 */
export async function signOfLife(address: Neo4jAddress, members: string[]): Promise<void> {
  const { url, database } = address;
  const hands = (url.startsWith('neo4j') ? members : [named(address)]).map((host) =>
    shakeHands(host, /^\w+\+s/.test(url)).then(() => host),
  );
  const there = await Promise.any(hands).catch(({ errors }: AggregateError) => {
    throw errors[0];
  });
  const driver = connect(address, 1, () => [there]);
  const session = driver.session({ database, defaultAccessMode: 'READ' });
  await session.run('RETURN 1').finally(closing(session)).finally(closing(driver));
}

/** "Bolt, please": four bytes that say so, and the versions we would take. */
const greeting = Buffer.from('6060b0170000040500000404' + '0'.repeat(16), 'hex');

/** Milliseconds for that. */
const forHands = 1_500;

/**
 * Begins to speak Bolt and hangs up. First, because this connection is ours to cut: one of the driver stays for ever where
 * somebody takes it and says nothing.
 */
async function shakeHands(host: string, safely: boolean): Promise<void> {
  const { hostname, port } = new URL(`bolt://${host}`);
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 7687) };
  // Nothing is said that another should not hear, and the driver checks the certificate after this.
  const socket = safely
    ? connectSafely({ ...place, servername: place.host, rejectUnauthorized: false })
    : connectTo(place);
  try {
    socket.write(greeting);
    await once(socket, 'data', { signal: AbortSignal.timeout(forHands) });
  } finally {
    socket.on('error', () => {}).destroy();
  }
}

/** The oldest Neo4j that knows the constraints of schema/graph.cypher. */
const oldest = [4, 4] as const;

/** Throws for a Neo4j that is too old, by what it calls itself: `Neo4j/5.26.30`. */
export function checkVersion(agent: string | undefined, url: string): void {
  const [, major, minor] = /^Neo4j\/v?(\d+)\.(\d+)/.exec(agent ?? '') ?? [];
  if (major === undefined) return;
  const isOlder = Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]);
  if (isOlder)
    throw new Error(
      `The graph at GRAPH_URL=${url} is ${agent}: Neo4j ${oldest.join('.')} or newer is needed. ` +
        'Upgrade it, or name another in GRAPH_URL.',
    );
}
