import type { AnswerItem } from '../../shown/item.ts';

/** What `GET /related` answers, as far as it is used here; whoever listens to `related-loaded` gets all of it. */
export interface Answer {
  items: AnswerItem[];
}

/** A refusal or failure; the status is 0 where there was no answer. */
export class NoAnswer extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Asks for a list, with nothing of the reader: no cookie, no referrer, no header that a browser would ask the server
 * about first. Without the server, what the browser has kept of an earlier answer will do, however old.
 */
export async function request(address: string, signal: AbortSignal): Promise<Answer> {
  const ask = (cache: RequestCache) =>
    fetch(address, { cache, signal, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'follow' });
  let response: Response;
  try {
    response = await ask('default');
  } catch (error) {
    if (signal.aborted) throw error;
    response = await ask('force-cache').catch(() => {
      throw new NoAnswer(0, 'The server does not answer.');
    });
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new NoAnswer(response.status, String(body?.detail ?? response.status));
  if (!Array.isArray(body?.items)) throw new NoAnswer(response.status, 'The answer is none of GET /related.');
  return body;
}
