import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment, tailOf, watchMemory } from './measure.ts';

/** A server that was started until it was ready, and stopped again. */
export interface Started {
  /** From before the process was made until /health/ready answered 200. */
  seconds: number;
  peakMegabytes: number | null;
}

const secondsAllowed = 300;

/** Starts the server on a free port, waits until it is ready, and stops it. Throws when it does not become ready. */
export async function measureStart(server: string, settings: Record<string, string>): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [server], {
    env: childEnvironment({ ...settings, PORT: '0' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const peak = watchMemory(child);
  const [stdout, stderr] = [tailOf(child.stdout), tailOf(child.stderr)];
  try {
    while ((performance.now() - began) / 1000 < secondsAllowed) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended before it was ready: ${stderr()}${stdout()}`);
      const port = /http:\/\/[^/\s:]+:(\d+)\//.exec(stdout())?.[1];
      if (port && (await isReady(port))) {
        const seconds = (performance.now() - began) / 1000;
        return { seconds, peakMegabytes: peak() };
      }
      await delay(10);
    }
    throw new Error(`the server was not ready after ${secondsAllowed} s: ${stderr()}${stdout()}`);
  } finally {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(late);
  }
}

const isReady = (port: string) =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
