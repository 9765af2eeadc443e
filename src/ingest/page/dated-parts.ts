import type { PlacedElement } from './page-elements.ts';
import type { PageNode } from './page-text.ts';
import type { Statement } from './statement.ts';

const mostParts = 12;
const longestPart = 80; // UTF-16 code units: a date with its label, not a paragraph
const dated =
  /(?:^|[\s_-])(?:date|datum|datetime|fecha|pubdate|pub-date|published|publish|posted|posted-on|postdate|post-date|entry-date|timestamp|dateline|byline|post-meta|entry-meta|meta-date|article-info|submitted|news-date|created)(?:$|[\s_-])/i;
const otherDate = /(?:^|[\s_-])(?:updated|modified|upload\w*|event\w*|deadline|start|end|expir\w*)(?:$|[\s_-])/i;
const elsewhere =
  /(?:^|[\s_-])(?:related|sidebar|widget\w*|comments?|teaser|cards?|archives?|calendar|menu|nav|footer-\w+|latest|recent\w*|similar\w*|upcoming|events?|other-news|loop|carousel|slider)(?:$|[\s_-])/i;

/**
 * The dates that the structure of a page points out as such: `<time>`, `itemprop="datePublished"`, and short parts whose
 * class speaks of a date. What belongs to other pages, comments or an event is left out; the first one is the surest.
 */
export function datedParts(all: readonly PlacedElement[]): Statement[] {
  const found: Statement[] = [];
  for (const part of all) {
    if (found.length >= mostParts) break;
    const property = part.getAttribute('itemprop') ?? part.getAttribute('property') ?? '';
    const name = `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`;
    const isTime = part.localName === 'time';
    const isIssue = property.toLowerCase() === 'datepublished' || part.getAttribute('pubdate') !== null;
    const isNamed = part.getAttribute('class') !== null && dated.test(name);
    if (part.localName === 'meta' || (!isTime && !isIssue && !isNamed)) continue;
    if (otherDate.test(name) || /modified|start|end/i.test(property) || isElsewhere(part)) continue;
    const text = (part.textContent ?? '').replace(/\s+/g, ' ').trim();
    const value = part.getAttribute('datetime') ?? part.getAttribute('content') ?? text;
    if (value.length > longestPart || !/\d/.test(value)) continue;
    const confidence = (isIssue ? 0.85 : 0.7) - (found.length > 0 ? 0.2 : 0);
    if (!found.some((other) => other.value === value))
      found.push({ field: 'dates', value, from: 'html', confidence, text: text || value });
  }
  return found;
}

const outside = /^(?:nav|aside|footer|form|select)$/;

/** Whether a part lies in a side column, a list of other pages, comments or a footer that is not an article's. */
function isElsewhere(part: PlacedElement): boolean {
  let inside = 0;
  let inArticle = false;
  for (let node: PageNode | null = part; node?.nodeType === 1 && inside < 40; node = node.parentNode, inside++) {
    const name = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`.slice(0, 300);
    if (/^(?:body|html|main)$/.test(node.localName ?? '')) return false;
    if (node.localName === 'article') inArticle = true;
    else if (outside.test(node.localName ?? '') && !(node.localName === 'footer' && inArticle)) return true;
    if (elsewhere.test(name)) return true;
  }
  return false;
}
