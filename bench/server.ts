import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment, tailOf, watchMemory } from './measure.ts';

/** A server in a process of its own that answers. */
export interface Server {
  /** Its address, without a slash at the end. */
  url: string;
  /** From before the process was made until it was ready. */
  seconds: number;
  /** The most memory it has had so far, in MB (10^6 bytes); null where the system does not tell. */
  peakMegabytes(): number | null;
  stop(): Promise<void>;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
}

const secondsAllowed = 300;

/**
 * Starts a server with `node ...args` on a free port and returns when GET `ready` is answered with 200. It must print
 * its address and take the port from PORT. Throws with its last words when it does not become ready.
 */
export async function openServer(
  args: string[],
  settings: Record<string, string>,
  ready = '/health/ready',
): Promise<Server> {
  const began = performance.now();
  const secondsSince = () => (performance.now() - began) / 1000;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', ...args], {
    // The flag is that of `npm start`; one client is to show what the server can do for all of them.
    env: childEnvironment({ RATE_LIMIT: 'off', MAX_IN_FLIGHT: '10000', ...settings, PORT: '0' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const peakMegabytes = watchMemory(child);
  const [stdout, stderr] = [tailOf(child.stdout), tailOf(child.stderr)];
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill); // whoever ends a benchmark leaves no server behind
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const late = setTimeout(kill, 30_000);
    await ended;
    clearTimeout(late);
    process.off('exit', kill);
  };
  const ways = { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
  try {
    while (secondsSince() < secondsAllowed) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended before it was ready: ${stderr()}${stdout()}`);
      const port = /http:\/\/[^/\s:]+:(\d+)\//.exec(stdout())?.[1];
      const url = `http://127.0.0.1:${port}`;
      if (port && (await answers(url + ready))) return { url, seconds: secondsSince(), peakMegabytes, ...ways };
      await delay(10);
    }
    throw new Error(`the server was not ready after ${secondsAllowed} s: ${stderr()}${stdout()}`);
  } catch (error) {
    await ways.stop();
    throw error;
  }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  );
