import { marked } from 'marked';
import { decodePage } from '../ingest/page/decode-page.ts';
import { readContent, readPage, type PageText } from '../ingest/page/read-page.ts';
import { kindOfBytes } from './kind-of-bytes.ts';

/** Where the bytes of a page are from. */
export interface PageSource {
  /** What a draft of it is called by: the file or the address as it was given. */
  file: string;
  /** Its address, where it has one. */
  url?: string;
  /** What its sender calls it: the header `content-type`. */
  contentType?: string;
}

/** Why there is nothing to read, in words that go on after "skipped:". */
export interface Unread {
  reason: string;
}

const longestMarkdown = 1_000_000; // UTF-16 code units; a longer one is read as text

/** Loads what reads a PDF, where they are one: it is larger than all else here. */
export async function prepareFor(bytes: Uint8Array, { contentType }: PageSource): Promise<void> {
  const read = kindOfBytes(bytes, contentType);
  if ('kind' in read && read.kind === 'pdf') await import('./read-pdf.ts');
}

/** The page that bytes hold: HTML, Markdown, plain text or a PDF with a text layer. */
export async function readBytes(bytes: Uint8Array, { url, contentType }: PageSource): Promise<PageText | Unread> {
  const read = kindOfBytes(bytes, contentType);
  if ('reason' in read) return read;
  if (read.kind === 'pdf') return (await import('./read-pdf.ts')).readPdf(bytes, url);
  const content = decodePage(bytes, contentType);
  return read.kind === 'markdown' && content.length <= longestMarkdown
    ? readPage(markdownPage(content), url)
    : readContent(content, url);
}

/** Markdown as a page of HTML; the title of its front matter (YAML between lines of `---`) is the page's. */
function markdownPage(content: string): string {
  const [front = '', fields = ''] = /^\uFEFF?---\r?\n([^]{0,10000}?)\r?\n---\r?\n/.exec(content) ?? [];
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, 'mi').exec(fields)?.[1]?.replace(/[<>"&]/g, ' ') ?? '';
  const told = [
    ['og:title', field('title')],
    ['author', field('author')],
    ['date', field('date')],
  ].map(([name, value]) => (value ? `<meta name="${name}" content="${value}">` : ''));
  const body = marked.parse(content.slice(front.length), { async: false });
  return `<!doctype html><html lang="${field('lang') || field('language')}"><head>${told.join('')}</head><body>${body}</body></html>`;
}
