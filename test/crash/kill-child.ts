import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { Task } from './child.ts';

/** When a child is killed: so many milliseconds after it has written so many lines, of which the first says `open`. */
export interface Moment {
  lines: number;
  milliseconds: number;
}

/** What is done before the child is killed, of which it may end by itself; told its process id. */
export type Strike = (child: number) => Promise<void>;

/** A process that has loaded its program and waits for its task. */
function startChild(program: string, settings: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...settings } });
  const output = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  const ended = new Promise<string | number | null>((end) => child.on('close', (code, signal) => end(signal ?? code)));
  return { child, output, ended };
}

/**
 * Gives a function that has a child do its task, kills it at a moment, and tells how many steps have been acknowledged
 * in all; it throws when the child ended by itself, with what it said. The next child loads its program meanwhile.
 */
export function childrenOf(
  program: string,
  settings: NodeJS.ProcessEnv = {},
): (task: Task, moment: Moment, strike?: Strike) => Promise<number> {
  let next = startChild(program, settings);
  afterAll(() => next.child.kill('SIGKILL'));
  return async (task, { lines, milliseconds }, strike) => {
    const { child, output, ended } = next;
    const enough = new Promise<void>((reached) => {
      const look = () => output.stdout.split('\n').length > lines && reached();
      child.stdout.on('data', look);
      look();
    });
    child.stdin.end(JSON.stringify(task));
    await Promise.race([enough, ended]);
    await delay(milliseconds);
    await strike?.(child.pid!);
    child.kill('SIGKILL');
    const how = await ended;
    if (how !== 'SIGKILL' && !strike) throw new Error(`The child ended by itself (${how}):\n${output.stderr}`);
    next = startChild(program, settings);
    return task.first + [...output.stdout.matchAll(/^done \d+\n/gm)].length;
  };
}
