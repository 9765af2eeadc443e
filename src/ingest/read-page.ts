import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { languageOf } from './page-language.ts';
import { textBelow, textOfMarkup, type PageNode } from './page-text.ts';
import { isTitle, titleOf, titleOfAddress } from './page-title.ts';
import { tameMarkup } from './tame-markup.ts';
import { fitProse } from './text.ts';
import { withoutCards } from './without-cards.ts';

const longestText = 200_000; // UTF-16 code units; a book's first hundred pages
const enoughForAnArticle = 200; // Readability gives the wrong part of a page rather than little of it

/** What is read off a page. */
export interface PageText {
  /** Empty where nothing says it. */
  title: string;
  /** BCP 47; undefined when not sure. */
  language: string | undefined;
  /** The main content, a line for each block, at most 200,000 UTF-16 code units. */
  text: string;
}

/**
 * Title, language and main content of a page of HTML, without menus, banners, share bars, footers and cards of other
 * pages. Whatever the markup is, it gives an answer: of broken, immense or deeply nested pages the plain text.
 */
export function readPage(html: string, url?: string): PageText {
  const { markup, plain } = tameMarkup(html);
  const page = plain ? null : parsed(markup);
  if (!page) return madeOf(textOfMarkup(markup), titleOfMarkup(markup), declaredLanguage(markup));
  const title = titleOf(page, url);
  const whole = textBelow(page.body ?? page.documentElement, true);
  const article = articleOf(page);
  return madeOf(
    article.length >= Math.min(enoughForAnArticle, whole.length) ? article : whole,
    title,
    declaredLanguage(markup),
  );
}

/** Whether a text is markup, by how it begins. */
export const isMarkup = (content: string): boolean =>
  /^\s*(<!doctype html|<html|<\?xml|<!--|<[a-z][a-z0-9]*[\s>])/i.test(content);

/** Title, language and text of what may be HTML or plain text. */
export const readContent = (content: string): PageText => (isMarkup(content) ? readPage(content) : readText(content));

/**
 * Title, language and text of a page of plain text. The first line is the title; one that is an address is left out,
 * and where a paragraph comes first the words of the address are the title, where it has any.
 */
export function readText(text: string): PageText {
  const lines = fitProse(text.slice(0, 2 * longestText)).split('\n');
  const isAddress = (line: string) => /^\s*(url:.*|https?:\/\/\S+)\s*$/i.test(line);
  const first = lines.findIndex((line) => line.trim() !== '' && !isAddress(line));
  const title = (lines[first] ?? '').trim();
  const address = lines
    .slice(0, Math.max(first, 0))
    .join(' ')
    .replace(/^\s*url:\s*/i, '')
    .trim();
  if (!isTitle(title)) return madeOf(lines.slice(first).join('\n'), titleOfAddress(address));
  return madeOf(lines.slice(first + 1).join('\n'), title);
}

function madeOf(raw: string, rawTitle: string, declared?: string): PageText {
  const title = fitProse(rawTitle).replace(/\s+/g, ' ').trim();
  const lines = withoutCards(fitProse(raw).split('\n'));
  const text = lines
    .join('\n')
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, '');
  return { title, language: languageOf(text.length > 200 ? text : `${title}\n${text}`, declared), text };
}

type ParsedPage = PageNode & Parameters<typeof titleOf>[0] & { body: PageNode | null; documentElement: PageNode };

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

/** The part of the page that Readability takes for its article; empty where it finds none. It alters the page. */
function articleOf(page: ParsedPage): string {
  try {
    const article = new Readability<PageNode>(page as never, {
      serializer: (node) => node as never,
      charThreshold: 200,
    }).parse();
    return article?.content ? textBelow(article.content, true) : '';
  } catch {
    return '';
  }
}

const declaredLanguage = (markup: string) =>
  /<html\b[^<>]*?\slang\s*=\s*["']?([a-z-]{2,20})/i.exec(markup.slice(0, 100_000))?.[1];

const titleOfMarkup = (markup: string) =>
  textOfMarkup(/<title[^<>]*>([^<]{1,1000})</i.exec(markup.slice(0, 1_000_000))?.[1] ?? '').slice(0, 300);
