import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Message, Request, Say } from './request.ts';

/** Carries out a command and gives its exit code; `signal` aborts when nobody waits for it any longer. */
export type RunCommand = (request: Request, say: Say, signal: AbortSignal) => Promise<number>;

/** In bytes. */
const largestRequest = 1_000_000;
/** For how many milliseconds a command may write without a pause. */
const longestTurn = 10;

const requestSchema = z.object({ command: z.string(), arguments: z.record(z.string(), z.unknown()) });

/**
 * Reads the one request of a connection, runs it and writes the answer; never throws. Done when the command is, even
 * if its client has gone. When `closing` aborts, so does the command, and a connection without a request is hung up.
 */
export async function answer(socket: Socket, run: RunCommand, closing: AbortSignal): Promise<void> {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, closing]);
  // A client that ends its side has left: it reads no more, and the command may stop.
  socket.on('end', () => socket.destroy());
  socket.on('close', () => gone.abort(new Error('The client went away.')));
  // 'close' follows; an error that nobody listened for would end the server.
  socket.on('error', () => {});
  const send = sendTo(socket, signal);
  try {
    const request = await readRequest(socket, closing);
    const say: Say = {
      out: (line) => send({ out: line }),
      note: (line) => send({ note: line }),
      progress: (value) => send({ progress: value }),
    };
    void send({ exit: await run(request, say, signal) });
  } catch (error) {
    void send({ error: error instanceof Error ? error.message : String(error) });
  }
  socket.end();
}

/** Writes messages; each write waits while the client is behind, and is dropped when the client has gone. */
function sendTo(socket: Socket, signal: AbortSignal): (message: Message) => Promise<void> {
  let behind: Promise<void> | undefined;
  let lastTurn = performance.now();
  return async (message) => {
    if (!socket.writable || socket.write(`${JSON.stringify(message)}\n`)) {
      // A command that does nothing but write would keep all others, and its own signal, from their turn.
      if (performance.now() - lastTurn > longestTurn) await setImmediate().then(() => (lastTurn = performance.now()));
      return;
    }
    const caughtUp = () => (behind = undefined);
    // One listener for all that wait; it gives up with the signal.
    behind ??= once(socket, 'drain', { signal }).then(caughtUp, caughtUp);
    await behind;
  };
}

async function readRequest(socket: Socket, closing: AbortSignal): Promise<Request> {
  const hangUp = () => socket.destroy();
  closing.addEventListener('abort', hangUp);
  try {
    return parseRequest(await readLine(socket));
  } finally {
    closing.removeEventListener('abort', hangUp);
    // What else comes is read and thrown away: a socket that nobody reads does not tell that the client has left.
    socket.resume();
  }
}

async function readLine(socket: Socket): Promise<string> {
  socket.setEncoding('utf8');
  let text = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    text += chunk;
    const end = text.indexOf('\n');
    const line = end < 0 ? text : text.slice(0, end);
    if (Buffer.byteLength(line) > largestRequest) throw new Error(`A request is at most ${largestRequest} bytes long.`);
    if (end >= 0) return line;
  }
  throw new Error('The connection ended before the request did.');
}

function parseRequest(line: string): Request {
  try {
    return requestSchema.parse(JSON.parse(line));
  } catch (error) {
    const sample = line.length > 80 ? `${line.slice(0, 80)}…` : line;
    throw new Error(`This is not a request, {"command": …, "arguments": {…}} on one line of JSON: ${sample}`, {
      cause: error,
    });
  }
}
