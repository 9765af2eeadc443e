import type { Say } from './channel/request.ts';
import type { Authored } from './commands/command.ts';
import { openCommands, type Commands } from './commands/run.ts';
import type { GraphAddress } from './config.ts';
import type { VisitorOptions } from './fetch/visitor.ts';
import type { Draft, Skipped } from './ingest/draft.ts';
import type { NamedEntity } from './ingest/names/names.ts';
import { listPages, type ListedPage } from './reading/list-pages.ts';
import { openPageReader } from './reading/page-reader.ts';
import { noSuchFile, readPages } from './reading/read-pages.ts';

export interface IngestOptions extends Authored {
  /** Whether what is sure goes into the graph, and the rest into the review queue; else drafts are but printed. */
  write: boolean;
  /** How addresses are asked; without it they are skipped. */
  visits?: VisitorOptions;
}

/** Pages that are filed at once: so many, so many bytes of JSON, or as many as came within so many milliseconds. */
const batch = { most: 50, bytes: 900_000, wait: 1_000 };

/** A draft with what the catalogue knows of it, as `file drafts` prints it. */
type Filed = Draft & { filed?: 'graph' | 'review' | 'unchanged'; skipped?: { reason: string } };

/**
 * Reads pages, in this process, with the names of the graph, wherever that is; prints a draft of each with what the graph
 * knows of it, or why there is none, as a line of JSON in the order of `paths`, and at the end to stderr how many there
 * were. Gives the exit code: 1 where a file is not there.
 */
export async function ingest(
  graph: GraphAddress,
  paths: readonly string[],
  { visits, ...filing }: IngestOptions,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  const commands = openCommands(graph);
  try {
    const names = await namesFrom(commands, say, signal);
    const pages: ListedPage[] = [];
    for await (const page of listPages(paths)) pages.push(page);
    const counts = { read: 0, drafted: 0, skipped: 0 };
    const filed = { graph: 0, review: 0, unchanged: 0 };
    let missing = 0;
    for await (const some of inBatches(readAll(pages, names, visits, signal))) {
      for (const line of await fileDrafts(commands, some, filing, say, signal)) {
        counts[line.skipped ? 'skipped' : 'drafted']++;
        if ('filed' in line && line.filed) filed[line.filed]++;
        if (line.skipped?.reason === noSuchFile) {
          missing++;
          await say.note(`There is no file ${line.file}.`);
        }
        await say.out(JSON.stringify(line));
      }
      counts.read += some.length;
      await say.progress({ done: counts.read, of: pages.length });
    }
    await say.note(JSON.stringify(filing.write ? { ...counts, filed } : counts));
    return missing > 0 ? 1 : 0;
  } finally {
    await commands.close();
  }
}

async function namesFrom(commands: Commands, say: Say, signal: AbortSignal): Promise<NamedEntity[]> {
  const names: NamedEntity[] = [];
  const take = (line: string) => void names.push(JSON.parse(line) as NamedEntity);
  await commands.run('names', {}, { ...say, out: take }, signal);
  if (names.length === 0)
    await say.note('The graph is empty, so nothing that pages name is known: import FILE… or npm start fills it.');
  return names;
}

/** Reads with threads of its own, which end with it, and at once when `signal` aborts. */
async function* readAll(
  pages: ListedPage[],
  names: NamedEntity[],
  visits: VisitorOptions | undefined,
  signal: AbortSignal,
): AsyncGenerator<Draft | Skipped> {
  const reader = openPageReader(names);
  const stop = () => void reader.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* readPages(pages, reader, { visits, signal });
  } finally {
    signal.removeEventListener('abort', stop);
    await reader.close();
  }
}

/** A draft of more than a batch is none: no page has so much to say of itself. */
async function* inBatches(pages: AsyncIterable<Draft | Skipped>): AsyncGenerator<(Draft | Skipped)[]> {
  let some: (Draft | Skipped)[] = [];
  let bytes = 0;
  let began = performance.now();
  for await (const page of pages) {
    const size = Buffer.byteLength(JSON.stringify(page));
    if (some.length > 0 && bytes + size > batch.bytes) {
      yield some;
      [some, bytes] = [[], 0];
    }
    const isLarge = size > batch.bytes;
    some.push(isLarge ? { file: page.file, skipped: { reason: 'it names more than a draft can hold' } } : page);
    bytes += isLarge ? 0 : size;
    if (some.length < batch.most && performance.now() - began < batch.wait) continue;
    yield some;
    [some, bytes, began] = [[], 0, performance.now()];
  }
  if (some.length > 0) yield some;
}

/** The same pages, in their order, with what the graph knows of each and what became of it. */
async function fileDrafts(
  commands: Commands,
  pages: (Draft | Skipped)[],
  filing: Authored & { write: boolean },
  say: Say,
  signal: AbortSignal,
): Promise<(Filed | Skipped)[]> {
  const drafts = pages.filter((page): page is Draft => !('skipped' in page));
  const filed: Filed[] = [];
  const take = (line: string) => void filed.push(JSON.parse(line) as Filed);
  const retrieved = new Date().toISOString().slice(0, 10);
  if (drafts.length > 0)
    await commands.run('file drafts', { ...filing, drafts, retrieved }, { ...say, out: take }, signal);
  return pages.map((page) => ('skipped' in page ? page : filed.shift()!));
}
