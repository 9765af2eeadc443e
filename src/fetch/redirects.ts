import { refused } from './failure.ts';
import { headerOf, type Visit } from './request.ts';

/** Most redirects that are followed. */
export const mostRedirects = 5;

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Where the redirects of an address led. */
export interface Journey {
  /** The redirects in order; empty where there was none. */
  hops: { to: URL; permanent: boolean }[];
  /** The address that was asked last. */
  end: URL;
  /** What came of the last request: never a redirect that could be followed. */
  visit: Visit;
}

/**
 * Follows the redirects of an address one by one, each asked by `ask`. More than five, a circle and a Location that is
 * no address end in a failure `refused`: a browser with cookies may well get further, so nothing is known.
 */
export async function followRedirects(start: URL, ask: (url: URL) => Promise<Visit>): Promise<Journey> {
  const hops: Journey['hops'] = [];
  const seen = new Set<string>();
  let end = start;
  const stop = (reason: string): Journey => ({ hops, end, visit: { failure: refused(reason) } });

  for (;;) {
    seen.add(withoutFragment(end));
    const visit = await ask(end);
    const location = visit.answer && headerOf(visit.answer, 'location');
    if (!visit.answer || !redirectStatuses.has(visit.answer.status) || !location) return { hops, end, visit };
    if (!URL.canParse(location, end.href)) return stop('redirects to what is no address');
    const to = new URL(location, end);
    to.hash ||= end.hash; // RFC 9110, 10.2.2
    if (seen.has(withoutFragment(to))) return stop('redirects in a circle');
    if (hops.length === mostRedirects) return stop(`redirects more than ${mostRedirects} times`);
    hops.push({ to, permanent: visit.answer.status === 301 || visit.answer.status === 308 });
    end = to;
  }
}

/** An address without its fragment, which no server ever sees. */
export function withoutFragment({ href, hash }: URL): string {
  return href.slice(0, href.length - hash.length).replace(/#$/, '');
}
