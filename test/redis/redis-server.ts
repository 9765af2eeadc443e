import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why there is no Redis to test with, or null. */
export const noRedis =
  spawnSync('redis-server', ['--version']).status === 0 ? null : 'redis-server is not installed (Debian: redis-server)';

/** A Redis of its own, on a port that stays the same when it is stopped and started. */
export interface RedisServer {
  url: string;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  stop(): Promise<void>;
  /** Lets it hang, its connections open, or go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Ends it for good. */
  close(): Promise<void>;
}

export async function prepareRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-redis-'));
  let child: ReturnType<typeof spawn> | null = null;
  const stop = async () => {
    child?.kill('SIGKILL');
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'close');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
      for await (const line of child.stdout!) if (String(line).includes('Ready to accept connections')) break;
    },
    stop,
    signal: (name) => void child!.kill(name),
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
