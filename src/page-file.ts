import { open } from 'node:fs/promises';
import { decodePage } from './ingest/decode-page.ts';
import { readPage, readText, type PageText } from './ingest/read-page.ts';

/** So much of a file is read, in bytes. */
const mostBytes = 5_000_000;

/** The page that a file holds (`-`: what comes on stdin), HTML or plain text; null where there is no such file. */
export async function readPageFile(name: string): Promise<PageText | null> {
  const bytes = name === '-' ? await readStart(process.stdin) : await readFileStart(name);
  if (!bytes) return null;
  const content = decodePage(bytes);
  const page = /^\s*(<!doctype html|<html|<\?xml|<!--|<[a-z]+[\s>])/i.test(content)
    ? readPage(content)
    : readText(content);
  if (!/\p{L}/u.test(page.title + page.text)) throw new Error(`${name}: there are no words in it.`);
  return page;
}

async function readFileStart(name: string): Promise<Buffer | null> {
  try {
    const file = await open(name);
    try {
      return await readStart(file.createReadStream({ end: mostBytes - 1 }));
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${name} cannot be read: ${(error as Error).message}`, { cause: error });
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
