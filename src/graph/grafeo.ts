import grafeo from '@grafeo-db/js';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { acceptWrite, announceWrite, checkWrites, countWrite, noRoom, readWrites, wayBack } from './accepted-writes.ts';
import { readHolder, sayHolder } from './holder.ts';
import { retry } from './retry.ts';
import type { GraphStore, Run } from './store.ts';
import { sync, syncFilesIn } from './sync.ts';
import { Unavailable } from './unavailable.ts';

type Database = InstanceType<typeof grafeo.GrafeoDB>;
type Executor = Pick<Database, 'executeCypher'>;

const attempts = 5;

/**
 * The embedded engine in `folder` (made when missing), or in memory alone when `folder` is `:memory:`. After `longestLog`
 * bytes of log the engine folds it into its file by itself: so much an opening after a crash replays.
 */
export async function openGrafeo(folder: string, longestLog = 64 * 2 ** 20): Promise<GraphStore> {
  if (folder === ':memory:') return createStore(grafeo.GrafeoDB.create(), 0);
  const { database, writes } = await openFile(folder);
  sayHolder(folder);
  database.setCheckpointTriggers({ walBytes: longestLog });
  return createStore(database, writes, {
    announce: (write) => announceWrite(folder, write),
    explain: (error) => (isOfDisk(error) ? noRoom(error, folder) : error),
    // A commit alone is not on disk yet here; a write is acknowledged only after this.
    accept() {
      syncLog(folder);
      acceptWrite(folder);
    },
  });
}

/** What brings a write to disk: told its number before it begins, and when the engine has committed it. */
interface Disk {
  announce(write: number): void;
  /** What an error of the engine means, where it comes from the disk. */
  explain(error: Error): Error;
  accept(): void;
}
const noDisk: Disk = { announce() {}, explain: (error) => error, accept() {} };

/** Errors of the system, by their words: the engine gives them on with no code. */
const isOfDisk = ({ message }: Error) => /os error|no space left|read-only file system|file too large/i.test(message);

/** A store on an open database that holds `writes` writes. */
function createStore(database: Database, writes: number, disk = noDisk): GraphStore {
  let lastWrite: Promise<unknown> = Promise.resolve();
  let stopped: Error | null = null;
  return {
    engine: 'embedded',
    read: runOn(database),
    // One writer at a time: transactions that overlap would only meet in a conflict at commit.
    write(work) {
      const writing = lastWrite.then(async () => {
        if (stopped) throw stopped;
        disk.announce(writes + 1);
        const counted = async (run: Run) => {
          const result = await work(run);
          await countWrite(run, writes + 1);
          return result;
        };
        const result = await retry(
          () => inTransaction(database, counted),
          (error, attempt) => attempt < attempts && isConflict(error),
        ).catch((error: Error) => {
          if (isInDoubt(error)) stopped = notOnDisk(error);
          throw stopped ?? disk.explain(error);
        });
        writes++;
        try {
          disk.accept();
        } catch (error) {
          // Once a sync has failed, a later one succeeds without having written what the first one lost.
          throw (stopped = notOnDisk(error as Error));
        }
        return result;
      });
      lastWrite = writing.catch(() => {});
      return writing;
    },
    async close() {
      await lastWrite;
      try {
        database.close();
      } catch (error) {
        // The log that it could not fold stays, and all that was accepted is in it.
        if (!stopped && !isOfDisk(error as Error)) throw error;
      }
    },
  };
}

const notOnDisk = (cause: Error) =>
  new Unavailable(
    `The last write to the embedded graph could not be brought to disk: ${cause.message}\n` +
      'Nothing more is written until Common Thread is started again; what was accepted before is there. See to the disk first.',
    'The last write could not be brought to disk. Nothing more is written until this server is started again.',
    { cause, passing: false },
  );

/**
 * Brings the engine's log to disk. Its own checkpoint would too, but writes the whole graph anew each time: 1.6 s after
 * the tenth batch of 1,000 records and growing, against milliseconds here. A log that goes meanwhile has been folded
 * into the graph's file, which the engine syncs before it deletes the log.
 */
function syncLog(folder: string): void {
  syncFilesIn(logIn(folder));
  sync(join(folder, 'graph.grafeo'));
}

const logIn = (folder: string) => join(folder, 'graph.grafeo.wal');

async function openFile(folder: string) {
  const file = join(folder, 'graph.grafeo');
  try {
    const made = mkdirSync(folder, { recursive: true });
    if (made) sync(dirname(resolve(folder)));
    // A log is left only by a process that was not closed.
    if (existsSync(logIn(folder))) checkWrites(await writesIn(file), folder);
    const database = grafeo.GrafeoDB.create(file);
    try {
      const writes = await readWrites(runOn(database));
      checkWrites(writes, folder);
      return { database, writes };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    const { message } = error as Error;
    if (!message.includes('GRAFEO-') && !(error as NodeJS.ErrnoException).code) throw error;
    throw new Error(`The embedded graph ${file} cannot be opened: ${message}\n${remedy(message, folder)}`, {
      cause: error,
    });
  }
}

/** Read-only: opened to be written, a damaged log is cut where the damage begins, and what stands behind is gone. */
async function writesIn(file: string): Promise<number> {
  const database = grafeo.GrafeoDB.openReadOnly(file);
  try {
    return await readWrites(runOn(database));
  } finally {
    database.close();
  }
}

/** What to do about an error of opening, by the words of the engine or of the system. */
function remedy(message: string, folder: string): string {
  if (message.includes('locked'))
    return `It is open in another Common Thread process (${readHolder(folder)}): stop that one, or name another folder in GRAPH_URL.`;
  if (/GRAFEO-(S\d|V\d|X004)|Serialization|damaged/.test(message)) return wayBack(folder);
  return 'See to the folder and its disk, or name another folder in GRAPH_URL.';
}

const runOn =
  (executor: Executor): Run =>
  async <Row>(cypher: string, parameters = {}) =>
    (await executor.executeCypher(cypher, parameters)).toArray() as Row[];

/**
 * One statement after another: callers may start several at once, as the other engine takes them, and make the next one
 * ready while one runs. After one that failed none is run.
 */
function inTurn(run: Run): Run {
  let last: Promise<unknown> | null = null; // null: none is running
  return (cypher, parameters) => {
    const running = last ? last.then(() => run(cypher, parameters)) : run(cypher, parameters);
    last = running;
    void running.then(
      () => last === running && (last = null),
      () => {}, // told to who asked
    );
    return running as never;
  };
}

async function inTransaction<Result>(database: Database, work: (run: Run) => Promise<Result>): Promise<Result> {
  const transaction = database.beginTransaction();
  try {
    const result = await work(inTurn(runOn(transaction)));
    transaction.commit();
    return result;
  } catch (error) {
    rollBack(transaction);
    throw error;
  }
}

/** Rolls back what the engine, after a failed commit, may have rolled back itself while it still calls it active. */
function rollBack(transaction: ReturnType<Database['beginTransaction']>): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What went wrong before this is what the caller should be told.
  }
}

/** A commit that may be on disk or not: the engine takes none after it until it is opened again. */
const isInDoubt = ({ message }: Error) => /GRAFEO-T0(08|10)/.test(message);

/** A write that met another one at commit. */
const isConflict = (error: unknown) => (error as Error).message.includes('GRAFEO-T001');
