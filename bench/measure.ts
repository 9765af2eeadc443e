import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** One run of a child process to its end. */
export interface Measured {
  /** From before the process was made to its end. */
  seconds: number;
  /** The most memory it had resident, in MB (10^6 bytes); null where the system does not tell. */
  peakMegabytes: number | null;
  /** The exit code; null when a signal ended it. */
  code: number | null;
  /** The end of what it wrote; empty where that went to a file. */
  stdout: string;
  stderr: string;
}

const minutesAllowed = 60;
const tailLength = 4_000;

/**
 * Runs node with these arguments and settings, and with nothing else of this process' environment. What it prints goes
 * to `stdoutFile` when one is named. A process that runs for an hour is killed.
 */
export async function measure(
  args: string[],
  settings: Record<string, string>,
  stdoutFile?: string,
): Promise<Measured> {
  const stdout = stdoutFile ? openSync(stdoutFile, 'w') : 'pipe';
  const began = performance.now();
  const child = spawn(process.execPath, args, { env: childEnvironment(settings), stdio: ['ignore', stdout, 'pipe'] });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const peak = watchMemory(child);
  const output = { stdout: tailOf(child.stdout), stderr: tailOf(child.stderr) };
  const late = setTimeout(() => child.kill('SIGKILL'), minutesAllowed * 60_000);
  const [code] = await ended;
  const seconds = (performance.now() - began) / 1000;
  clearTimeout(late);
  if (typeof stdout === 'number') closeSync(stdout);
  return { seconds, peakMegabytes: peak(), code, stdout: output.stdout(), stderr: output.stderr() };
}

/** The settings of a child: what it is given, and what any process needs. */
export function childEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...settings };
}

/**
 * Watches the memory of a child until it ends, and gives back how to ask for the peak so far in MB. Linux keeps the
 * peak itself, so that a look every 20 ms misses at most what is taken in the last 20 ms. Elsewhere the answer is null.
 */
export function watchMemory(child: ChildProcess): () => number | null {
  let peak: number | null = null;
  const look = () => {
    try {
      const kibibytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      if (kibibytes) peak = (Number(kibibytes) * 1024) / 1e6;
    } catch {
      // It has ended, or this is not Linux.
    }
  };
  const timer = setInterval(look, 20);
  child.once('exit', () => clearInterval(timer)).once('error', () => clearInterval(timer));
  return () => peak;
}

/** Reads a stream to its end and gives back how to ask for the last of what came. */
export function tailOf(stream: NodeJS.ReadableStream | null): () => string {
  let tail = '';
  stream?.setEncoding('utf8').on('data', (text: string) => (tail = (tail + text).slice(-tailLength)));
  return () => tail;
}
