import { judgeJourney, type Verdict } from './judge-journey.ts';
import { followRedirects } from './redirects.ts';
import type { Visit } from './request.ts';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

/** What was found at an address. */
export interface LinkCheck extends Verdict {
  /** The address as it was given. */
  url: string;
  /** ISO date and time of the last request. */
  checkedAt: string;
}

/** Checks one address with a visitor of its own; options as in `VisitorOptions`. A bad address is `refused`; only an aborted signal throws. */
export async function checkLink(url: string, options: VisitorOptions): Promise<LinkCheck> {
  const visitor = openVisitor(options);
  try {
    return await checkLinkWith(visitor, url);
  } finally {
    await visitor.close();
  }
}

/** Checks one address with a visitor that is shared. */
export async function checkLinkWith(visitor: Visitor, url: string): Promise<LinkCheck> {
  const verdict: Verdict = URL.canParse(url)
    ? judgeJourney(new URL(url), await followRedirects(new URL(url), (address) => knock(visitor, address)))
    : { status: 'refused', reason: `${JSON.stringify(url.slice(0, 200))} is not an address` };
  return { url, ...verdict, checkedAt: new Date().toISOString() };
}

/** Errors that a server makes of a HEAD it does not know. */
const droppedCodes = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_\w+)$/;
/** Answers that a GET would not better. */
const finalStatuses = new Set([401, 410, 429, 503]);

/** Asks with HEAD, and with GET where HEAD got an error that may be due to it alone. */
async function knock(visitor: Visitor, url: URL): Promise<Visit> {
  const visit = await visitor.visit(url, { method: 'HEAD' });
  const unsure = visit.answer
    ? visit.answer.status >= 400 && !finalStatuses.has(visit.answer.status)
    : droppedCodes.test(visit.failure.code ?? '');
  return unsure ? visitor.visit(url, { method: 'GET' }) : visit;
}
