import { once } from 'node:events';
import { chmod, lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { answer, type RunCommand } from './answer.ts';
import { connectTo, socketOf } from './socket.ts';

/** How long a client may take to read the end of its answer when the server stops. */
const lastWords = 1000;

/**
 * Carries out the commands that this user sends to the server of `folder`, each with `run`, several at a time. Called
 * by the process that holds the graph. Throws when another server answers there.
 * `close` tells the commands that run to stop (by their signal), waits for each, and takes the socket away.
 */
export async function serveCommands(folder: string, run: RunCommand): Promise<{ close(): Promise<void> }> {
  const path = await socketOf(folder);
  const other = await connectTo(folder);
  if (other) {
    other.destroy();
    throw new Error(`Another server answers on ${path}. Stop that one first.`);
  }
  const closing = new AbortController();
  const [sockets, answers] = [new Set<Socket>(), new Set<Promise<void>>()];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const answering = answer(socket, run, closing.signal).finally(() => answers.delete(answering));
    answers.add(answering);
  });
  await listen(server, path);
  return {
    async close() {
      // While it still listens: afterwards the socket at this path could be that of the next server.
      // One that a disk does not let go is dead, as that of a killed server.
      if (process.platform !== 'win32') await rm(path, { force: true }).catch(() => {});
      const closed = once(server, 'close');
      server.close();
      closing.abort(new Error('The server is stopping.'));
      await Promise.all(answers);
      const hangUp = setTimeout(() => sockets.forEach((socket) => socket.destroy()), lastWords);
      await closed;
      clearTimeout(hangUp);
    },
  };
}

/**
 * Listens at `path`, in the place of a socket that a killed server left there. What keeps other users out is the mode
 * of the socket, 0600, and until it has that mode, the folder it is made in, which is 0700.
 * Two servers cannot get here at once, for only one can hold the graph; so what is replaced is known to be dead.
 */
async function listen(server: Server, path: string): Promise<void> {
  if (process.platform === 'win32') {
    await once(server.listen(path), 'listening');
    return;
  }
  const found = await lstat(path).catch(() => undefined);
  if (found && !found.isSocket()) throw new Error(`${path} is needed for a socket, and something else is there.`);
  const cradle = await mkdtemp(join(dirname(path), '.sock-'));
  try {
    const made = join(cradle, 's');
    await once(server.listen(made), 'listening');
    await chmod(made, 0o600);
    await rename(made, path);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    await rm(cradle, { recursive: true, force: true });
  }
}
