import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createServer, get as httpGet } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportOf } from '../graph/content.ts';
import { answerSitemap } from '../../src/http/sitemap.ts';
import { onEveryEngine } from '../engines.ts';
import { publication, save, smallCatalogue } from '../records.ts';
import { serve, type Served } from './serve.ts';
import type { AddressInfo } from 'node:net';

const addressesIn = (xml: string, list: 'urlset' | 'sitemapindex', item: 'url' | 'sitemap'): string[] => {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parsed = new XMLParser({ isArray: (name) => name === item }).parse(xml) as Record<
    string,
    Record<string, { loc: string }[]>
  >;
  return parsed[list]![item]!.map(({ loc }) => loc);
};

onEveryEngine('what mirrors and search engines fetch', (engine) => {
  let served: Served;
  beforeAll(async () => {
    const many = Array.from({ length: 2_500 }, (_, place) =>
      publication(`many-${place}`, { summary: 'x'.repeat(500) }),
    );
    served = await serve(engine, [...smallCatalogue, ...many]);
  });
  afterAll(() => served.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${served.url}${path}`, { headers });

  it('is in the dump byte for byte what export prints', async () => {
    const response = await get('/dump.jsonl', { 'accept-encoding': 'identity' });
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(await exportOf(served.catalogue.store));
  });

  it('is compressed where that is taken', async () => {
    const [headers, body] = await rawGet(`${served.url}/dump.jsonl`, { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(await exportOf(served.catalogue.store));
  });

  it('is not sent again as long as nothing was written', async () => {
    const etag = (await get('/dump.jsonl')).headers.get('etag')!;
    expect((await get('/dump.jsonl', { 'if-none-match': etag })).status).toBe(304);
    const head = await fetch(`${served.url}/dump.jsonl`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    await save(served.catalogue.store, [publication('later')]);
    await served.catalogue.refresh();
    const changed = await get('/dump.jsonl', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    await changed.arrayBuffer();
  });

  const fixed = ['', 'search', 'timeline', 'matrix', 'coverage', 'path', 'widget', 'widget/privacy'];

  it('names every entity, and every page that is always there, once in the sitemap; those are there', async () => {
    const response = await get('/sitemap.xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const addresses = addressesIn(await response.text(), 'urlset', 'url');
    const { ids } = served.catalogue.projection;
    expect(addresses.sort()).toEqual([...fixed, ...ids].map((id) => `https://catalogue.example/${id}`).sort());
    const statuses = await Promise.all(fixed.filter((path) => !path.startsWith('widget')).map(async (path) => (await get(`/${path}`)).status)); // prettier-ignore
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await (await get('/robots.txt')).text()).toContain('Sitemap: https://catalogue.example/sitemap.xml\n');
    expect((await get('/sitemap.xml?part=2')).status).toBe(404);
    expect((await get('/sitemap.xml?page=1')).status).toBe(400);
  });

  it('has an index where one sitemap cannot hold them, and between them its parts hold every one', async () => {
    const parts = createServer((request, response) => {
      void answerSitemap(served.catalogue, 'https://catalogue.example', request, response, 1_000);
    });
    await new Promise<void>((listening) => {
      parts.listen(0, '127.0.0.1', listening);
    });
    const url = `http://127.0.0.1:${(parts.address() as AddressInfo).port}`;
    const index = addressesIn(await (await fetch(`${url}/sitemap.xml`)).text(), 'sitemapindex', 'sitemap');
    expect(index).toEqual([1, 2, 3].map((part) => `https://catalogue.example/sitemap.xml?part=${part}`));
    const found: string[] = [];
    for (const address of index) {
      const part = await fetch(address.replace('https://catalogue.example', url));
      found.push(...addressesIn(await part.text(), 'urlset', 'url'));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(served.catalogue.projection.ids.length + fixed.length);
    parts.close();
  });
});

/** An answer as it comes: `fetch` would unpack it. */
function rawGet(url: string, headers: Record<string, string>) {
  return new Promise<[Record<string, unknown>, Buffer]>((done, failed) => {
    httpGet(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done([response.headers, Buffer.concat(chunks)]));
    }).on('error', failed);
  });
}
