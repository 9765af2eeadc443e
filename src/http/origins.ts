import type { IncomingMessage } from 'node:http';
import type { Keyring } from '../keys/keyring.ts';
import { Problem } from './responses.ts';

/** Who may write over HTTP. */
export interface Writers {
  /** Null where nobody may. */
  keyring: Keyring | null;
  /** Sites whose pages may send a key. */
  origins: readonly string[];
}

export const nobody: Writers = { keyring: null, origins: [] };

/**
 * Whether a request may have a key with it: from a program, a page of this server, or a page of a site that is listed.
 * Pages of other sites may read all there is, without.
 */
export function mayBringKey({ headers }: IncomingMessage, { origins }: Writers, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false; // `null`: a page that hides where it is from
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

/** Throws where a page of another site has sent a key all the same. */
export function refuseKeyFrom(origin: string): never {
  throw new Problem(
    403,
    `Pages of ${origin.slice(0, 200)} may not send a key. Ask without one, or have this site listed in WRITE_ORIGINS.`,
  );
}
