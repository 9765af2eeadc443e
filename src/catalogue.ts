import { join } from 'node:path';
import type { VisitorOptions } from './fetch/visitor.ts';
import { applySchema, checkLayout } from './graph/schema.ts';
import { mustBeWhole, readState } from './graph/revision.ts';
import { whereItMay } from './graph/refusal.ts';
import { changedIds } from './graph/history.ts';
import { createKeeper } from './keeping/keeper.ts';
import { createRecordCache, type RecordCache } from './graph/record-cache.ts';
import { createStatementCache, type StatementCache } from './graph/statement-cache.ts';
import { scanGraph, scanIds, type Changes } from './graph/scan.ts';
import { openStore, type GraphStore, type StoreUse } from './graph/store.ts';
import { fillTitleKeys } from './graph/title-keys.ts';
import { log } from './observe/log.ts';
import { tracedStore } from './observe/tracing.ts';
import { createBuilder, emptyProjection } from './projection/builder.ts';
import type { Projection } from './projection/projection.ts';
import { takeIn } from './projection/take-in.ts';
import { inTurns } from './projection/turns.ts';
import type { GraphAddress } from './config.ts';
import { createDraftReader, type DraftReader } from './draft-reader.ts';
import { createLinker, type Linker } from './linking.ts';
import { createPageReader, type PageReader } from './pages.ts';

/** The graph and its projection, kept in step. */
export interface Catalogue {
  readonly store: GraphStore;
  /** The projection as it is now. Take it once per question. */
  readonly projection: Projection;
  /** Records of entities, as they were when the projection was last brought up to date or later. */
  readonly records: RecordCache;
  /** What links stand on, as it was then or later. */
  readonly statements: StatementCache;
  /** Finds the names of the catalogue in texts. */
  readonly linker: Linker;
  /** Reads pages of partners that are not in the catalogue; null where nobody can be named who asks. */
  readonly pages: PageReader | null;
  /** False when the graph could not be read at the last look: answers come from what is in memory. */
  readonly inStep: boolean;
  /** Where it could not: when it last could, an ISO date and time; else null. */
  readonly staleSince: string | null;
  /** Makes drafts of pages that are given to it. */
  readonly drafts: DraftReader;
  /** False while the graph is being restored: what could be read of it is neither the old nor the new. */
  readonly whole: boolean;
  /** Brings the projection up to the graph's revision; call it after a write to read that write. */
  refresh(): Promise<Projection>;
  close(): Promise<void>;
}

export interface CatalogueOptions {
  /** Whether it is brought up to date by itself. Default: yes. */
  follow?: boolean;
  /** Who waits for what the graph says. Default: readers. */
  use?: StoreUse;
  /**
   * The file that the graph in memory is taken from at start and put into from time to time: so that the next start need
   * not read it all. Default: one in the folder of the embedded graph, none for Neo4j.
   */
  keptIn?: string;
  /** How pages of partners are asked for, and who can be reached about it; without it none are. */
  visits?: VisitorOptions;
}

/** Milliseconds between two looks at the graph's revision: a write of another process shows within a second. */
const pollEvery = 500;

/**
 * Opens the graph at an address, makes its constraints, and holds it in memory from then on; with `follow` false only
 * from the first `refresh` on, and as of then: for a command that writes and asks nothing.
 */
export async function openCatalogue(address: GraphAddress, options: CatalogueOptions = {}): Promise<Catalogue> {
  const store = tracedStore(await openStore(address, options.use));
  try {
    await applySchema(store);
    await checkLayout(store);
    await whereItMay(fillTitleKeys(store));
    const keptIn = options.keptIn ?? (address.engine === 'embedded' ? join(address.folder, 'projection') : undefined);
    return await followStore(store, { ...options, keptIn });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A catalogue on a store that is open already and has its constraints. */
export async function followStore(
  store: GraphStore,
  { follow = true, visits, keptIn }: CatalogueOptions = {},
): Promise<Catalogue> {
  const records = createRecordCache(store);
  const statements = createStatementCache(store);
  const linker = createLinker(store);
  const pages = visits ? createPageReader(store, visits) : null;
  const drafts = createDraftReader(store, visits);
  let projection = emptyProjection;
  let held = ''; // the epoch of what we hold
  let whole = true;
  let lastRead = '';
  let staleSince: string | null = null;
  const keeper = keptIn ? createKeeper(store, keptIn) : null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<Projection> | null = null;
  let closed = false;

  /** What changes the projection comes one after the other. */
  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  }

  async function wholeState() {
    const state = await readState(store);
    whole = state.restoring === null;
    mustBeWhole(state);
    return state;
  }
  async function update(): Promise<Projection> {
    const state = await wholeState();
    const { revision, epoch } = state;
    await keeper?.heed(state);
    const kept = revision > 0 && projection === emptyProjection && (await keeper?.take(state));
    if (kept) [projection, held] = [kept, epoch];
    if (revision === projection.revision && epoch === held) return projection;
    // A graph behind us was emptied, one of another epoch restored: what we hold is of another past.
    const isFollowed = epoch === held && revision > projection.revision && projection !== emptyProjection;
    const ids = isFollowed ? await changedIds(store, projection.revision, revision) : null;
    const changes: Changes[] = [];
    // All is read before anything is taken in: what fails, or belongs to another epoch, leaves no trace.
    if (ids) for await (const page of scanIds(store, ids)) changes.push(page);
    const builder = ids ? null : createBuilder();
    if (builder) for await (const page of scanGraph(store)) await inTurns(builder.add(page));
    if ((await wholeState()).epoch !== epoch) return update();
    await keeper?.interrupt();
    projection = await inTurns(builder ? builder.build(revision) : takeIn(projection, changes, revision));
    held = epoch;
    keeper?.follow(projection, epoch, ids && ids.length);
    records.forget(ids ?? undefined);
    statements.forget(ids ?? undefined);
    linker.forget(ids ?? undefined);
    drafts.forget(ids ?? undefined);
    return projection;
  }
  // One runs and at most one waits: a call that comes while one runs must see writes made before the call.
  const refresh = () =>
    (waiting ??= inOrder(() => {
      waiting = null;
      return update();
    }));
  async function poll() {
    if (closed) return;
    const began = performance.now();
    let rest = pollEvery;
    try {
      await refresh();
      if (staleSince) log.info('The graph answers again.');
      staleSince = null;
      lastRead = new Date().toISOString();
      if (!closed) keeper?.keepWhenDue();
      // While a long import changes the graph all the time, most of the time is left to it and to answers.
      rest = Math.max(pollEvery, 3 * (performance.now() - began));
    } catch (error) {
      // Said once, not twice a second.
      if (!staleSince && !whole) log.warn('The graph is being restored; what is in memory goes on being served.');
      else if (!staleSince) log.error({ error }, 'The graph does not answer; what is in memory goes on being served.');
      staleSince ??= lastRead;
    }
    if (!closed) timer = setTimeout(poll, rest);
  }

  let timer: NodeJS.Timeout | undefined;
  if (follow) {
    await refresh();
    lastRead = new Date().toISOString();
    timer = setTimeout(poll, pollEvery);
  }
  return {
    store,
    get projection() {
      return projection;
    },
    get inStep() {
      return staleSince === null;
    },
    get staleSince() {
      return staleSince;
    },
    get whole() {
      return whole;
    },
    records,
    statements,
    linker,
    pages,
    drafts,
    refresh,
    async close() {
      closed = true;
      clearTimeout(timer);
      await pages?.close();
      await drafts.close();
      await inOrder(async () => keeper?.close()).catch((error: unknown) =>
        log.warn({ error }, 'The next start may read the whole graph.'),
      );
      await store.close();
    },
  };
}
