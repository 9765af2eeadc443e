import { describe, expect, it } from 'vitest';
import { checkLinks } from '../../src/fetch/check-links.ts';
import { workByHost } from '../../src/fetch/hosts.ts';
import { answer, collect, serveWeb, type Web } from './web.ts';

const copy = 'https://web.archive.org/web/2015/gone';
const archived = answer(200, {}, JSON.stringify({ archived_snapshots: { closest: { available: true, url: copy } } }));
const optionsOf = (web: Web) => ({ ...web.options, archive: web.url('/available', 'archive.test') });

describe('checking links', () => {
  it('gives each address its result, and an archived copy to the dead alone', async () => {
    const web = await serveWeb({ '/page': answer(200), 'archive.test/available': archived });
    const urls = [web.url('/page', 'a.test'), web.url('/gone', 'b.test'), 'nonsense', 'http://127.0.0.2/'];
    const found = await collect(checkLinks(urls, optionsOf(web)));
    const byUrl = Object.fromEntries(found.map(({ url, status, archived }) => [url, { status, archived }]));
    expect(byUrl).toEqual({
      [urls[0]!]: { status: 'alive' },
      [urls[1]!]: { status: 'dead', archived: copy },
      [urls[2]!]: { status: 'refused' },
      [urls[3]!]: { status: 'refused' },
    });
    expect(web.asked.filter((line) => line.includes('archive.test'))).toHaveLength(1);
  });

  it('looks for no archived copy where none is wanted', async () => {
    const web = await serveWeb();
    const [found] = await collect(checkLinks([web.url('/gone')], { ...optionsOf(web), findArchived: false }));
    expect(found).toMatchObject({ status: 'dead' });
    expect(web.asked.filter((line) => line.includes('archive.test'))).toEqual([]);
  });

  it('asks an address once, however often it comes', async () => {
    const web = await serveWeb({ '/page': answer(200) });
    const url = web.url('/page', 'a.test');
    const found = await collect(checkLinks([url, url, `${url}#a`, url], optionsOf(web)));
    expect(found.map((link) => link.url).sort()).toEqual([url, `${url}#a`]);
    expect(web.asked).toHaveLength(1);
  });

  it('asks several hosts at once, each one thing at a time', async () => {
    const now = new Map<string, number>();
    const most = new Map<string, number>();
    let hostsAtOnce = 0;
    let arrived = 0;
    const waiting: (() => void)[] = [];
    const web = await serveWeb({
      '/page': (request, response) => {
        const host = request.headers.host!;
        now.set(host, (now.get(host) ?? 0) + 1);
        most.set(host, Math.max(most.get(host) ?? 0, now.get(host)!));
        hostsAtOnce = Math.max(hostsAtOnce, [...now.values()].filter((count) => count > 0).length);
        const finish = () => {
          now.set(host, now.get(host)! - 1);
          answer(200)(request, response);
        };
        // The first three wait for each other: only hosts that are asked at once get through.
        if (++arrived > 3) return finish();
        waiting.push(finish);
        if (arrived === 3) waiting.forEach((go) => go());
      },
    });
    const urls = ['a.test', 'b.test', 'c.test'].flatMap((host) => [1, 2, 3].map((n) => web.url(`/page?${n}`, host)));
    const found = await collect(checkLinks(urls, { ...optionsOf(web), hosts: 3 }));
    expect(found.map(({ status }) => status)).toEqual(urls.map(() => 'alive'));
    expect([...most.values()]).toEqual([1, 1, 1]);
    expect(hostsAtOnce).toBe(3);
  });

  it('stops at once when the signal is aborted, with its reason', async () => {
    const stop = new AbortController();
    const web = await serveWeb({ '/page': () => stop.abort(new Error('enough')) });
    const urls = [web.url('/page', 'a.test'), web.url('/page', 'b.test')];
    await expect(collect(checkLinks(urls, { ...optionsOf(web), signal: stop.signal }))).rejects.toThrow('enough');
    const again = checkLinks(urls, { ...optionsOf(web), signal: stop.signal });
    await expect(collect(again)).rejects.toThrow('enough');
  });

  it('stops while a host has its pause and while the source keeps us waiting', async () => {
    const web = await serveWeb({ '/page': answer(200) });
    const stop = new AbortController();
    async function* endless() {
      yield web.url('/page', 'a.test');
      yield web.url('/page?2', 'a.test');
      await new Promise(() => {});
    }
    const links = checkLinks(endless(), { ...optionsOf(web), pause: 300, signal: stop.signal });
    await links.next();
    stop.abort(new Error('enough'));
    await expect(links.next()).rejects.toThrow('enough');
  });

  it('drops what is under way when its consumer stops', async () => {
    let dropped!: () => void;
    const drop = new Promise<void>((resolve) => {
      dropped = resolve;
    });
    const web = await serveWeb({
      'a.test/page': answer(200),
      'slow.test/page': (_, response) => void response.on('close', dropped),
    });
    for await (const { status } of checkLinks(
      [web.url('/page', 'slow.test'), web.url('/page', 'a.test')],
      optionsOf(web),
    )) {
      expect(status).toBe('alive');
      break;
    }
    await drop;
  });

  it('throws what the source of the addresses throws', async () => {
    const web = await serveWeb();
    async function* broken() {
      yield web.url('/page');
      throw new Error('the source broke');
    }
    await expect(collect(checkLinks(broken(), optionsOf(web)))).rejects.toThrow('the source broke');
  });
});

describe('working by host', () => {
  it('holds no more of the source than it may read ahead', async () => {
    let read = 0;
    let done = 0;
    let mostHeld = 0;
    function* source() {
      for (let n = 0; n < 500; n++) {
        read++;
        yield n;
      }
    }
    const results = workByHost(
      source(),
      (n) => `host ${n % 3}`,
      async (n) => {
        mostHeld = Math.max(mostHeld, read - done);
        await new Promise((soon) => {
          setImmediate(soon);
        });
        done++;
        return n;
      },
      { hosts: 2, readAhead: 10 },
    );
    expect((await collect(results)).sort((a, b) => a - b)).toEqual([...Array(500).keys()]);
    expect(mostHeld).toBeLessThanOrEqual(10 + 2 + 1);
  });
});
