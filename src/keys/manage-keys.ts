import { problemOfName, standingOf, type KeyEntry, type Role } from './key-entry.ts';
import { changeKeyFile, readKeyFile } from './key-file.ts';
import { createKey, writeKey } from './key.ts';
import { hashSecret } from './secret-hash.ts';

/** What is told of a key: all but its hash. */
export type KeyTold = Omit<KeyEntry, 'hash'>;
/** A new key. It is told here and nowhere else: the file has its hash alone. */
export type NewKey = KeyTold & { key: string };

/** Makes a key for somebody who has none that is valid. */
export async function createKeyFor(file: string, name: string, role: Role, expires?: string): Promise<NewKey> {
  const problem = problemOfName(name);
  if (problem) throw new Error(`${JSON.stringify(name)} ${problem}.`);
  return changeKeyFile(file, async (entries) => {
    if (validOf(entries, name).length > 0) throw new Error(`${name} has a key: rotate it, or revoke it first.`);
    return withNew(entries, name, role, expires);
  });
}

/** Makes another key for a name; the old one stays valid for so many hours, if it does not end before. */
export function rotateKey(file: string, name: string, hours: number, expires?: string): Promise<NewKey> {
  return changeKeyFile(file, async (entries) => {
    const old = mustHave(entries, name);
    const end = new Date(Date.now() + hours * 3_600_000).toISOString();
    const ending = entries.map((entry) => (old.includes(entry) ? { ...entry, expires: earlier(entry, end) } : entry));
    return withNew(ending, name, old.at(-1)!.role, expires);
  });
}

/** Ends every key of a name at once. Gives how many. */
export function revokeKeys(file: string, name: string): Promise<number> {
  return changeKeyFile(file, async (entries) => {
    const old = mustHave(entries, name);
    const revoked = new Date().toISOString();
    return {
      entries: entries.map((entry) => (old.includes(entry) ? { ...entry, revoked } : entry)),
      told: old.length,
    };
  });
}

/** Every key there is or was, and how it stands. */
export async function listKeys(file: string): Promise<(KeyTold & { is: string })[]> {
  const entries = await readKeyFile(file);
  return entries.map((entry) => ({ ...told(entry), is: standingOf(entry) }));
}

async function withNew(entries: KeyEntry[], name: string, role: Role, expires: string | undefined) {
  const key = createKey();
  const hash = await hashSecret(key.secret);
  const entry = { name, id: key.id, role, hash, created: new Date().toISOString(), ...(expires && { expires }) };
  return { entries: [...entries, entry], told: { ...told(entry), key: writeKey(key) } };
}

function told(entry: KeyEntry): KeyTold {
  const { hash: _, ...rest } = entry;
  return rest;
}

const validOf = (entries: readonly KeyEntry[], name: string) =>
  entries.filter((entry) => entry.name === name && standingOf(entry) === 'valid');

function mustHave(entries: readonly KeyEntry[], name: string): KeyEntry[] {
  const found = validOf(entries, name);
  if (found.length === 0) throw new Error(`${JSON.stringify(name)} has no valid key; keys list shows who has.`);
  return found;
}

const earlier = ({ expires }: KeyEntry, end: string): string =>
  expires !== undefined && Date.parse(expires) < Date.parse(end) ? expires : end;
