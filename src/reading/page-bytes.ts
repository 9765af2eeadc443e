import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fetchPage, tooLong } from '../fetch/fetch-page.ts';
import type { Visitor } from '../fetch/visitor.ts';
import type { PageSource, Unread } from './read-bytes.ts';

/** The longest page that is read, in bytes: PDFs are long, and pages with their pictures written into them. */
const mostBytes = 32_000_000;

/** The bytes of a page, to be read. */
export interface PageBytes {
  bytes: Uint8Array;
  source: PageSource;
}

/** What a file holds (`-`: what comes on stdin), or why it cannot be read; null where there is no such file. */
export async function bytesOfFile(name: string): Promise<PageBytes | Unread | null> {
  try {
    const found = name === '-' ? null : await stat(name);
    if (found?.isDirectory()) return { reason: 'it is a folder' };
    if (found?.isFile() && found.size > mostBytes) return { reason: tooLong(mostBytes) };
    const bytes = await bytesOf(name === '-' ? process.stdin : createReadStream(name));
    const contentType = /\.(md|markdown)$/i.test(name) ? 'text/markdown' : undefined;
    return bytes ? { bytes, source: { file: name, contentType } } : { reason: tooLong(mostBytes) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return /^(ENOENT|ENOTDIR|ENAMETOOLONG)$/.test(code ?? '') ? null : { reason: `it cannot be read: ${message}` };
  }
}

/** The page at an address, or why there is none. */
export async function bytesOfAddress(address: string, visitor: Visitor): Promise<PageBytes | Unread> {
  if (!URL.canParse(address)) return { reason: 'it is no whole address such as https://example.org/page' };
  const page = await fetchPage(new URL(address), mostBytes, (url, readBytes) => visitor.visit(url, { readBytes }));
  if (typeof page === 'string') return { reason: page };
  const { bytes, url, contentType } = page;
  return { bytes, source: { file: address, url: url.href, contentType } };
}

/** All that comes; null where it is more than is read. */
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) return null;
  }
  return Buffer.concat(chunks);
}
