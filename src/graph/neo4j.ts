import neo4j, { type Session, type Transaction } from 'neo4j-driver';
import { withDeadline } from './deadline.ts';
import { withHints } from './hints.ts';
import { checkVersion, closing, connect, named, signOfLife, type Neo4jAddress } from './neo4j-connection.ts';
import { explain, isLost, isWorthAnother, notThere } from './neo4j-errors.ts';
import { createPlaces } from './places.ts';
import { createPresence } from './presence.ts';
import { retry } from './retry.ts';
import { unhurried, type GraphStore, type Parameters, type Run, type StoreUse, type Value } from './store.ts';
import { Unavailable } from './unavailable.ts';

/**
 * Milliseconds until a read is cancelled in the database and, a little later, given up here; and how long a call waits for
 * a database that has gone.
 */
const patience: Record<StoreUse, { read: number; back: number }> = {
  answers: { read: 5_000, back: 0 },
  commands: { read: 60_000, back: 20_000 },
};
const writeTimeout = 60_000;
const mostConnections = 50;
/** More than a cluster has; where members come under new addresses all the time, the first ones stand for it. */
const mostMembers = 20;

/**
 * Neo4j over Bolt: transactions with retry, bookmarks so that a write is read back, a deadline on every call, and no call
 * that waits for a database that has gone. Throws `Unavailable` where it cannot be reached or does not let us in.
 */
export async function openNeo4j(address: Neo4jAddress, use: StoreUse = 'answers'): Promise<GraphStore> {
  const { database } = address;
  const bookmarkManager = neo4j.bookmarkManager(); // outlives the driver
  const answered = new Set([named(address)]); // of a cluster the members that have
  const members = () => [...answered];
  let driver = connect(address, mostConnections, members);
  try {
    const { agent } = await withDeadline(driver.getServerInfo({ database }), 5_000, 'connecting').catch((error) => {
      throw notThere(error, address);
    });
    checkVersion(agent, address.url);
  } catch (error) {
    closing(driver)();
    throw error;
  }
  const places = createPlaces(mostConnections);
  const presence = createPresence({
    signOfLife: () => signOfLife(address, members()),
    explain: (error) => notThere(error, address),
    onGone(error) {
      // Its connections lead nowhere any more; those that hang are closed by the driver's own time-out.
      closing(driver)();
      driver = connect(address, mostConnections, members);
      places.refuse(error);
    },
  });
  const { read: readTimeout, back } = patience[use];

  /** `work` in a session of its own. */
  const inSession = <Result>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<Result>) => {
    const session = driver.session({ database, defaultAccessMode: mode, bookmarkManager });
    return work(session).finally(closing(session));
  };
  const runIn =
    (open: Session | Transaction, settings?: { timeout: number }): Run =>
    async <Row>(cypher: string, parameters: Parameters = {}) => {
      const { records, summary } = await (open as Session).run(
        withHints(cypher),
        withIntegers(parameters) as object,
        settings,
      );
      if (summary.server.address && answered.size < mostMembers) answered.add(summary.server.address);
      return records.map((record) => record.toObject() as Row);
    };
  /** `work` in its place, with a deadline, again where that helps; what goes wrong in words. */
  async function attempt<Result>(work: () => Promise<Result>, timeout: number, ofLost: number): Promise<Result> {
    let isOver = false;
    // Not when the caller has been told already: what hung would be written long after, upon what was written since.
    const again = (error: unknown, attempts: number) => !isOver && isWorthAnother(error, attempts, ofLost);
    try {
      return await places.hold(() =>
        presence.ask(() => withDeadline(retry(work, again), timeout + 1_000, 'a call of Neo4j')),
      );
    } catch (error) {
      isOver = true;
      if (isLost(error)) await presence.look(); // so that the next one is told at once
      throw explain(error, address);
    }
  }
  async function call<Result>(work: () => Promise<Result>, timeout: number, ofLost: number): Promise<Result> {
    try {
      return await attempt(work, timeout, ofLost);
    } catch (error) {
      const mayWait = back > 0 && error instanceof Unavailable && error.passing;
      if (mayWait && (await presence.isBackWithin(back))) return attempt(work, timeout, ofLost);
      throw error;
    }
  }

  return {
    engine: 'neo4j',
    read<Row>(cypher: string, parameters?: Parameters, longest = readTimeout) {
      const timeout = longest === unhurried ? longest : Math.min(longest, readTimeout);
      const once = () => inSession('READ', (session) => runIn(session, { timeout })<Row>(cypher, parameters));
      return call(once, timeout, 1);
    },
    write(work, timeout = writeTimeout) {
      const once = () =>
        inSession('WRITE', async (session) => {
          const transaction = await session.beginTransaction({ timeout });
          const result = await work(runIn(transaction));
          await transaction.commit();
          return result;
        });
      return call(once, timeout, 2);
    },
    async close() {
      presence.close();
      await driver.close();
    },
  };
}

/** Whole numbers as Neo4j integers: the driver would send every number as a float, which LIMIT refuses. */
function withIntegers(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIntegers(inner)]));
  return value;
}
