import { open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { keyEntries, type KeyEntry } from './key-entry.ts';

/**
 * The keys of a file. Throws what is wrong with it, with `subject` in front, naming entry and field and never a value:
 * somebody may have written a key where its hash belongs.
 */
export async function readKeyFile(file: string, subject = file): Promise<KeyEntry[]> {
  const text = await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new Error(
      `${subject} ${code === 'ENOENT' ? 'is not there; keys create makes it' : `cannot be read: ${code}`}`,
    );
  });
  const parsed = keyEntries.safeParse(parse(text), { error: wordsFor });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const [place, field] = path;
  const where = place === undefined ? '' : ` entry ${Number(place) + 1}`;
  throw new Error(`${subject}${where}${field === undefined ? '' : ` ${String(field)}`} ${message}`);
}

/** The JSON of a text; undefined where it is none: the parser's own message would quote it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const wordsFor: z.core.$ZodErrorMap = ({ code, input }) => {
  if (code === 'unrecognized_keys') return 'has a field that no key has';
  return code === 'invalid_type' && input === undefined ? 'is missing' : undefined;
};

/**
 * Changes the file of keys: all of it or nothing, and one after another. `change` is given the keys as they are (none
 * where there is no file yet) and gives them as they shall be, besides what it wants told.
 */
export async function changeKeyFile<Told>(
  file: string,
  change: (entries: KeyEntry[]) => Promise<{ entries: KeyEntry[]; told: Told }>,
): Promise<Told> {
  const target = await realpath(file).catch(() => file); // a link goes on leading where it leads
  const coming = `${target}.new`;
  const handle = await openNew(coming);
  try {
    const before = await stat(target).catch(() => null);
    const { entries, told } = await change(before ? await readKeyFile(target) : []);
    // A file of the server's user stays that user's, also when root writes it.
    if (before && before.uid !== process.getuid?.()) await handle.chown(before.uid, before.gid);
    await handle.writeFile(`${JSON.stringify(entries, null, 2)}\n`);
    await handle.sync();
    await rename(coming, target);
    await syncFolder(dirname(target));
    return told;
  } catch (error) {
    await rm(coming, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** The file that will take the place of the old one; while it is there, nobody else writes. */
async function openNew(coming: string): Promise<FileHandle> {
  try {
    return await open(coming, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`Another command is writing ${coming}. If none runs, one was cut off: delete that file.`, {
      cause: error,
    });
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
