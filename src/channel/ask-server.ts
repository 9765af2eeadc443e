import type { Socket } from 'node:net';
import type { Message, Request, Say } from './request.ts';
import { connectTo } from './socket.ts';

/**
 * Has the server that holds `folder` carry out a command, passes on what it says, and gives the command's exit code;
 * null when no server listens. Throws the server's error, the reason of `signal`, or that the server went away.
 */
export async function askServer(
  folder: string,
  request: Request,
  say: Say,
  signal?: AbortSignal,
): Promise<number | null> {
  signal?.throwIfAborted();
  const socket = await connectTo(folder);
  if (!socket) return null;
  const leave = () => socket.destroy();
  signal?.addEventListener('abort', leave);
  try {
    if (signal?.aborted) leave();
    else socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of linesOf(socket)) {
      // The server goes on only as fast as this is taken off its hands: nothing is read while `say` waits.
      const message = JSON.parse(line) as Message;
      if ('out' in message) await say.out(message.out);
      else if ('note' in message) await say.note(message.note);
      else if ('progress' in message) await say.progress(message.progress);
      else if ('exit' in message) return message.exit;
      else if ('error' in message) throw new Error(message.error);
    }
    signal?.throwIfAborted();
    throw new Error(
      `The server that holds ${folder} went away before it had answered; ` +
        `look at its state before you run this again: ${request.command}`,
    );
  } finally {
    signal?.removeEventListener('abort', leave);
    leave();
  }
}

/** The whole lines that arrive, until the connection ends or breaks: both mean that the other side is gone. */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  // This also joins a character whose bytes arrive in two chunks.
  socket.setEncoding('utf8');
  let begun = '';
  try {
    for await (const chunk of socket as AsyncIterable<string>) {
      // Only the new chunk is searched: a line may come in thousands of them.
      const [first, ...others] = chunk.split('\n') as [string, ...string[]];
      begun += first;
      for (const next of others) {
        yield begun;
        begun = next;
      }
    }
  } catch {
    return;
  }
}
