import { open } from 'node:fs/promises';
import { decodePage } from './ingest/decode-page.ts';
import { readContent, type PageText } from './ingest/read-page.ts';

/** So much of a file is read, in bytes. */
const mostBytes = 5_000_000;

/** The page that a file holds (`-`: what comes on stdin), HTML or plain text; null where there is no such file. */
export async function readPageFile(name: string): Promise<PageText | null> {
  const bytes = name === '-' ? await readStart(process.stdin) : await readFileStart(name);
  if (!bytes) return null;
  const kind = kindOfBytes(bytes);
  if (kind) throw new Error(`${name} is ${kind}, no text: give its text, such as from pdftotext or "save as text".`);
  const page = readContent(decodePage(bytes));
  if (!/\p{L}/u.test(page.title + page.text)) throw new Error(`${name}: there are no words in it.`);
  return { ...page, title: page.title || page.text.slice(0, 100) };
}

/** What a file is that is no text; null for what may be one. */
function kindOfBytes(bytes: Buffer): string | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'a PDF';
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'an archive or an office document';
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 4_096).includes(0) ? 'a binary file' : null;
}

async function readFileStart(name: string): Promise<Buffer | null> {
  try {
    const file = await open(name);
    try {
      return await readStart(file.createReadStream({ end: mostBytes - 1, autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw new Error(
      code === 'EISDIR' ? `${name} is a folder: name one file in it.` : `${name} cannot be read: ${message}`,
      {
        cause: error,
      },
    );
  }
}

async function readStart(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}
