import { findArchivedWith, type ArchiveOptions } from './archive.ts';
import { checkLinkWith, type LinkCheck } from './check-link.ts';
import { workByHost, type HostsOptions } from './hosts.ts';
import { withoutFragment } from './redirects.ts';
import { openVisitor } from './visitor.ts';

/** How a run over many addresses goes: see the parts for units and defaults. */
export interface CheckLinksOptions extends ArchiveOptions, HostsOptions {
  /** Look for an archived copy of what is dead. Default: true. */
  findArchived?: boolean;
}

/** What was found at an address, and where an archived copy of a dead one is. */
export type CheckedLink = LinkCheck & { archived?: string };

/**
 * Checks addresses as they come; the order of the results is free. An address that comes twice has one result, and
 * addresses that differ in their fragment alone are asked once. What cannot be asked is a result too (`refused`, with
 * the reason); only the source of the addresses and an aborted `signal` throw, the latter at once, with its reason. The
 * addresses seen and their results are kept until the end; a consumer that stops early stops the requests.
 */
export async function* checkLinks(
  urls: Iterable<string> | AsyncIterable<string>,
  options: CheckLinksOptions,
): AsyncGenerator<CheckedLink> {
  const stop = new AbortController();
  const abort = () => stop.abort(options.signal?.reason);
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort, { once: true });
  const visitor = openVisitor({ ...options, signal: stop.signal });
  const asked = new Map<string, Promise<CheckedLink>>();

  const checkOnce = async (url: string): Promise<CheckedLink> => {
    const key = URL.canParse(url) ? withoutFragment(new URL(url)) : url;
    const checking = asked.get(key) ?? check(url);
    asked.set(key, checking);
    return { ...(await checking), url };
  };
  const check = async (url: string): Promise<CheckedLink> => {
    const found = await checkLinkWith(visitor, url);
    if (found.status !== 'dead' || options.findArchived === false) return found;
    const archived = await findArchivedWith(visitor, url, options.archive);
    return archived === null ? found : { ...found, archived };
  };

  try {
    yield* workByHost(distinct(urls), hostOf, checkOnce, { ...options, signal: stop.signal });
  } finally {
    stop.abort();
    options.signal?.removeEventListener('abort', abort);
    await visitor.close();
  }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');

async function* distinct(urls: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const url of urls) {
    if (seen.has(url)) continue;
    seen.add(url);
    yield url;
  }
}
