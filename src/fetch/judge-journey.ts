import type { Failure } from './failure.ts';
import type { Journey } from './redirects.ts';
import { isDeep, isHomePage, isNotFoundPage, isSameSite } from './soft-signs.ts';

/**
 * What an address is worth. `alive`: ends in 2xx. `moved`: so too, and begins with permanent redirects. `dead`: 404, 410,
 * a host that does not exist, or a soft sign of it. `unreachable`: may come back. `refused`: we could not tell.
 */
export interface Verdict {
  status: 'alive' | 'moved' | 'dead' | 'unreachable' | 'refused';
  /** The last status that was answered; absent where nothing answered. */
  httpStatus?: number;
  /** The address to use from now on: the end of the permanent redirects, before any temporary one. */
  movedTo?: string;
  /** Why, in words, where the status alone does not say. */
  reason?: string;
}

const statusOfFailure: Record<Failure['kind'], Verdict['status']> = {
  refused: 'refused',
  'no such host': 'dead',
  unreachable: 'unreachable',
};

/** Judges where an address led; `start` is the address as it was given. */
export function judgeJourney(start: URL, { hops, end, visit }: Journey): Verdict {
  if (visit.failure) {
    const at = hops.length === 0 ? '' : `redirects to ${end.href}: `;
    return { status: statusOfFailure[visit.failure.kind], reason: `${at}${visit.failure.reason}` };
  }
  const httpStatus = visit.answer.status;
  if (httpStatus === 404 || httpStatus === 410) return { status: 'dead', httpStatus };
  if (httpStatus >= 500) return { status: 'unreachable', httpStatus };
  if (httpStatus < 200 || httpStatus > 299)
    return { status: 'refused', httpStatus, reason: `answers ${httpStatus}, which says nothing of the page` };
  const soft = softSign(start, hops, end);
  return soft ? { ...soft, httpStatus } : hardVerdict(start, hops, end, httpStatus);
}

function hardVerdict(start: URL, hops: Journey['hops'], end: URL, httpStatus: number): Verdict {
  const firstTemporary = hops.findIndex(({ permanent }) => !permanent);
  const movedTo = (firstTemporary < 0 ? hops : hops.slice(0, firstTemporary)).at(-1)?.to.href;
  const reason = hops.length > 0 && isHomePage(end) && !isHomePage(start) ? 'ends at a home page' : undefined;
  return movedTo === undefined
    ? { status: 'alive', httpStatus, ...(reason && { reason }) }
    : { status: 'moved', httpStatus, movedTo, ...(reason && { reason }) };
}

/**
 * A page that says it is gone while the status says all is well. A site that sends a deep address of its own to its home
 * page for good has dropped the page; sent there for now, the page may be back. A home page elsewhere proves nothing:
 * resolvers such as purl.org, and projects that moved house, point there rightly.
 */
function softSign(start: URL, hops: Journey['hops'], end: URL): Verdict | null {
  if (hops.length === 0) return null;
  if (isNotFoundPage(end) && !isNotFoundPage(start)) return { status: 'dead', reason: `redirects to ${end.href}` };
  if (!isDeep(start) || !isHomePage(end) || !isSameSite(start, end)) return null;
  return hops.every(({ permanent }) => permanent)
    ? { status: 'dead', reason: 'redirects to the home page' }
    : { status: 'unreachable', reason: 'redirects to the home page for now' };
}
