import type grafeo from '@grafeo-db/js';
import type { Run } from './store.ts';

export type Database = InstanceType<typeof grafeo.GrafeoDB>;

/** Runs statements on a database, or within a transaction of it. */
export const runOn =
  (executor: Pick<Database, 'executeCypher'>): Run =>
  async <Row>(cypher: string, parameters = {}) =>
    (await executor.executeCypher(cypher, parameters)).toArray() as Row[];

/** Runs `work` in one transaction of the embedded engine: all of it or nothing. */
export async function inTransaction<Result>(database: Database, work: (run: Run) => Promise<Result>): Promise<Result> {
  const transaction = database.beginTransaction();
  const { run, end } = inTurn(runOn(transaction));
  try {
    const result = await work(run);
    transaction.commit();
    return result;
  } catch (error) {
    await end(); // the engine rolls nothing back while a statement runs
    rollBack(transaction);
    throw error;
  }
}

/**
 * One statement after another: callers may start several at once, as the other engine takes them, and make the next one
 * ready while one runs. After one that failed, and after `end`, none is begun; `end` waits for the one that runs.
 */
function inTurn(run: Run) {
  let last: Promise<unknown> | null = null; // null: none is running
  let isOver = false;
  const begin: Run = (cypher, parameters) => {
    if (isOver) throw new Error('The transaction is over.');
    return run(cypher, parameters);
  };
  const queued: Run = (cypher, parameters) => {
    const running = last ? last.then(() => begin(cypher, parameters)) : begin(cypher, parameters);
    last = running;
    void running.then(
      () => last === running && (last = null),
      () => {}, // told to who asked
    );
    return running as never;
  };
  return {
    run: queued,
    async end() {
      isOver = true;
      await last?.catch(() => {});
    },
  };
}

/** Rolls back what the engine, after a failed commit, may have rolled back itself while it still calls it active. */
function rollBack(transaction: ReturnType<Database['beginTransaction']>): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What went wrong before this is what the caller should be told.
  }
}
