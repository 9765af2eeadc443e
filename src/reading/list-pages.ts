import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A page that is to be read, as it was named or found: a file, an address or `-`; `reason` where it is none. */
export interface ListedPage {
  name: string;
  isAddress: boolean;
  reason?: string;
}

const page = /\.(x?html?|txt|md|markdown|pdf)$/i;

/**
 * The pages that names stand for, in their order: files, addresses, `-`, and of folders every file below them, sorted by
 * name. What is no page there is listed with the reason; what begins with a dot and links to folders are left out.
 */
export async function* listPages(names: readonly string[]): AsyncGenerator<ListedPage> {
  for (const name of names) {
    const isAddress = isPageAddress(name);
    const isFolder = !isAddress && name !== '-' && (await stat(name).catch(() => null))?.isDirectory();
    if (isFolder) yield* pagesBelow(name);
    else yield { name, isAddress };
  }
}

/** Whether a name is an address of the web and no file. */
export const isPageAddress = (name: string): boolean => /^https?:\/\//i.test(name);

async function* pagesBelow(folder: string): AsyncGenerator<ListedPage> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { name: folder, isAddress: false, reason: `it cannot be read: ${(error as Error).message}` };
    return;
  }
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const name = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* pagesBelow(name);
      continue;
    }
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(name).catch(() => null))?.isFile());
    if (isFile) yield { name, isAddress: false, ...(!page.test(name) && { reason: 'it is no .html, .htm, .txt, .md or .pdf file' }) }; // prettier-ignore
  }
}
