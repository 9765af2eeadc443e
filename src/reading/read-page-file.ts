import { bytesOfFile } from './page-bytes.ts';
import { openPageReader } from './page-reader.ts';

/**
 * Title, text and language of the page that a file holds (`-`: what comes on stdin); null where there is no such file.
 * Throws what a person should be told where it cannot be read.
 */
export async function readPageFile(name: string): Promise<{ title: string; text: string; language?: string } | null> {
  const found = await bytesOfFile(name);
  if (!found) return null;
  if ('reason' in found && found.reason === 'it is a folder')
    throw new Error(`${name} is a folder: name one file in it.`);
  const reader = openPageReader([]);
  try {
    const page = 'reason' in found ? found : await reader.read(found.bytes, found.source);
    if ('reason' in page) throw new Error(`${name}: ${page.reason}.`);
    if (!/\p{L}/u.test(page.title + page.text)) throw new Error(`${name}: there are no words in it.`);
    const { title, text, language } = page;
    return { title: title || text.slice(0, 100), text, language };
  } finally {
    await reader.close();
  }
}
