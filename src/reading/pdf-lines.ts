import { getDocument } from 'unpdf/pdfjs';
import type { PrintedLine } from '../ingest/page/join-lines.ts';
import type { Unread } from './read-bytes.ts';

const mostPages = 100;
const mostText = 200_000; // UTF-16 code units
const longest = 1_000; // milliseconds; what a document is about stands on its first pages

/** What a PDF says: the lines of its first pages, and of itself what whoever made it has written in. */
export interface PrintedPages {
  pages: PrintedLine[][];
  title: string;
  author: string;
  /** The day it was made, ISO; of the file, which may be younger than the work. */
  created: string | undefined;
}

/** Reads the text layer of a PDF; in words why it has none that can be read. */
export async function readPdfLines(bytes: Uint8Array): Promise<PrintedPages | Unread> {
  const started = performance.now();
  // No fonts are drawn, nothing is fetched, nothing of it is run; warnings would go to stdout.
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false }); // prettier-ignore
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    const own = info as Record<string, unknown>;
    const written = (name: string, field: string) => textOf(metadata?.get(name)) || textOf(own[field]);
    const pages: PrintedLine[][] = [];
    let read = 0;
    for (let number = 1; number <= Math.min(document.numPages, mostPages) && read < mostText; number++) {
      if (number > 1 && performance.now() - started > longest) break;
      const page = await document.getPage(number);
      const lines = linesOf((await page.getTextContent()).items as Item[]);
      page.cleanup();
      read += lines.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(lines);
    }
    if (!pages.flat().some(({ text }) => /\p{L}{2}/u.test(text)))
      return { reason: 'it is a PDF without a text layer: its pages are pictures, which need to be recognised (OCR) first' }; // prettier-ignore
    const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(textOf(own['CreationDate'])) ?? [];
    return {
      pages,
      title: written('dc:title', 'Title'),
      author: written('dc:creator', 'Author'),
      created: year && `${year}-${month}-${day}`,
    };
  } catch (error) {
    return (error as Error).name === 'PasswordException'
      ? { reason: 'it is a PDF that is locked by a password' }
      : { reason: `it is a damaged PDF (${(error as Error).message.slice(0, 100)})` };
  } finally {
    await task.destroy().catch(() => {});
  }
}

/** What pdf.js gives for a piece of text. */
interface Item {
  str?: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

function linesOf(items: Item[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let begun: PrintedLine | null = null;
  for (const { str, transform, width, height, hasEOL } of items) {
    if (str === undefined) continue; // marked content
    const [left, bottom] = [transform[4]!, transform[5]!];
    if (begun && str && Math.abs(begun.bottom - bottom) > Math.max(begun.size, height) / 2) begun = null;
    if (begun && str) {
      begun.text += str;
      begun.right = Math.max(begun.right, left + width);
      begun.size = Math.max(begun.size, height);
    } else if (str.trim()) lines.push((begun = { text: str, size: height, left, right: left + width, bottom }));
    if (hasEOL) begun = null;
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map(textOf).join(', ') : '';
