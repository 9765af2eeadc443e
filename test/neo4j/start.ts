import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fetchNeo4j, java, missingForNeo4j, neo4jVersion } from './fetch.ts';

export { fetchNeo4j, missingForNeo4j };

const program = join(dirname(fileURLToPath(import.meta.url)), 'Start.java');
const secondsToStart = 120;
const secondsToStop = 30;

// What Neo4j's own starter opens for it.
const opened = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/**
 * Starts a real Neo4j on this machine, on 127.0.0.1 and without authentication, and returns when it answers: after
 * 10 to 15 s when the jars are there. Port 0 takes a free one. Without a home the data live in a temporary folder that
 * `stop` deletes. Neo4j also stops by itself when this process ends, however it ends. Its heap is 1 GB unless
 * `heap` or NEO4J_HEAP gives another size in java's words (4g). `settings` are those of Neo4j's configuration file; with
 * `dbms.security.auth_enabled` the password of neo4j is neo4j until it is changed. `kill` ends it as a crash would.
 *
 * @example const neo4j = await startNeo4j({ port: 0 });
 */
export async function startNeo4j({
  port = 0,
  home,
  heap = process.env.NEO4J_HEAP || '1g',
  settings = {},
}: { port?: number; home?: string; heap?: string; settings?: Record<string, string> } = {}): Promise<{
  url: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}> {
  const jars = await fetchNeo4j();
  const folder = home ?? mkdtempSync(join(tmpdir(), 'common-thread-neo4j-'));
  const options = [`-Xmx${heap}`, '-XX:+ExitOnOutOfMemoryError', '--enable-native-access=ALL-UNNAMED', ...opened];
  const command = [...options, '-cp', join(jars, '*'), program, resolve(folder), String(port), '--stop-with-stdin'];
  for (const [name, value] of Object.entries(settings)) command.push(`${name}=${value}`);
  // Detached, so that Ctrl-C reaches this process alone, which then stops Neo4j after its own work.
  const server = spawn(java, command, { detached: true });

  let output = '';
  let stopping = false;
  const ended = new Promise<string>((end) => {
    server.on('error', (problem) => end(problem.message));
    server.on('close', (code, signal) => end(signal ?? `exit code ${code}`));
  });
  const ready = new Promise<string>((answer) => {
    const read = (text: string) => {
      output = (output + text).slice(-20_000);
      const url = /^ready (bolt:\S+)$/m.exec(output)?.[1];
      if (url) answer(url);
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
  });
  const stop = async () => {
    stopping = true;
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), secondsToStop * 1000);
    await ended;
    clearTimeout(late);
    if (!home) rmSync(folder, { recursive: true, force: true });
  };
  const kill = async () => {
    stopping = true;
    server.kill('SIGKILL');
    await ended;
  };

  const timeout = new AbortController();
  const problem = await Promise.race([
    ready.then(() => null),
    ended.then((how) => `ended before it was ready (${how})`),
    delay(secondsToStart * 1000, `did not answer within ${secondsToStart} s`, { signal: timeout.signal }),
  ]);
  timeout.abort();
  if (problem) {
    await stop();
    throw new Error(
      `Neo4j ${neo4jVersion} on port ${port} with home ${folder} ${problem}. Its last output:\n${withoutStack(output)}`,
    );
  }
  void ended.then((how) => {
    if (!stopping)
      console.error(`Neo4j on ${folder} ended unasked (${how}). Its last output:\n${withoutStack(output)}`);
  });
  return { url: await ready, stop, kill };
}

const withoutStack = (output: string) => output.replace(/^\s+(at|\.\.\.) .*\n?/gm, '').trim();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = missingForNeo4j();
  if (missing) throw new Error(missing);
  const neo4j = await startNeo4j({ port: Number(process.argv[2] ?? 7687), home: process.argv[3] ?? 'data/neo4j' });
  console.log(`Neo4j ${neo4jVersion} answers. In another terminal: GRAPH_URL=${neo4j.url} npm start\nCtrl-C stops it.`);
  // Not once: Ctrl-C arrives twice, from the terminal and from npm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void neo4j.stop());
}
