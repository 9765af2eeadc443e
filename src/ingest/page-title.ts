const longestTitle = 300; // UTF-16 code units; what is longer is a paragraph

/** The parts of a parsed page that are looked at here: every DOM has them. */
export interface Page {
  querySelector(selector: string): { textContent: string | null; getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
}

/**
 * The title of a page without the name of its site: what JSON-LD, `citation_title`, `og:title`, the only `h1` or
 * `<title>` say, in this order, else the words of its address; empty where none does.
 */
export function titleOf(page: Page, url?: string): string {
  const meta = (name: string) =>
    page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? '';
  const headings = [...page.querySelectorAll('h1')].map((heading) => tidy(heading.textContent)).filter(Boolean);
  const heading = headings.length === 1 ? headings[0]! : '';
  const sites = [meta('og:site_name'), siteOf(url)].map(plain).filter(Boolean);
  const declared = [
    ...linkedTitles(page),
    meta('citation_title'),
    meta('DC.title'),
    meta('og:title'),
    heading,
    page.querySelector('title')?.textContent ?? '',
    headings[0] ?? '',
  ];
  for (const text of declared) {
    const title = withoutSite(tidy(text), sites, heading);
    if (title && title.length <= longestTitle && !sites.includes(plain(title))) return title;
  }
  return titleOfAddress(url);
}

/** True for a line that may be a title: neither long nor several sentences. */
export const isTitle = (line: string) =>
  line.length > 0 && line.length <= longestTitle && !(line.length > 100 && /[.!?…]$|[.!?] \p{Lu}/u.test(line));

/** `Policy paper on residence` of `https://example.org/news/policy-paper-on-residence/`; empty below three words. */
export function titleOfAddress(url = ''): string {
  const path = URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean).at(-1) : undefined;
  if (!path) return '';
  const words = decoded(path).replace(/\.[a-z]{2,5}$/i, '').split(/[-_+\s]+/).filter((word) => /\p{L}/u.test(word)); // prettier-ignore
  const title = words.join(' ');
  return words.length < 3 || title.length > longestTitle ? '' : title[0]!.toUpperCase() + title.slice(1);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const articles = /^(scholarly|news|blog|tech|medical)?(article|posting|report|book|creativework|publication|thesis)$/i;

/** `headline` or `name` of the articles, reports and books that JSON-LD speaks of. */
function linkedTitles(page: Page): string[] {
  const titles: string[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(script.textContent ?? '');
      const graph = (data as { '@graph'?: unknown } | null)?.['@graph'];
      for (const item of [graph ?? data].flat() as Record<string, unknown>[]) {
        const type = [item?.['@type']].flat().some((name) => typeof name === 'string' && articles.test(name));
        const title = item?.['headline'] ?? item?.['name'];
        if (type && typeof title === 'string') titles.push(title);
      }
    } catch {
      // Sites write JSON-LD that is none; the page has other titles.
    }
  }
  return titles;
}

/** Cuts `Title | Site` and `Site – Title`, where the site is known by its name or the rest is the page's heading. */
function withoutSite(title: string, sites: string[], heading: string): string {
  const parts = title.split(/\s+[|–—·»:-]{1,2}\s+/);
  if (parts.length < 2) return title;
  if (heading && heading.length > 8 && plain(title) !== plain(heading) && title.includes(heading)) return heading;
  const isSite = (part: string) => sites.includes(plain(part));
  if (isSite(parts.at(-1)!)) return title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+\S{1,2}\s+$/, '');
  if (isSite(parts[0]!)) return title.slice(parts[0]!.length).replace(/^\s+\S{1,2}\s+/, '');
  const [bar] = /\s[|»]\s[^|»]*$/.exec(title) ?? []; // nothing but a site's name stands behind a bar
  return bar ? title.slice(0, -bar.length).trim() : title;
}

/** `astra` of `https://www.astra.rs/en`. */
function siteOf(url = ''): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return host.split('.').at(-2) ?? '';
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
