import { parseHTML } from 'linkedom';
import { noMetadata, readMetadata, type Metadata } from './metadata.ts';
import { articleText } from './article-text.ts';
import { partCards } from './cards.ts';
import { clearMain } from './clear-main.ts';
import { languageOf } from './page-language.ts';
import type { PageDocument } from './page-document.ts';
import { textBelow, textOfMarkup, type PageNode } from './page-text.ts';
import { takeCards } from './html-cards.ts';
import { isBoilerplate } from './noise-lines.ts';
import { titleOf } from './page-title.ts';
import { titleOfLines } from './text-title.ts';
import { tameMarkup } from './tame-markup.ts';
import type { Origin } from '../found.ts';
import { fitProse } from '../text.ts';

const longestText = 200_000; // UTF-16 code units; a book's first hundred pages
const longestMargin = 20_000; // UTF-16 code units
const enoughForAnArticle = 200; // Readability gives the wrong part of a page rather than little of it

/** What is read off a page. */
export interface PageText {
  /** Empty where nothing says it. */
  title: string;
  /** What says the title; null where nothing does. */
  titleOrigin: Origin | null;
  /** BCP 47; undefined when not sure. */
  language: string | undefined;
  /** The main content, a line for each block, at most 200,000 UTF-16 code units. */
  text: string;
  /** The lines of the page around its main content, without menus and footers: datelines and labels stand there. */
  margin: string;
  /** Where the page says it is: its first line, where that is an address, or what it was read from. */
  url: string | undefined;
  /** The titles of other pages on cards below it. */
  cards: string[];
  metadata: Metadata;
}

/**
 * Title, language and main content of a page of HTML, without menus, banners, share bars, footers and cards of other
 * pages. Whatever the markup is, it gives an answer: of broken, immense or deeply nested pages the plain text.
 */
export function readPage(html: string, url?: string): PageText {
  const { markup, plain } = tameMarkup(html);
  const page = plain ? null : parsed(markup);
  const declared = declaredLanguage(markup);
  if (!page) return madeOfMarkup(textOfMarkup(markup), { found: titleOfMarkup(markup), url, declared, cards: [] });
  const metadata = readMetadata(page, url);
  const cards = takeCards(page);
  const whole = (page.body && textBelow(page.body, true)) || textBelow(page.documentElement, true);
  const found = titleOf(page, { metadata, url, lines: whole.split('\n') });
  const article = clearMain(page, whole) ?? articleText(page);
  const isEnough = article.length >= Math.min(enoughForAnArticle, whole.length);
  const margin = isEnough ? fitProse(linesBeside(whole, article)) : '';
  return madeOfMarkup(isEnough ? article : whole, { found, url, declared, metadata, cards, margin });
}

/** Every line of a page, with those in its margin first: labels, by-lines and datelines stand there. */
export const linesOf = ({ margin, text }: PageText): string[] => (margin ? `${margin}\n${text}` : text).split('\n');

/** Whether a text is markup, by how it begins. */
export const isMarkup = (content: string): boolean =>
  /^\s*(<!doctype html|<html|<\?xml|<!--|<[a-z][a-z0-9]*[\s>])/i.test(content);

/** Title, language and text of what may be HTML or plain text. */
export const readContent = (content: string, url?: string): PageText =>
  isMarkup(content) ? readPage(content, url) : readText(content, url);

/** Title, language and text of a page of plain text; lines at its top that are an address say where it is. */
export function readText(text: string, url?: string): PageText {
  const lines = fitProse(text.slice(0, 2 * longestText)).split('\n');
  const isAddress = (line: string) => /^\s*(url:.*|https?:\/\/\S+)\s*$/i.test(line);
  const first = lines.findIndex((line) => line.trim() !== '' && !isAddress(line));
  const above = lines.splice(0, Math.max(first, 0)).find((line) => line.trim() !== '');
  const at = url ?? above?.replace(/^\s*url:\s*/i, '').trim();
  const { lines: own, titles: cards } = partCards(lines);
  const found = titleOfLines(own, at);
  if (found?.lines) own.splice(found.lines[0], found.lines[1] - found.lines[0], found.rest ?? '');
  return madeOf(own, { found, url: at, cards });
}

/** What is known of a page beside its lines. */
interface Known {
  found: (Origin & { title: string }) | null;
  url?: string;
  cards: string[];
  declared?: string;
  metadata?: Metadata;
  margin?: string;
}

function madeOf(
  lines: string[],
  { found, url, cards, declared, metadata = noMetadata(), margin = '' }: Known,
): PageText {
  const title = fitProse(found?.title ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const text = lines
    .filter((line) => !isBoilerplate(line))
    .join('\n')
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, '');
  const language = languageOf(text, { title, url, declared: metadata.languages[0]?.value ?? declared });
  const titleOrigin = title && found ? { confidence: found.confidence, from: found.from } : null;
  return { title, titleOrigin, language, text, margin, url, cards, metadata };
}

/** As for plain text, of the text of markup; cards may be left in it that the markup does not tell. */
function madeOfMarkup(raw: string, known: Known): PageText {
  const { lines, titles } = partCards(fitProse(raw).split('\n'));
  return madeOf(lines, { ...known, cards: [...new Set([...known.cards, ...titles])] });
}

type ParsedPage = PageDocument & { body: PageNode | null; documentElement: PageNode };

/** Null where the parser gives up. It builds what stands there, so that a page of fragments is put into a body first. */
function parsed(markup: string): ParsedPage | null {
  const whole = /<body[\s>]/i.test(markup) && /<html[\s>]/i.test(markup);
  try {
    const { document } = parseHTML(whole ? markup : `<!doctype html><html><body>${markup}</body></html>`);
    return document as unknown as ParsedPage;
  } catch {
    return null;
  }
}

/** The lines of a whole that a part of it does not have. */
function linesBeside(whole: string, part: string): string {
  const inside = new Set(part.split('\n'));
  const lines = whole.split('\n').filter((line) => !inside.has(line));
  return lines.join('\n').slice(0, longestMargin);
}

const declaredLanguage = (markup: string) =>
  /<html\b[^<>]*?\slang\s*=\s*["']?([a-z-]{2,20})/i.exec(markup.slice(0, 100_000))?.[1];

const titleOfMarkup = (markup: string): Known['found'] => ({
  title: textOfMarkup(/<title[^<>]*>([^<]{1,1000})</i.exec(markup.slice(0, 1e6))?.[1] ?? '').slice(0, 300),
  confidence: 0.5,
  from: 'html',
});
