import { openVisitor, type Visitor, type VisitorOptions } from '../fetch/visitor.ts';
import type { Draft, Skipped } from '../ingest/draft.ts';
import type { ListedPage } from './list-pages.ts';
import { bytesOfAddress, bytesOfFile } from './page-bytes.ts';
import type { PageReader } from './page-reader.ts';

/** Pages that are held at once: the next is fetched while one is read. */
const ahead = 4;

export interface ReadPagesOptions {
  /** How addresses are asked; without it they are skipped. */
  visits?: VisitorOptions;
  signal?: AbortSignal;
}

/** A draft of each page, in their order, or why there is none. Only an aborted `signal` throws. */
export async function* readPages(
  pages: Iterable<ListedPage>,
  reader: PageReader,
  { visits, signal }: ReadPagesOptions = {},
): AsyncGenerator<Draft | Skipped> {
  const visitor = visits ? openVisitor({ ...visits, signal }) : null;
  const begun: Promise<Draft | Skipped>[] = [];
  const next = async () => {
    const read = await begun.shift()!;
    signal?.throwIfAborted(); // it may have been skipped for that alone
    return read;
  };
  try {
    for (const page of pages) {
      signal?.throwIfAborted();
      const reading = readListed(page, reader, visitor);
      reading.catch(() => {}); // thrown when its turn comes
      begun.push(reading);
      if (begun.length > ahead) yield await next();
    }
    while (begun.length > 0) yield await next();
  } finally {
    await visitor?.close();
  }
}

async function readListed(page: ListedPage, reader: PageReader, visitor: Visitor | null): Promise<Draft | Skipped> {
  const skip = (reason: string) => ({ file: page.name, skipped: { reason } });
  if (page.reason) return skip(page.reason);
  if (page.isAddress && !visitor) return skip('nobody is named whom its owner could write to');
  const found = page.isAddress ? await bytesOfAddress(page.name, visitor!) : await bytesOfFile(page.name);
  if (!found) return skip(noSuchFile);
  return 'reason' in found ? skip(found.reason) : reader.draft(found.bytes, found.source);
}

/** Why a name that stands for nothing is skipped. */
export const noSuchFile = 'there is no such file';
