import { spawn } from 'node:child_process';
import { afterEach } from 'vitest';
import { compiled } from './product.ts';

/** A program of this product in a process of its own. */
export interface Running {
  pid: number;
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  /** The exit code, once it has ended; null when a signal ended it. */
  ended: Promise<number | null>;
  /** The first match of a pattern in what it writes; fails when it ends before, with all it wrote. */
  writes(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
}

const running = new Set<Running>();

/** Starts a file of src, compiled, or any other program as it stands, with these settings and nothing else of this process' environment. */
export function run(file: string, args: string[], settings: Record<string, string>): Running {
  const { PATH, HOME } = process.env;
  const program = file.startsWith('src/') ? [compiled(file)] : ['--import', 'tsx', file];
  const child = spawn(process.execPath, [...program, ...args], { env: { PATH, HOME, ...settings } });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<number | null>((end) => {
    child.on('close', end);
  });
  const started: Running = {
    pid: child.pid!,
    output,
    ended,
    writes: (pattern) =>
      new Promise((found, failed) => {
        const look = () => {
          const match = pattern.exec(output.stdout);
          if (match) found(match);
        };
        look();
        child.stdout.on('data', look);
        void ended.then((code) => failed(new Error(`ended with ${code}\n${output.stdout}\n${output.stderr}`)));
      }),
    signal: (name) => child.kill(name),
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** Kills all that runs, as a crash would. */
export async function killAll(): Promise<void> {
  for (const { signal, ended } of running) {
    signal('SIGKILL');
    await ended;
  }
}

/** Ends what a test has left running; call it in the suite. */
export const endAfterEach = (): void => afterEach(killAll);
