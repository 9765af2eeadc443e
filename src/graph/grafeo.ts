import grafeo from '@grafeo-db/js';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acceptWrite, checkWrites, countWrite } from './accepted-writes.ts';
import type { GraphStore, Run } from './store.ts';

type Database = InstanceType<typeof grafeo.GrafeoDB>;
type Executor = Pick<Database, 'executeCypher'>;

const attempts = 5;

/** The embedded engine in `folder` (made when missing), or in memory alone when `folder` is `:memory:`. */
export async function openGrafeo(folder: string): Promise<GraphStore> {
  if (folder === ':memory:') return createStore(grafeo.GrafeoDB.create(), 0, () => {});
  const database = openFile(folder);
  try {
    const writes = await checkWrites(runOn(database), folder);
    return createStore(database, writes, (done) => {
      // A commit alone is not on disk yet here; a write is acknowledged only after this.
      database.walCheckpoint();
      acceptWrite(folder, done);
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A store on an open database that holds `writes` writes; `persist` brings each further one to disk. */
function createStore(database: Database, writes: number, persist: (writes: number) => void): GraphStore {
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    engine: 'embedded',
    read: runOn(database),
    // One writer at a time: transactions that overlap would only meet in a conflict at commit.
    write(work) {
      const writing = lastWrite.then(async () => {
        const counted = async (run: Run) => {
          const result = await work(run);
          await countWrite(run, writes + 1);
          return result;
        };
        const result = await retryConflicts(() => inTransaction(database, counted));
        persist(++writes);
        return result;
      });
      lastWrite = writing.catch(() => {});
      return writing;
    },
    async close() {
      await lastWrite;
      database.close();
    },
  };
}

function openFile(folder: string): Database {
  const file = join(folder, 'graph.grafeo');
  try {
    mkdirSync(folder, { recursive: true });
    return grafeo.GrafeoDB.create(file);
  } catch (error) {
    const remedy =
      'If another Common Thread process has it open, stop that one first; otherwise name another folder in GRAPH_URL.';
    throw new Error(`The embedded graph ${file} cannot be opened: ${(error as Error).message}\n${remedy}`, {
      cause: error,
    });
  }
}

const runOn =
  (executor: Executor): Run =>
  async <Row>(cypher: string, parameters = {}) =>
    (await executor.executeCypher(cypher, parameters)).toArray() as Row[];

async function inTransaction<Result>(database: Database, work: (run: Run) => Promise<Result>): Promise<Result> {
  const transaction = database.beginTransaction();
  try {
    const result = await work(runOn(transaction));
    transaction.commit();
    return result;
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

/** Runs again, a bounded number of times with growing random pauses, what failed only because of a conflict. */
async function retryConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !(error as Error).message.includes('GRAFEO-T001')) throw error;
      await new Promise((resume) => setTimeout(resume, Math.random() * 20 * 2 ** attempt));
    }
  }
}
