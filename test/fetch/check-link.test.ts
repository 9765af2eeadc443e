import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { checkLink } from '../../src/fetch/check-link.ts';
import { answer, serveWeb } from './web.ts';

const to = (location: string, status = 301) => answer(status, { location });

describe('checking a link', () => {
  it('finds a page alive with HEAD alone', async () => {
    const web = await serveWeb({ '/page': answer(200) });
    const url = web.url('/page');
    const found = await checkLink(url, web.options);
    expect(found).toEqual({ url, status: 'alive', httpStatus: 200, checkedAt: expect.any(String) });
    expect(new Date(found.checkedAt).toISOString()).toBe(found.checkedAt);
    expect(web.asked).toEqual(['HEAD 127.0.0.1 /page']);
  });

  it.each([404, 410])('finds a page that answers %i dead', async (status) => {
    const web = await serveWeb({ '/page': answer(status) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'dead', httpStatus: status });
  });

  it.each([401, 403, 429, 451, 300])('cannot tell from %i', async (status) => {
    const web = await serveWeb({ '/page': answer(status) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'refused', httpStatus: status });
  });

  it.each([500, 503])('takes %i for something that may pass', async (status) => {
    const web = await serveWeb({ '/page': answer(status) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'unreachable', httpStatus: status });
  });

  it.each([403, 404, 405, 501])('asks with GET where HEAD gets %i', async (status) => {
    const web = await serveWeb({
      '/page': (request, response) => answer(request.method === 'HEAD' ? status : 200)(request, response),
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive', httpStatus: 200 });
    expect(web.asked).toEqual(['HEAD 127.0.0.1 /page', 'GET 127.0.0.1 /page']);
  });

  it('asks with GET where the server drops a HEAD', async () => {
    const web = await serveWeb({
      '/page': (request, response) =>
        request.method === 'HEAD' ? void request.socket.destroy() : answer(200)(request, response),
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive' });
  });

  it('drops an endless packed body at the headers', async () => {
    let dropped!: () => void;
    const drop = new Promise<void>((resolve) => {
      dropped = resolve;
    });
    let sent = 0;
    const web = await serveWeb({
      '/page': (request, response) => {
        if (request.method === 'HEAD') return answer(405)(request, response);
        response.writeHead(200, { 'content-encoding': 'gzip' });
        const zeros = Buffer.alloc(64 * 1024);
        const send = () => {
          while (!response.destroyed && response.write(zeros)) sent += zeros.length;
        };
        response.on('drain', send).on('close', dropped);
        send();
      },
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive', httpStatus: 200 });
    await drop;
    expect(sent).toBeLessThan(50_000_000); // what the buffers of the system hold, not what a reader would have taken
  });

  it('says where a page moved for good', async () => {
    const web = await serveWeb({ '/old': to('/older', 308), '/older': to('/new'), '/new': answer(200) });
    expect(await checkLink(`${web.url('/old')}#part-2`, web.options)).toMatchObject({
      status: 'moved',
      httpStatus: 200,
      movedTo: `${web.url('/new')}#part-2`,
    });
  });

  it.each([302, 303, 307])('takes a page that redirects with %i for alive', async (status) => {
    const web = await serveWeb({ '/page': to('/today', status), '/today': answer(200) });
    const found = await checkLink(web.url('/page'), web.options);
    expect(found).toMatchObject({ status: 'alive', httpStatus: 200 });
    expect(found.movedTo).toBeUndefined();
  });

  it('names as the new address the last before a temporary redirect', async () => {
    const web = await serveWeb({ '/old': to('/new'), '/new': to('/new/today', 302), '/new/today': answer(200) });
    expect(await checkLink(web.url('/old'), web.options)).toMatchObject({ status: 'moved', movedTo: web.url('/new') });
  });

  it('finds dead what redirects to a page that is not there', async () => {
    const web = await serveWeb({ '/old': to('/gone') });
    expect(await checkLink(web.url('/old'), web.options)).toMatchObject({ status: 'dead', httpStatus: 404 });
  });

  it('does not walk in a circle', async () => {
    const web = await serveWeb({ '/a': to('/b'), '/b': to('/a', 302) });
    expect(await checkLink(web.url('/a'), web.options)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('circle'),
    });
    expect(web.asked).toHaveLength(2);
  });

  it('follows five redirects and no more', async () => {
    const hops = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`/${n}`, to(`/${n + 1}`)]));
    const web = await serveWeb({ ...hops, '/7': answer(200) });
    expect(await checkLink(web.url('/2'), web.options)).toMatchObject({ status: 'moved', movedTo: web.url('/7') });
    expect(await checkLink(web.url('/1'), web.options)).toMatchObject({ status: 'refused' });
  });

  it('reads the first of several Location headers, and refuses one that is no address', async () => {
    const web = await serveWeb({
      '/two': answer(301, { location: ['/first', '/second'] }),
      '/first': answer(200),
      '/bad': to('http://['),
    });
    expect(await checkLink(web.url('/two'), web.options)).toMatchObject({ movedTo: web.url('/first') });
    expect(await checkLink(web.url('/bad'), web.options)).toMatchObject({ status: 'refused' });
  });

  it('takes a server that does not answer in time for unreachable', async () => {
    const web = await serveWeb({ '/page': () => {} });
    expect(await checkLink(web.url('/page'), { ...web.options, timeout: 300 })).toMatchObject({
      status: 'unreachable',
      reason: 'no answer within 0.3 s',
    });
  });

  it('takes a closed port and an answer that is no HTTPS for unreachable', async () => {
    const web = await serveWeb();
    const closed = { ...web.options, allowAddress: () => true };
    expect(await checkLink('http://127.0.0.1:1/', closed)).toMatchObject({
      status: 'unreachable',
      reason: 'connection refused',
    });
    const tls = await checkLink(web.url('/').replace('http:', 'https:'), web.options);
    expect(tls).toMatchObject({ status: 'unreachable', reason: expect.any(String) });
  });

  it('finds dead what is on a host that does not exist', async () => {
    const web = await serveWeb({ '/page': to('http://gone.example/', 302) });
    const found = await checkLink('http://gone.example/page', web.options);
    expect(found).toMatchObject({ status: 'dead', reason: 'the name of the host does not exist' });
    expect(found.httpStatus).toBeUndefined();
  });

  it('makes a bad address a result that names it', async () => {
    const { options } = await serveWeb();
    expect(await checkLink('not an address', options)).toMatchObject({
      url: 'not an address',
      status: 'refused',
      reason: '"not an address" is not an address',
    });
    expect(await checkLink('mailto:a@b.test', options)).toMatchObject({ status: 'refused', reason: /mailto:/ });
    const withWord = await checkLink('http://user:secret@a.test/', options);
    expect(withWord.status).toBe('refused');
    expect(withWord.reason).not.toContain('secret');
  });

  it('says who asks and where to complain', async () => {
    const agents = new Set<string | undefined>();
    const note =
      (status: number): RequestListener =>
      (request, response) => {
        agents.add(request.headers['user-agent']);
        answer(status)(request, response);
      };
    const web = await serveWeb({ '/page': note(405), '/robots.txt': note(404) });
    await checkLink(web.url('/page'), web.options);
    expect([...agents]).toEqual([
      expect.stringMatching(/^CommonThread\/\d+\.\d+\.\d+ \(\+https:\/\/common-thread\.test\/about\)$/),
    ]);
  });

  it.each(['', 'a b', 'x\r\ncookie: 1'])('does not start with the contact %j', async (contact) => {
    await expect(checkLink('http://a.test/', { contact })).rejects.toThrow(TypeError);
  });
});
