import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { withDeadline } from './deadline.ts';
import type { GraphStore, Parameters, Run, Value } from './store.ts';

/** Milliseconds until a read is cancelled in the database, and a little later given up here. */
const readTimeout = 10_000;
const writeTimeout = 60_000;

export interface Neo4jAddress {
  url: string;
  user?: string;
  password?: string;
  database?: string;
}

/** Neo4j over Bolt: managed transactions with retry, bookmarks so that a write is read back, deadlines on every call. */
export async function openNeo4j({ url, user, password, database }: Neo4jAddress): Promise<GraphStore> {
  const driver = neo4j.driver(url, user ? neo4j.auth.basic(user, password ?? '') : undefined, {
    disableLosslessIntegers: true,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 5_000,
    // A connection is asked for a sign of life before each use: a dead one costs an error, not a wait without end.
    connectionLivenessCheckTimeout: 0,
    maxTransactionRetryTime: 8_000,
    userAgent: 'common-thread',
  });
  try {
    await withDeadline(driver.verifyConnectivity({ database }), readTimeout, `connecting to ${url}`);
  } catch (error) {
    closing(driver)();
    throw new Error(`The graph at GRAPH_URL=${url} does not answer: ${(error as Error).message}`, { cause: error });
  }
  const session = (mode: 'READ' | 'WRITE') =>
    driver.session({ database, defaultAccessMode: mode, bookmarkManager: bookmarks(driver) });

  return {
    engine: 'neo4j',
    async read<Row>(cypher: string, parameters?: Parameters) {
      const reading = session('READ');
      const rows = reading.executeRead((transaction) => runIn(transaction)<Row>(cypher, parameters), {
        timeout: readTimeout,
      });
      return withDeadline(rows, readTimeout + 1_000, 'a read from Neo4j').finally(closing(reading));
    },
    async write(work, timeout = writeTimeout) {
      const writing = session('WRITE');
      const result = writing.executeWrite((transaction) => work(runIn(transaction)), { timeout });
      return withDeadline(result, timeout + 1_000, 'a write to Neo4j').finally(closing(writing));
    },
    close: () => driver.close(),
  };
}

/** Closes without waiting: on a connection that hangs, closing hangs too. */
const closing = (open: { close(): Promise<void> }) => () => void open.close().catch(() => {});

const bookmarks = (driver: Driver) => driver.executeQueryBookmarkManager;

const runIn =
  (transaction: ManagedTransaction): Run =>
  async <Row>(cypher: string, parameters: Parameters = {}) => {
    const { records } = await transaction.run(cypher, withIntegers(parameters) as Record<string, unknown>);
    return records.map((record) => record.toObject() as Row);
  };

/** Whole numbers as Neo4j integers: the driver would send every number as a float, which LIMIT refuses. */
function withIntegers(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIntegers(inner)]));
  return value;
}
