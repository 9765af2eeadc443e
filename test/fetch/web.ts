import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach } from 'vitest';

/** A server on 127.0.0.1 that stands for the web. */
export interface Web {
  port: number;
  /** The address of a path, on a host of any name in `.test`, or on 127.0.0.1. */
  url(path: string, host?: string): string;
  /** What was asked, such as `HEAD a.test /page`, in order; without the requests for robots.txt. */
  asked: string[];
  /** Options under which nothing but this server can be reached: hosts in `.test` are on it, others do not exist. */
  options: {
    contact: string;
    pause: number;
    allowAddress: (ip: string, port: number) => boolean;
    lookup: LookupFunction;
  };
}

const open: (() => Promise<unknown>)[] = [];

/** Serves pages by path until the test is over; other paths answer 404, and so does robots.txt unless it is given. */
export async function serveWeb(pages: Record<string, RequestListener> = {}): Promise<Web> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url!, 'http://any.test');
    const host = request.headers.host!.split(':')[0];
    if (pathname !== '/robots.txt') asked.push(`${request.method} ${host} ${request.url}`);
    const page = pages[`${host}${pathname}`] ?? pages[pathname] ?? answer(404);
    page(request, response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  open.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => {
      server.close(closed);
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    asked,
    options: {
      contact: 'https://common-thread.test/about',
      pause: 0,
      allowAddress: (ip, asked) => ip === '127.0.0.1' && asked === port,
      lookup: lookupIn((host) => (host.endsWith('.test') ? '127.0.0.1' : null)),
    },
  };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A page that answers with this status and headers, and a short text. */
export const answer =
  (status: number, headers: Record<string, string | string[]> = {}, body = 'text'): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

/** A resolver that knows these names; null stands for a name that does not exist. */
export const lookupIn =
  (addressOf: (host: string) => string | null): LookupFunction =>
  (host, { all }, callback) => {
    const address = addressOf(host);
    if (address === null) callback(Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' }), '', 0);
    else if (all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };

/** All that an async iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
