import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPages } from '../../src/reading/list-pages.ts';
import { openPageReader, type PageReader } from '../../src/reading/page-reader.ts';
import { readPages } from '../../src/reading/read-pages.ts';
import { answer, collect, serveWeb } from '../fetch/web.ts';
import { pdfOf } from './pdf.ts';

const html = (title: string) =>
  `<html lang="en"><title>${title}</title><p>What is said of it, at some length.</p></html>`;
const type = { 'content-type': 'text/html; charset=utf-8' };
const packed = (encoding: string, bytes: Buffer) => (_: unknown, response: import('node:http').ServerResponse) =>
  void response.writeHead(200, { ...type, 'content-encoding': encoding }).end(bytes);

let reader: PageReader;
beforeAll(() => {
  reader = openPageReader([]);
});
afterAll(() => reader.close());

describe('a folder of pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-pages-'));
  mkdirSync(join(folder, 'below'));
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'b.html'), html('Second page'));
  writeFileSync(join(folder, 'a.txt'), 'First\n\nA paragraph of plain text, and more of it.');
  writeFileSync(join(folder, 'c.csv'), 'a,b');
  writeFileSync(join(folder, '.hidden', 'x.html'), html('Hidden'));
  writeFileSync(
    join(folder, 'below', 'd.pdf'),
    pdfOf({ pages: [[[20, 'Third document'], '', 'Text of the document.']] }),
  );
  symlinkSync(folder, join(folder, 'below', 'loop'));

  it('is read in the order of names, with what is no page named, whatever is read first', async () => {
    const pages = await collect(listPages([folder, join(folder, 'nowhere.html'), join(folder, 'a.txt')]));
    const read = await collect(readPages(pages, reader));
    expect(
      read.map((page) => [page.file.slice(folder.length + 1), 'title' in page ? page.title : page.skipped.reason]),
    ).toEqual([
      ['a.txt', 'First'],
      ['b.html', 'Second page'],
      ['below/d.pdf', 'Third document'],
      ['c.csv', 'it is no .html, .htm, .txt, .md or .pdf file'],
      ['nowhere.html', 'there is no such file'],
      ['a.txt', 'First'],
    ]);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const pages = await collect(listPages(Array.from({ length: 20 }, () => join(folder, 'b.html'))));
    const reading = readPages(pages, reader, { signal: stop.signal });
    await reading.next();
    stop.abort(new Error('Stopped.'));
    await expect(collect(reading)).rejects.toThrow('Stopped.');
  });
});

describe('a page at an address', () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000, 'x'));
  const read = async (path: string, host = 'site.test') => {
    const web = await serveWeb({
      '/page': answer(200, type, html('A page')),
      '/moved': answer(302, { location: '/page' }),
      '/gzip': packed('gzip', gzipSync(html('A packed page'))),
      '/br': packed('br', brotliCompressSync(html('A packed page'))),
      '/bomb': packed('gzip', bomb),
      '/broken': packed('gzip', Buffer.from('no gzip')),
      '/zstd': packed('zstd', Buffer.from('x')),
      '/circle': answer(302, { location: '/circle' }),
      '/gone': answer(410),
      '/picture': answer(200, { 'content-type': 'image/svg' }, 'text'),
      '/file.pdf': (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/octet-stream' })
          .end(pdfOf({ pages: [[[20, 'A document'], '', 'Its text.']] })),
      '/secret': answer(200, type, html('Secret')),
      '/inside': answer(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
      'kept.test/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /secret'),
    });
    const url = web.url(path, host);
    const [page] = await collect(readPages([{ name: url, isAddress: true }], reader, { visits: web.options }));
    return { page, url };
  };

  it.each([
    ['/page', 'A page'],
    ['/moved', 'A page'],
    ['/gzip', 'A packed page'],
    ['/br', 'A packed page'],
    ['/file.pdf', 'A document'],
  ])('is read at %s, whatever way it comes', async (path, title) => {
    const { page, url } = await read(path);
    expect(page).toMatchObject({ file: url, title });
    if (path === '/moved') expect((page as { urls: string[] }).urls[0]).toMatch(/\/page$/);
  });

  it.each<[string, RegExp, string?]>([
    ['/bomb', /unpacked, it is longer than 32 MB/],
    ['/broken', /comes packed, and cannot be unpacked/],
    ['/zstd', /comes packed as zstd/],
    ['/circle', /redirects in a circle/],
    ['/gone', /its server answers 410/],
    ['/picture', /no page but image\/svg/],
    ['/inside', /an address that may not be asked/],
    ['/secret', /robots\.txt of .* does not allow/, 'kept.test'],
    ['/page', /the name of the host does not exist/, 'nowhere.example'],
  ])('is skipped at %s, and it is said why', async (path, reason, host) => {
    const { page, url } = await read(path, host);
    expect(page).toEqual({ file: url, skipped: { reason: expect.stringMatching(reason) } });
  });

  it('is not asked where nobody is named who asks', async () => {
    const [page] = await collect(readPages([{ name: 'https://example.org/', isAddress: true }], reader));
    expect(page).toMatchObject({ skipped: { reason: expect.stringContaining('nobody is named') } });
  });
});
