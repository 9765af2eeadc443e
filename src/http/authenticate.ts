import type { IncomingMessage } from 'node:http';
import { busy, unauthenticated } from '../api/errors.ts';
import type { KeyHolder, Keyring } from '../keys/keyring.ts';

/**
 * Finds out whose key stands in the header of a request: looked at when it is asked for, and once. Throws an error that says
 * what is wrong with it, and nothing of the key itself.
 */
export function authenticatorOf(keyring: Keyring | null, { headers }: IncomingMessage): () => Promise<KeyHolder> {
  let judged: Promise<KeyHolder> | undefined;
  return () => (judged ??= judge(keyring, headers.authorization));
}

async function judge(keyring: Keyring | null, header: string | undefined): Promise<KeyHolder> {
  if (!keyring)
    throw unauthenticated('This needs a key, and this server knows none: it was started without API_KEYS_FILE.');
  if (header === undefined) throw unauthenticated('This needs a key: send the header Authorization: Bearer ct_….');
  const presented = /^Bearer +(\S+) *$/i.exec(header)?.[1];
  if (presented === undefined) throw unauthenticated('The header Authorization is not of the form Bearer ct_….');
  const verdict = await keyring.judge(presented);
  if (verdict.is === 'valid') return verdict.holder;
  if (verdict.is === 'unknown')
    throw unauthenticated('This key is not known here. Ask whoever runs this server for one.');
  if (verdict.is === 'busy') throw busy('Too many keys are being checked. Nothing was done; try again in a second.');
  const { name, is, since } = verdict;
  const ended = is === 'expired' ? 'ended' : 'was revoked';
  throw unauthenticated(`The key of ${name} ${ended} (${since}). Ask whoever runs this server for another.`);
}
