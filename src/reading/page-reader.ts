import type { Draft, Skipped } from '../ingest/draft.ts';
import type { NamedEntity } from '../ingest/names/names.ts';
import type { PageText } from '../ingest/page/read-page.ts';
import type { Drafted } from './drafted.ts';
import type { Answer, Question } from './page-worker.ts';
import { openReadingThread } from './reading-thread.ts';
import type { PageSource, Unread } from './read-bytes.ts';

/** Reads pages of anybody's in threads of their own, each within a bound of time and memory. */
export interface PageReader {
  /** A draft of a page; `skipped`, with the reason, for whatever cannot be read in time. */
  draft(bytes: Uint8Array, source: PageSource): Promise<Draft | Skipped>;
  /** A draft, and the words it was made of. */
  draftWithPage(bytes: Uint8Array, source: PageSource): Promise<Drafted | Skipped>;
  /** The page itself, without looking for names; or why it cannot be read. */
  read(bytes: Uint8Array, source: PageSource): Promise<PageText | Unread>;
  /** Ends the threads at once; what is being read then is `skipped`. */
  close(): Promise<void>;
}

export interface PageReaderOptions {
  /** Threads: pages that are read at once. Default: 1. */
  threads?: number;
  /** Longest time for one page, in milliseconds. Default: 2 000. */
  budget?: number;
}

/**
 * Opens a reader that links pages to these names (`namedEntity` of records; none where only `read` is wanted). Threads
 * start with the first page and stay; one that a page has held too long is ended, and another takes its place. Names that
 * have changed need a new reader. Throws only where a thread cannot be started.
 */
export function openPageReader(
  entities: readonly NamedEntity[],
  { threads = 1, budget = 2_000 }: PageReaderOptions = {},
): PageReader {
  const all = Array.from({ length: threads }, () => openReadingThread(entities, budget));
  const idle = [...all];
  const waiting: ((thread: (typeof all)[number]) => void)[] = [];

  async function ask(question: Question): Promise<Answer> {
    const thread = idle.pop() ?? (await new Promise<(typeof all)[number]>((take) => waiting.push(take)));
    try {
      return await thread.ask(question);
    } finally {
      const next = waiting.shift();
      if (next) next(thread);
      else idle.push(thread);
    }
  }

  return {
    async draft(bytes, source) {
      const answer = (await ask({ want: 'draft', bytes, source })) as Draft | Skipped | Unread;
      return 'reason' in answer ? { file: source.file, skipped: answer } : answer;
    },
    async draftWithPage(bytes, source) {
      const answer = (await ask({ want: 'both', bytes, source })) as Drafted | Skipped | Unread;
      return 'reason' in answer ? { file: source.file, skipped: answer } : answer;
    },
    read: (bytes, source) => ask({ want: 'page', bytes, source }) as Promise<PageText | Unread>,
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
