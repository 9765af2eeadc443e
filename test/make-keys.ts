import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyring, type Keyring } from '../src/keys/keyring.ts';
import { createKeyFor } from '../src/keys/manage-keys.ts';

/** A file of two keys, and what knows them; each key as the header of a request. */
export interface Keys {
  file: string;
  keyring: Keyring;
  /** What was said in the log. */
  log: string[];
  curator: { authorization: string };
  admin: { authorization: string };
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** A path in a folder of its own, with nothing there yet. */
export const newKeysFile = (): string => join(mkdtempSync(join(tmpdir(), 'common-thread-keys-')), 'keys.json');

/** Makes a key of each role, for Cora and for Ada. */
export async function makeKeys(): Promise<Keys> {
  const file = newKeysFile();
  const curator = await createKeyFor(file, 'Cora', 'curator');
  const admin = await createKeyFor(file, 'Ada', 'admin');
  const log: string[] = [];
  const keyring = await openKeyring(file, (message) => log.push(message));
  return { file, keyring, log, curator: bearer(curator.key), admin: bearer(admin.key) };
}
