import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What stands between the product and a database and does, when told to, what networks do. */
export interface Proxy {
  /** The address of the database through this. */
  url: string;
  /** Connections to it that are open now. */
  open(): number;
  /** Connections it has taken since it was made. */
  taken(): number;
  /** Times that `cutAt` and `cutBehind` have cut something. */
  cuts(): number;
  /** Nobody is there: connections are reset, new ones refused; until `appear`. */
  vanish(): Promise<void>;
  appear(): Promise<void>;
  /** Takes connections and bytes, and gives nothing on, in both directions; until `thaw`. What came meanwhile is lost. */
  freeze(): void;
  thaw(): void;
  /** Resets all connections that are open. */
  reset(): void;
  /** Each byte of the database comes so many milliseconds late, at most so many bytes at once; 0 and Infinity end it. */
  slow(milliseconds: number, slice?: number): void;
  /** Of the next answers of the database that hold this text half is given on; then their connection ends. */
  cutAt(text: string, times?: number): void;
  /** The same of what the product says to the database, once the database has got it. */
  cutBehind(text: string, times?: number): void;
  /** In what the database says one text stands for another of the same length wherever it occurs. */
  replace(text: string, by: string): void;
  /** The last of what the product has said to the database. */
  said(): string;
  close(): Promise<void>;
}

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let [frozen, late, largest, taken, cuts] = [false, 0, Infinity, 0, 0];
  let [cutAt, cutBehind] = [
    { text: '', times: 0 },
    { text: '', times: 0 },
  ];
  let replaced: [string, string] | null = null;
  let said = '';

  const strikes = (trigger: typeof cutAt, data: Buffer) => {
    if (trigger.times === 0 || !data.includes(trigger.text, 0, 'latin1')) return false;
    trigger.times--;
    cuts++;
    return true;
  };
  const server = createServer((near) => {
    taken++;
    const far = connect(Number(port), hostname);
    const both = [near, far];
    const cut = () => both.forEach((socket) => socket.resetAndDestroy());
    for (const socket of both) {
      sockets.add(socket.setNoDelay());
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          both.forEach((other) => other.destroy());
        });
    }
    near.on('data', (data) => {
      if (frozen) return;
      said = (said + data.toString('latin1')).slice(-10_000);
      const isLast = strikes(cutBehind, data);
      far.write(data);
      // The database gets it; what it says to that is lost with the connection.
      if (isLast) setTimeout(cut, 300).unref();
      if (isLast) far.removeAllListeners('data').resume();
    });
    let turn = Promise.resolve();
    far.on('data', (data: Buffer) => {
      if (frozen) return;
      if (strikes(cutAt, data)) return void near.write(data.subarray(0, data.length / 2), () => near.destroy());
      const text = replaced ? Buffer.from(data.toString('latin1').replaceAll(...replaced), 'latin1') : data;
      if (late === 0) return void near.write(text);
      turn = turn.then(async () => {
        for (let start = 0; start < text.length; start += largest) {
          await pause(late);
          if (!frozen && !near.destroyed) near.write(text.subarray(start, Math.min(text.length, start + largest)));
        }
      });
    });
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const reset = () => sockets.forEach((socket) => socket.resetAndDestroy());
  const vanish = async () => {
    if (!server.listening) return;
    const closed = new Promise((done) => server.close(done));
    reset();
    await closed;
  };
  return {
    url: `bolt://127.0.0.1:${own}`,
    open: () => sockets.size / 2,
    taken: () => taken,
    cuts: () => cuts,
    vanish,
    async appear() {
      if (!server.listening) await listen(own);
    },
    freeze: () => void (frozen = true),
    thaw: () => void (frozen = false),
    reset,
    slow(milliseconds, slice = Infinity) {
      [late, largest] = [milliseconds, slice];
    },
    cutAt: (text, times = 1) => void (cutAt = { text, times }),
    cutBehind: (text, times = 1) => void (cutBehind = { text, times }),
    replace: (text, by) => void (replaced = [text, by]),
    said: () => said,
    close: vanish,
  };
}
