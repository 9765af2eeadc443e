import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program that shares requests out among servers. */
export interface SharedOut {
  url: string;
  close(): void;
}

/** Milliseconds between two looks at who is ready. */
const lookEvery = 500;

/** Gives each request to the next of the servers that say that they are ready, as it finds out twice a second. */
export async function shareOut(ports: readonly number[]): Promise<SharedOut> {
  const ready = new Set<number>();
  const agent = new Agent({ keepAlive: true });
  const look = async () => {
    for (const port of ports) {
      const { ok } = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => ({ ok: false }));
      ready[ok ? 'add' : 'delete'](port);
    }
  };
  await look();
  const looking = setInterval(() => void look(), lookEvery);
  let turn = 0;
  const server = createServer((near, answer) => {
    const port = [...ready][turn++ % ready.size];
    if (port === undefined) return void answer.writeHead(502).end();
    const said = near.headers['x-forwarded-for'];
    const headers = { ...near.headers, 'x-forwarded-for': [said ?? [], near.socket.remoteAddress].flat().join(', ') };
    const far = request({ port, host: '127.0.0.1', agent, path: near.url, method: near.method, headers });
    far.on('response', (response: IncomingMessage) => {
      const { connection: _, 'keep-alive': __, ...kept } = response.headers; // those two are between it and us
      answer.writeHead(response.statusCode!, kept);
      response.pipe(answer).on('error', () => {});
      response.on('error', () => answer.destroy());
    });
    far.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    near.pipe(far);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      clearInterval(looking);
      agent.destroy();
      server.close().closeAllConnections();
    },
  };
}
