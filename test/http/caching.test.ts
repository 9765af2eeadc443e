import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../engines.ts';
import { save, smallCatalogue, source } from '../records.ts';
import { serve, type Served } from './serve.ts';

onEveryEngine('keeping what GET /related answers', (engine) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(engine, smallCatalogue);
  });
  afterAll(() => served.close());
  const related = (query: string, init?: RequestInit) => fetch(`${served.url}/related?${query}`, init);

  it('can be kept by anybody and read by any site', async () => {
    const { headers } = await related('id=publication/brief', { headers: { origin: 'https://partner.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=300\b/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('sends nothing again that the client has', async () => {
    const etag = (await related('id=publication/brief')).headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{27}(-gzip|-br)?"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await related('id=publication/brief', { headers: { 'if-none-match': tag } });
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
    }
    const other = await related('id=publication/brief', { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('answers HEAD with the headers alone', async () => {
    const get = await related('id=publication/brief');
    const head = await related('id=publication/brief', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'cache-control', 'access-control-allow-origin'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  it('has another tag once the graph has changed', async () => {
    const etag = (await related('id=publication/asylum')).headers.get('etag')!;
    await save(served.catalogue.store, [{ kind: 'country', id: 'country/DE', name: 'Germany', source }]);
    await served.catalogue.refresh();
    const response = await related('id=publication/asylum', { headers: { 'if-none-match': etag } });
    expect([response.status, ((await response.json()) as { revision: number }).revision]).toEqual([200, 2]);
  });
});
