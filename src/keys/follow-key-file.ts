import { stat } from 'node:fs/promises';
import type { KeyEntry } from './key-entry.ts';
import { readKeyFile } from './key-file.ts';

/** The keys of a file as they are at each moment. */
export type CurrentKeys = () => Promise<readonly KeyEntry[]>;

/**
 * Follows a file of keys: each call looks whether it has changed, so that a key that was revoked is not taken a moment
 * later, and no timer runs. A file that has become bad or has gone leaves the last good keys as they are, and `warn` is told
 * once. Throws what is wrong with it at the first reading.
 */
export async function followKeyFile(file: string, warn: (message: string) => void): Promise<CurrentKeys> {
  let seen = await signOf(file);
  const subject = `API_KEYS_FILE=${JSON.stringify(file)}`;
  let entries = await readKeyFile(file, subject);
  await warnIfOpen(file, subject, warn);
  let looking: Promise<void> | null = null;
  let warned = seen;

  async function look(): Promise<void> {
    const sign = await signOf(file);
    if (sign === seen) return;
    try {
      entries = await readKeyFile(file, subject);
      seen = sign; // only now: what could not be read for a moment may be a key that was revoked
      await warnIfOpen(file, subject, warn);
    } catch (error) {
      if (sign !== warned) warn(`${(error as Error).message}. The keys it had before stay as they were.`);
      warned = sign;
    }
  }
  return async () => {
    await (looking ??= look().finally(() => (looking = null)));
    return entries;
  };
}

/** What tells one state of a file from another. */
async function signOf(file: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

async function warnIfOpen(file: string, subject: string, warn: (message: string) => void): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) warn(`${subject} can be read or written by others; chmod 600 keeps it to its owner.`);
}
