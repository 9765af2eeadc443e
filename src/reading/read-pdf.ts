import { foldText } from '../fold.ts';
import type { Found } from '../ingest/found.ts';
import { joinLines, type PrintedLine } from '../ingest/page/join-lines.ts';
import { readText, type PageText } from '../ingest/page/read-page.ts';
import { readPdfLines } from './pdf-lines.ts';
import type { Unread } from './read-bytes.ts';

const longestTitle = 300; // UTF-16 code units
const largeLetters = 1.15; // times the size that most of the text has

/** What programs write in as a title, and what is the name of a file. */
const noTitle = /^(microsoft (word|powerpoint|excel)|untitled|no title|title|document|presentation|slide|layout|brochure|cover|report|print)\b[^:]{0,20}$|^microsoft \w+ - |\.(docx?|pptx?|indd|pdf|qxd|qxp|rtf|odt|ai|cdr|pub|xlsx?)\b|^\S+$|^[\W\d]*$/i; // prettier-ignore

/** The page that a PDF with a text layer makes, or in words why it makes none. */
export async function readPdf(bytes: Uint8Array, url?: string): Promise<PageText | Unread> {
  const printed = await readPdfLines(bytes);
  if ('reason' in printed) return printed;
  const { pages, author, created } = printed;
  const start = foldText(joinLines(pages.slice(0, 3)).replaceAll('\n', ' '));
  const isPrinted = (text: string) => text !== '' && start.includes(foldText(text));
  const written = noTitle.test(printed.title) || printed.title.length > longestTitle ? '' : printed.title;
  const large = largestLines(pages);
  // What is written in may be of the document that this one was made from; what is printed is read by everybody.
  const title = isPrinted(written) && !foldText(large).includes(foldText(written)) ? written : large || written;
  const page = readText([title, joinLines(pages)].filter(Boolean).join('\n\n'), url);
  const metadata = { ...page.metadata };
  if (created) metadata.dates = [...metadata.dates, weak(created, 'created')];
  if (/\p{L} \p{L}/u.test(author) && isPrinted(author)) metadata.authors = [...metadata.authors, weak(author, author)];
  return { ...page, title: title || page.title, metadata };
}

/** The file's own word, which says less than what is printed. */
const weak = (value: string, text: string): Found => ({ value, confidence: 0.3, place: { from: 'meta', text } });

/** The lines in the largest letters of the first page with text, where they are larger than the rest and no more than a title. */
function largestLines(pages: readonly PrintedLine[][]): string {
  const first = pages.find((lines) => lines.some(({ text }) => /\p{L}{2}/u.test(text))) ?? [];
  const isWord = ({ text }: PrintedLine) => /\p{L}{2}/u.test(text);
  const largest = Math.max(...first.filter(isWord).map(({ size }) => size));
  const from = first.findIndex((line) => isWord(line) && line.size > 0.95 * largest);
  const after = first.slice(from).findIndex(({ size }) => size <= 0.95 * largest);
  const lines = after < 0 ? first.slice(from) : first.slice(from, from + after);
  if (largest < largeLetters * usualSize(pages.flat().filter(({ size }) => size <= 0.95 * largest))) return '';
  const title = joinLines([lines.map((line) => ({ ...line, right: 1, left: 0 }))]).replaceAll('\n', ' ');
  return title.length <= longestTitle && /\p{L}+\W+\p{L}+/u.test(title) ? title : '';
}

/** The size of letters that most of these lines have; endless where there are none. */
function usualSize(lines: readonly PrintedLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size);
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? Infinity;
}
