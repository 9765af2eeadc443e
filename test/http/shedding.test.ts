import { IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createTurnstile, itsTurn } from '../../src/http/turnstile.ts';
import { onEveryEngine } from '../engines.ts';
import { spend } from '../spend.ts';
import { smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

/** Asks the graph itself: no address is kept in memory. */
const query = '{ publication(url: "https://example.org/brief") { title } }';
const post = (url: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

onEveryEngine('a server that is asked for more than it can do at once', (engine) => {
  let served: Served | undefined;
  afterEach(() => served?.close());
  const open = async (inFlight: number) => {
    served = await serve(engine, smallCatalogue, undefined, undefined, {
      load: { inFlight, patience: Infinity },
      rate: null,
    });
    return served;
  };
  /** Waits until so many requests are being answered, this one not counted. */
  const untilInFlight = async (url: string, count: number) => {
    for (;;) {
      const text = await (await fetch(`${url}/metrics`)).text();
      if (Number(/^http_requests_in_flight (\d+)$/m.exec(text)![1]) === count + 1) return;
    }
  };

  it('sends the rest away at once, says when to come again, and goes on when there is room', async () => {
    const { url, holdReads } = await open(2);
    const release = holdReads();
    const waiting = [post(url), post(url)];
    await untilInFlight(url, 2);
    const shed = await post(url);
    expect([shed.status, shed.headers.get('retry-after'), await shed.json()]).toEqual([
      503,
      '1',
      { type: 'about:blank', status: 503, detail: expect.stringContaining('try again'), code: 'OVERLOADED' },
    ]);
    expect(shed.headers.get('access-control-allow-origin')).toBe('*');
    expect(shed.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/related?id=publication/brief`)).status).toBe(503);
    for (const path of ['/', '/publication/brief']) {
      const page = await fetch(url + path, { headers: { accept: 'text/html', 'accept-language': 'fr' } });
      expect([page.status, page.headers.get('retry-after'), page.headers.get('content-type')]).toEqual([503, '1', 'text/html; charset=utf-8']); // prettier-ignore
      expect(await page.text()).toContain('<a class="go" href="">Réessayer</a>');
    }
    release();
    for (const response of await Promise.all(waiting))
      expect(await response.json()).toMatchObject({ data: { publication: {} } });
    expect((await post(url)).status).toBe(200);
  });

  it('still says that it lives, and how it is', async () => {
    const { url, holdReads } = await open(1);
    const release = holdReads();
    const waiting = post(url);
    await untilInFlight(url, 1);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const metrics = await fetch(`${url}/metrics`);
    expect([metrics.status, (await post(url)).status]).toEqual([200, 503]);
    release();
    await waiting;
  });

  it('does not wait for the body of what it sends away', async () => {
    const { url, holdReads } = await open(1);
    const release = holdReads();
    const waiting = post(url);
    await untilInFlight(url, 1);
    const { port } = new URL(url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    release();
    await waiting;
  });

  it('lets those who send slowly, or leave, keep nobody else out', async () => {
    const { url } = await open(1);
    const { port } = new URL(url);
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{';
    const slow = Array.from({ length: 6 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}));
    for (const socket of slow) socket.write(head);
    await untilInFlight(url, 6);
    expect((await post(url)).status).toBe(200);
    for (const socket of slow) socket.destroy();
    await untilInFlight(url, 0);
    expect((await post(url)).status).toBe(200);
  });

  it('answers as many of a burst as it has room for', async () => {
    const { url } = await open(3);
    const { port } = new URL(url);
    const answers = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('data', (data) => (text += data.toString())).on('end', () => resolve(text));
      const one = 'GET /publication/brief?format=json HTTP/1.1\r\nhost: x\r\n';
      socket.write(`${`${one}\r\n`.repeat(9)}${one}connection: close\r\n\r\n`);
    });
    const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]);
    expect(statuses).toEqual([...Array<string>(3).fill('200'), ...Array<string>(7).fill('503')]);
  });
});

it('sends away who would wait too long, by what those before took, but lets a few wait in any case', async () => {
  const turnstile = createTurnstile({ inFlight: 100, patience: 20 });
  /** Lets so many come at once, each of whom takes 5 ms, and gives back how many were let in. */
  const burst = async (count: number) => {
    const answered = Array.from({ length: count }, async () => {
      const request = new IncomingMessage(new Socket());
      const leave = turnstile.enter(request);
      if (!leave) return 0;
      await itsTurn(request);
      spend(5);
      leave();
      return 1;
    });
    const letIn = (await Promise.all(answered)).reduce<number>((sum, one) => sum + one, 0);
    await nextTurn();
    return letIn;
  };
  const unknown = await burst(60);
  expect(unknown).toBeGreaterThan(17);
  expect(unknown).toBeLessThan(60);
  expect(await burst(60)).toBe(17); // the first, and the few who wait
});
