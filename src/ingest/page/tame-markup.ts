const largestPage = 5_000_000; // UTF-16 code units; what follows is not read
const largestParsed = 2_000_000; // without scripts; a larger one is data, not an article
const mostTags = 20_000; // opened, closed or merely begun; with more, scoring the parts would take seconds
const deepest = 250; // elements inside each other; the parser and Readability recurse, and take the square of it

const unread = /^(script|style|noscript|template|svg|iframe|object|select|textarea|canvas|math)$/;
const withoutEnd =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/;

/**
 * The markup of a page without comments, scripts and other parts that nobody reads, in one pass over at most 5 million
 * code units; `plain` where so many elements, or so many inside each other, are left that no parser should see them.
 * Metadata in `application/ld+json` stays.
 */
export function tameMarkup(html: string): { markup: string; plain: boolean } {
  const page = html.slice(0, largestPage).replaceAll('\0', '');
  const kept: string[] = [];
  const tag = /<!--|<(\/?)([a-z][a-z0-9:-]*)([^<>]*)>/gi;
  let from = 0;
  let depth = 0;
  let deepestSeen = 0;
  for (let found = tag.exec(page); found; found = tag.exec(page)) {
    const name = found[2]?.toLowerCase();
    if (name === undefined || (unread.test(name) && !found[1])) {
      if (name === 'script' && /ld\+json/i.test(found[3]!)) {
        tag.lastIndex = endOf(page, name, tag.lastIndex);
        continue;
      }
      kept.push(page.slice(from, found.index), ' ');
      from = endOf(page, name, tag.lastIndex);
      tag.lastIndex = from;
    } else if (found[1]) {
      if (!withoutEnd.test(name) && depth > 0) depth--;
    } else {
      if (!withoutEnd.test(name) && !found[3]!.endsWith('/')) deepestSeen = Math.max(deepestSeen, ++depth);
    }
  }
  kept.push(page.slice(from));
  const markup = kept.join('');
  return { markup, plain: deepestSeen > deepest || markup.length > largestParsed || hasMore(markup, '<', mostTags) };
}

function hasMore(text: string, sign: string, most: number): boolean {
  let seen = 0;
  for (let at = text.indexOf(sign); at >= 0 && seen <= most; at = text.indexOf(sign, at + 1)) seen++;
  return seen > most;
}

/** Where a comment or an element that is not read ends: at the end of the page where nothing closes it. */
function endOf(page: string, name: string | undefined, from: number): number {
  const end = name === undefined ? /-->/g : new RegExp(`</${name}[^<>]*>`, 'gi');
  end.lastIndex = from;
  return end.exec(page) ? end.lastIndex : page.length;
}
