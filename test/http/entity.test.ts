import { afterAll, beforeAll, expect, it } from 'vitest';
import { merge, withdraw } from '../../src/graph/retire.ts';
import { beginRestore, endRestore } from '../../src/graph/snapshot.ts';
import { onEveryEngine } from '../engines.ts';
import { act, publication, save, smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';

onEveryEngine('ids and the feed over HTTP', (engine) => {
  let served: Served;
  const get = (path: string, headers = {}) => fetch(`${served.url}${path}`, { redirect: 'manual', headers });
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
    const { store } = served.catalogue;
    await merge(store, act, 'publication/chains', 'publication/chains-2');
    await withdraw(store, { ...act, reason: 'its author asked us to' }, 'publication/asylum');
    await save(store, [
      publication('news', { title: 'News & more', summary: 'What it says.', themes: ['theme/asylum'] }),
    ]);
    await served.catalogue.refresh();
  });
  afterAll(() => served.close());

  it('gives the records behind an id, for caches to keep', async () => {
    const response = await get('/organisation/astra');
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(await response.json()).toMatchObject({
      id: 'organisation/astra',
      revision: 1,
      records: [{ name: 'ASTRA' }],
    });
    const again = await get('/organisation/astra', { 'if-none-match': response.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('leads a merged id to what it was merged into, also in the related list', async () => {
    const merged = await get('/publication/chains');
    expect([merged.status, merged.headers.get('location')]).toEqual([301, '/publication/chains-2']);
    const related = await get('/related?id=publication/chains&first=2');
    expect([related.status, related.headers.get('location')]).toEqual([
      301,
      '/related?id=publication%2Fchains-2&first=2',
    ]);
    expect((await fetch(`${served.url}/related?id=publication/chains&first=2`)).status).toBe(200);
  });

  it('answers 410 with the reason for a withdrawn id, 404 for one that never was', async () => {
    for (const path of ['/publication/asylum', '/related?id=publication/asylum']) {
      const gone = await get(path);
      expect([gone.status, gone.headers.get('content-type')]).toEqual([410, 'application/problem+json']);
      expect(await gone.json()).toMatchObject({ detail: 'publication/asylum was withdrawn: its author asked us to' });
    }
    expect((await get('/publication/never')).status).toBe(404);
    expect((await get('/nothing/at-all')).status).toBe(404);
  });

  it('tells in the feed what is new, the last first, each publication once', async () => {
    const response = await get('/feed.atom');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const feed = await response.text();
    const ids = [...feed.matchAll(/<id>https:\/\/catalogue\.example\/(publication\/[^<]*)<\/id>/g)].map(
      (match) => match[1],
    );
    expect(ids[0]).toBe('publication/news');
    expect(ids).toContain('publication/brief');
    expect(ids).not.toContain('publication/asylum');
    expect(ids).not.toContain('publication/chains');
    expect(new Set(ids).size).toBe(ids.length);
    expect(feed).toMatch(/<!\[CDATA\[News & more\]\]>|News &amp; more/);
    expect((await get('/feed.atom', { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
  });

  it('answers 503 while a restore runs, and tells when to ask again', async () => {
    const { store } = served.catalogue;
    await beginRestore(store, 'a.backup');
    await served.catalogue.refresh().catch(() => {});
    for (const path of ['/organisation/astra', '/related?id=publication/brief', '/feed.atom', '/']) {
      const response = await get(path);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    }
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);
    await endRestore(store, 1);
    await served.catalogue.refresh();
    expect((await get('/organisation/astra')).status).toBe(200);
  });

  it('filters the feed and names a parameter that is none', async () => {
    const feed = await (await get('/feed.atom?theme=theme/asylum&theme=theme/supply-chains&country=country/RS')).text();
    expect(feed.match(/<entry>/g)).toHaveLength(1);
    expect(feed).toContain('/publication/brief');
    const wrong = await get('/feed.atom?topic=x');
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ detail: expect.stringContaining('topic is not a parameter') });
  });
});
