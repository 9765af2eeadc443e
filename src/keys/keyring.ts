import { createHash, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { followKeyFile } from './follow-key-file.ts';
import { standingOf, type KeyEntry, type Role } from './key-entry.ts';
import { readKey } from './key.ts';
import { isHashOf } from './secret-hash.ts';
import { createTurns } from './turns.ts';

/** Whose key it is, and what they may do. */
export interface KeyHolder {
  name: string;
  role: Role;
}

/** What is to be said of a key; that one has ended is told only to whoever has it. */
export type Verdict =
  | { is: 'valid'; holder: KeyHolder }
  | { is: 'expired' | 'revoked'; name: string; since: string }
  | { is: 'unknown' }
  | { is: 'busy' };

/** Knows keys by what a file says of them. */
export interface Keyring {
  judge(presented: string): Promise<Verdict>;
}

/** So many wrong keys are remembered: a program that sends one again and again costs one hash. */
const mostWrong = 1_000;

/**
 * A keyring that follows a file. Checking a secret is slow on purpose, so the digest of a right one is remembered as long
 * as its entry stands in the file, and others are checked in turns. Throws what is wrong with the file.
 */
export async function openKeyring(file: string, warn: (message: string) => void): Promise<Keyring> {
  const current = await followKeyFile(file, warn);
  const right = new Map<string, Buffer>(); // the digest of the secret, by the hash in the file
  const wrong = new LRUCache<string, true>({ max: mostWrong });
  const checking = new Map<string, Promise<boolean | null>>();
  const turns = createTurns();

  /** Whether a secret is that of an entry; null when too many are waiting to be checked. */
  function isSecretOf({ hash }: KeyEntry, secret: string): boolean | null | Promise<boolean | null> {
    const digest = createHash('sha256').update(secret).digest();
    const known = right.get(hash);
    if (known && timingSafeEqual(known, digest)) return true;
    const name = `${hash} ${digest.toString('base64')}`;
    if (wrong.has(name)) return false;
    const underWay = checking.get(name);
    if (underWay) return underWay;
    const check = turns.take(async () => {
      const isRight = await isHashOf(hash, secret);
      if (isRight) right.set(hash, digest);
      else wrong.set(name, true);
      return isRight;
    });
    if (!check) return null;
    checking.set(name, check);
    return check.finally(() => checking.delete(name));
  }

  const entryOf = async (id: string) => (await current()).find((entry) => entry.id === id);

  return {
    async judge(presented) {
      const key = readKey(presented);
      const found = key && (await entryOf(key.id));
      if (!found) return { is: 'unknown' }; // at once: ids are no secrets, and a hash for each would keep curators waiting
      const isRight = await isSecretOf(found, key.secret);
      if (isRight === null) return { is: 'busy' };
      const entry = await entryOf(key.id); // it may have been revoked while it waited for its turn
      if (!isRight || entry?.hash !== found.hash) return { is: 'unknown' };
      const { name, role, expires, revoked } = entry;
      const standing = standingOf(entry);
      if (standing === 'valid') return { is: 'valid', holder: { name, role } };
      return { is: standing, name, since: (revoked ?? expires)! };
    },
  };
}
