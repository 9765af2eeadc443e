import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { followRedirects } from './redirects.ts';
import { headerOf, type Answer, type Visit } from './request.ts';

/** The bytes of a page, and where it was found. */
export interface FetchedPage {
  bytes: Buffer;
  /** Where the redirects led. */
  url: URL;
  /** As its server calls it; empty where it does not. */
  contentType: string;
}

const unpackers: Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * Fetches the page at an address, following redirects, each asked by `ask` with at most so many bytes; a string says why
 * there is none. One that is longer, packed or unpacked, is none: nothing grows beyond `mostBytes`.
 */
export async function fetchPage(
  address: URL,
  mostBytes: number,
  ask: (url: URL, readBytes: number) => Promise<Visit>,
): Promise<FetchedPage | string> {
  const { end: url, visit } = await followRedirects(address, (next) => ask(next, mostBytes + 1));
  if (!visit.answer) return visit.failure.reason;
  if (visit.answer.status !== 200) return `its server answers ${visit.answer.status}`;
  const bytes = await unpacked(visit.answer, mostBytes);
  if (typeof bytes === 'string') return bytes;
  if (bytes.length > mostBytes) return tooLong(mostBytes);
  return { bytes, url, contentType: headerOf(visit.answer, 'content-type') ?? '' };
}

/** In words, what a page over the limit is. */
export const tooLong = (mostBytes: number): string => `it is longer than ${mostBytes / 1_000_000} MB`;

/** We ask for plain bytes, and some servers pack them all the same. */
async function unpacked(answer: Answer, maxOutputLength: number): Promise<Buffer | string> {
  const packing = (headerOf(answer, 'content-encoding') ?? 'identity').trim().toLowerCase();
  if (packing === 'identity' || packing === '') return answer.body;
  const unpack = unpackers[packing];
  if (!unpack) return `it comes packed as ${packing.slice(0, 40)}`;
  try {
    return await unpack(answer.body, { maxOutputLength });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isLarge ? `unpacked, ${tooLong(maxOutputLength)}` : 'it comes packed, and cannot be unpacked';
  }
}
