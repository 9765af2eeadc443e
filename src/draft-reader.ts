import { openVisitor, type Visitor, type VisitorOptions } from './fetch/visitor.ts';
import type { GraphStore } from './graph/store.ts';
import type { Skipped } from './ingest/draft.ts';
import type { NamedEntity } from './ingest/names/names.ts';
import { isNamed, namedEntities } from './linking.ts';
import type { Drafted } from './reading/drafted.ts';
import { bytesOfAddress, type PageBytes } from './reading/page-bytes.ts';
import { openPageReader, type PageReader } from './reading/page-reader.ts';

/**
 * A page as somebody gives it: its bytes, with what their sender calls them and the file and address they have where they
 * have one; or the address alone.
 */
export type GivenPage = { bytes: Uint8Array; contentType?: string; file?: string; url?: string } | { url: string };

/** Makes drafts of pages that somebody gives, in a thread of its own. */
export interface DraftReader {
  /** A draft with the words it was made of, or why there is none; null, at once, where too many are being made. */
  read(page: GivenPage): Promise<Drafted | Skipped> | null;
  /** Lets go of the names when a write has touched one of them; with no ids in any case. */
  forget(ids?: readonly string[]): void;
  close(): Promise<void>;
}

/** So many pages are read at once: who gives one waits for it. */
const mostAtOnce = 4;
/** What a page without an address is called by. */
const nameless = 'a page that was given';

/** A reader of pages, and how many wait for it. */
interface Opened {
  reader: Promise<PageReader>;
  users: number;
}

/** A reader with the names of the graph, as they are then; addresses are asked as `visits` says, without it not at all. */
export function createDraftReader(store: GraphStore, visits: VisitorOptions | undefined): DraftReader {
  let current: Opened | null = null;
  let visitor: Visitor | null = null;
  let reading = 0;
  const closeReader = async ({ reader }: Opened) => (await reader.catch(() => null))?.close();

  async function draft(page: GivenPage): Promise<Drafted | Skipped> {
    const found = await bytesOf(page);
    if ('reason' in found) return { file: page.url ?? nameless, skipped: found };
    current ??= { reader: openReader(store), users: 0 };
    const opened = current;
    opened.users++;
    try {
      return await (await opened.reader).draftWithPage(found.bytes, found.source);
    } catch (error) {
      if (current === opened) current = null; // the next one may have more luck
      throw error;
    } finally {
      opened.users--;
      if (current !== opened && opened.users === 0) await closeReader(opened);
    }
  }

  async function bytesOf(page: GivenPage): Promise<PageBytes | { reason: string }> {
    if ('bytes' in page) {
      const { bytes, contentType, file, url } = page;
      return { bytes, source: { file: url ?? file ?? nameless, url, contentType } };
    }
    if (!visits) return { reason: 'nobody is named whom its owner could write to: PUBLIC_URL is not set' };
    visitor ??= openVisitor({ timeout: 10_000, ...visits });
    return bytesOfAddress(page.url, visitor);
  }

  return {
    read(page) {
      if (reading >= mostAtOnce) return null;
      reading++;
      return draft(page).finally(() => reading--);
    },
    forget(ids) {
      if (!current || (ids && !ids.some(isNamed))) return;
      const old = current;
      current = null;
      if (old.users === 0) void closeReader(old); // else the last who waits for it does
    },
    async close() {
      const last = current;
      current = null;
      if (last) await closeReader(last);
      await visitor?.close();
    },
  };
}

async function openReader(store: GraphStore): Promise<PageReader> {
  const names: NamedEntity[] = [];
  for await (const entity of namedEntities(store)) names.push(entity);
  return openPageReader(names);
}
