import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In bytes. An address holds 103 on macOS and 107 on Linux; three are for the longer name a socket is made under. */
const longestPath = 100;

/**
 * Where the server of a folder listens: `server.sock` in it, or a socket in the temporary folder when that path is too
 * long for one. Throws when there is no such folder, or when the place in the temporary folder is not safe.
 */
export async function socketOf(folder: string): Promise<string> {
  // The real path, so that server and command meet whichever way each of them names the folder.
  const real = await realpath(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  // Nobody has tried this on Windows yet.
  if (process.platform === 'win32') return `\\\\.\\pipe\\common-thread-${hash}`;
  const within = join(real, 'server.sock');
  if (Buffer.byteLength(within) <= longestPath) return within;
  const elsewhere = join(await ownTemporaryFolder(), `${hash}.sock`);
  if (Buffer.byteLength(elsewhere) <= longestPath) return elsewhere;
  throw new Error(`${within} and ${elsewhere} are both too long for a socket. Set TMPDIR to a shorter path.`);
}

/** A connection to the server of a folder; null when nobody listens there. */
export async function connectTo(folder: string): Promise<Socket | null> {
  try {
    const socket = createConnection(await socketOf(folder));
    // Whoever reads the socket meets the error there; one that nobody listened for would end the process.
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw new Error(`The server that holds ${folder} cannot be reached: ${message}`, { cause: error });
  }
}

/** Everybody may write to the temporary folder, so another user could have put something at this name before us. */
async function ownTemporaryFolder(): Promise<string> {
  const user = process.getuid!();
  const folder = join(tmpdir(), `common-thread-${user}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0) return folder;
  throw new Error(`${folder} is not a folder that only this user can open. Remove it, or set TMPDIR to another place.`);
}
