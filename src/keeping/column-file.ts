import type { FileHandle } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Column, Slice } from '../projection/parts.ts';

/** What stands before the bytes of a slice: what they are. */
interface Head extends Pick<Slice, 'name' | 'length'> {
  /** Values as `node:v8` writes them, or numbers as they lie in memory. */
  of: 'values' | keyof typeof numbers;
}
const numbers = { Uint32Array, Uint16Array };

/** Before each head: its length, that of what follows it, and the CRC-32 of both. */
const prefixLength = 12;

/** Writes a slice behind what is in the file. */
export async function writeSlice(file: FileHandle, { values, ...what }: Slice): Promise<void> {
  const isList = Array.isArray(values);
  const { buffer, byteOffset, byteLength } = isList ? serialize(values) : (values as Uint32Array);
  const of = isList ? 'values' : (values.constructor.name as keyof typeof numbers);
  const head = Buffer.from(JSON.stringify({ ...what, of } satisfies Head));
  const bytes = Buffer.concat([Buffer.alloc(prefixLength), head, Buffer.from(buffer, byteOffset, byteLength)]);
  bytes.writeUInt32LE(head.length);
  bytes.writeUInt32LE(byteLength, 4);
  bytes.writeUInt32LE(sumOf(head, bytes.subarray(prefixLength + head.length)), 8);
  await file.writeFile(bytes);
}

/** Reads slices into their columns one after the other; yields the name of each. Throws where the file is damaged. */
export async function* readSlices(file: FileHandle, columns: Map<string, Column>): AsyncGenerator<string> {
  const { size } = await file.stat();
  const filled = new Map<string, number>(); // bytes of columns of numbers
  for (let at = 0; at < size;) {
    const prefix = await readAt(file, at, Buffer.alloc(Math.min(prefixLength, size - at)));
    if (prefix.length < prefixLength) throw new Error('it is shorter than it says.');
    const [headLength, length, sum] = [prefix.readUInt32LE(), prefix.readUInt32LE(4), prefix.readUInt32LE(8)];
    at += prefixLength;
    if (at + headLength + length > size) throw new Error('it is shorter than it says.');
    const head = await readAt(file, at, Buffer.alloc(headLength));
    const { name, of, length: inAll } = parse(head);
    const bytes = of === 'values' ? Buffer.allocUnsafeSlow(length) : roomFor(name, numbers[of], inAll!, length);
    await readAt(file, at + headLength, bytes);
    if (sumOf(head, bytes) !== sum) throw changed();
    if (of === 'values') add(name, deserialize(bytes) as unknown[]);
    yield name;
    at += headLength + length;
  }

  /** Where the next bytes of a column belong. */
  function roomFor(name: string, Numbers: (typeof numbers)[keyof typeof numbers], inAll: number, length: number) {
    const from = filled.get(name) ?? 0;
    if ((from + length) / Numbers.BYTES_PER_ELEMENT > inAll || inAll > size) throw changed();
    if (!columns.has(name)) columns.set(name, new Numbers(inAll));
    filled.set(name, from + length);
    return Buffer.from((columns.get(name) as Uint32Array).buffer, from, length);
  }
  function add(name: string, values: unknown[]) {
    const column = columns.get(name) as unknown[] | undefined;
    if (!column) columns.set(name, values);
    else for (const value of values) column.push(value);
  }
}

/** The head comes last: a CRC that goes on with no bytes begins anew. */
const sumOf = (head: Buffer, bytes: Buffer) => crc32(head, crc32(bytes));

const changed = () => new Error('its bytes are not those that were written.');

function parse(head: Buffer): Head {
  try {
    return JSON.parse(head.toString()) as Head;
  } catch {
    throw changed();
  }
}

async function readAt(file: FileHandle, at: number, bytes: Buffer): Promise<Buffer> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) throw new Error('it ends too early.');
    done += bytesRead;
  }
  return bytes;
}
