import { fetchPage } from './fetch/fetch-page.ts';
import { openVisitor, type Visitor, type VisitorOptions } from './fetch/visitor.ts';
import { readWebsites } from './graph/read.ts';
import type { GraphStore } from './graph/store.ts';
import { decodePage } from './ingest/page/decode-page.ts';
import { readPage, readText, type PageText } from './ingest/page/read-page.ts';

/** Reads pages that are not in the catalogue from the sites of its organisations. */
export interface PageReader {
  /** The page at an address, or in one sentence why it cannot be read. */
  read(url: string): Promise<PageText | string>;
  close(): Promise<void>;
}

/** The longest page that is read, in bytes. */
const mostBytes = 5_000_000;
/** So many pages are read at once: who asks waits for them. */
const mostAtOnce = 8;

/**
 * A reader of partners' pages: politely, as `openVisitor` asks, and of no other sites, as a server that reads whatever
 * it is told to is a tool for attacks. Nothing of a page is kept.
 */
export function createPageReader(store: GraphStore, options: VisitorOptions): PageReader {
  let visitor: Visitor | null = null;
  let reading = 0;

  async function readAt(address: URL): Promise<PageText | string> {
    visitor ??= openVisitor({ timeout: 5_000, ...options });
    const asker = visitor;
    const sites = await partnerSites(store);
    const page = await fetchPage(address, mostBytes, async (next, readBytes) =>
      isWithin(next, sites)
        ? asker.visit(next, { readBytes })
        : {
            failure: {
              kind: 'refused',
              reason: `${next.hostname.slice(0, longestHost)} is the site of no organisation of the catalogue`,
            },
          },
    );
    if (typeof page === 'string') return page;
    const { bytes, url, contentType } = page;
    const text = decodePage(bytes, contentType);
    if (/html|xml/i.test(contentType)) return readPage(text, url.href);
    return /^text\/plain/i.test(contentType) ? readText(text) : `it is no page but ${contentType || 'of no type'}`;
  }

  return {
    async read(address) {
      const url = URL.canParse(address) ? new URL(address) : null;
      if (!url) return 'it is no whole address such as https://example.org/page';
      if (reading >= mostAtOnce) return 'too many other pages are being read; ask again later';
      reading++;
      try {
        return await readAt(url);
      } finally {
        reading--;
      }
    },
    close: async () => visitor?.close(),
  };
}

/** The hosts of the websites of organisations, without `www.`. */
async function partnerSites(store: GraphStore): Promise<Set<string>> {
  const websites = await readWebsites(store);
  return new Set(websites.filter((website) => URL.canParse(website)).map((website) => bare(new URL(website))));
}

/** Longest name of a host, in characters (RFC 1035, 2.3.4); one that is longer has no owner. */
const longestHost = 253;

/** Whether an address is on one of these hosts, or on one below it. */
function isWithin(url: URL, sites: ReadonlySet<string>): boolean {
  if (url.hostname.length > longestHost) return false;
  const labels = bare(url).split('.');
  return labels.some((_, place) => sites.has(labels.slice(place).join('.')));
}

const bare = ({ hostname }: URL) => hostname.replace(/^www\./, '');
