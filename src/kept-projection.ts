import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Projection } from './projection/projection.ts';
import { partsOf, projectionOf } from './projection/parts.ts';

/** A projection, and what tells which graph it is of and how far it goes. */
export interface KeptProjection {
  projection: Projection;
  epoch: string;
  /** A digest of the last write that it knows of: of another graph that is another one. */
  lastWrite: string;
}

/** Before each part: how many bytes it has, and their CRC-32. */
const prefixLength = 12;

/** Puts a projection into a file that only its owner can read, for the process that comes next. It is whole or not there. */
export async function keepProjection(file: string, { projection, epoch, lastWrite }: KeptProjection): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await writePart(handle, { code: await codeDigest(), epoch, lastWrite });
    for (const part of partsOf(projection)) await writePart(handle, part);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

async function writePart(handle: FileHandle, part: unknown): Promise<void> {
  const bytes = serialize(part);
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeBigUInt64LE(BigInt(bytes.length));
  prefix.writeUInt32LE(crc32(bytes), 8);
  await handle.writeFile(prefix);
  await handle.writeFile(bytes);
}

/**
 * The projection in a file, which is deleted: what it holds goes on only in the process that took it. Null where there is
 * no file, or one that another version of this program wrote; throws where it is damaged.
 */
export async function takeProjection(file: string): Promise<KeptProjection | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const { code, epoch, lastWrite } = (await readPart(handle)) as Omit<KeptProjection, 'projection'> & {
      code: string;
    };
    if (code !== (await codeDigest())) return null;
    return { projection: await projectionOf(() => readPart(handle)), epoch, lastWrite };
  } catch (error) {
    throw new Error(`${file} is damaged: ${(error as Error).message}`, { cause: error });
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

async function readPart(handle: FileHandle): Promise<unknown> {
  const prefix = await readBytes(handle, prefixLength);
  const bytes = await readBytes(handle, Number(prefix.readBigUInt64LE()));
  if (crc32(bytes) !== prefix.readUInt32LE(8)) throw new Error('its bytes are not those that were written.');
  return deserialize(bytes);
}

async function readBytes(handle: FileHandle, length: number): Promise<Buffer> {
  const { size } = await handle.stat();
  if (length > size) throw new Error('it is shorter than it says.');
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let read = 0; read < length;) {
    const { bytesRead } = await handle.read(bytes, read, length - read);
    if (bytesRead === 0) throw new Error('it ends too early.');
    read += bytesRead;
  }
  return bytes;
}

/** A digest of all that makes a projection of a graph: what other code made is not believed. */
async function codeDigest(): Promise<string> {
  const hash = createHash('sha256');
  const own = import.meta.dirname;
  const files = ['projection', 'graph', '.'].map(async (folder) =>
    (await readdir(join(own, folder))).filter((name) => /\.[jt]s$/.test(name)).map((name) => join(own, folder, name)),
  );
  for (const file of (await Promise.all(files)).flat().sort()) hash.update(await readFile(file));
  return hash.update(await readFile(join(own, '../package.json'))).digest('hex');
}
