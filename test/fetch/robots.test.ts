import { describe, expect, it, vi } from 'vitest';
import { checkLink } from '../../src/fetch/check-link.ts';
import type { Visit } from '../../src/fetch/request.ts';
import { createRobots } from '../../src/fetch/robots.ts';
import { openVisitor } from '../../src/fetch/visitor.ts';
import { answer, serveWeb } from './web.ts';

const robots = (text: string) => answer(200, { 'content-type': 'text/plain' }, text);

describe('robots.txt', () => {
  it('is obeyed in the part that names us, and by path', async () => {
    const web = await serveWeb({
      '/robots.txt': robots('User-agent: *\nDisallow: /\n\nUser-agent: commonthread\nDisallow: /private\n'),
      '/page': answer(200),
      '/private': answer(200),
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive' });
    expect(await checkLink(web.url('/private'), web.options)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('does not allow /private'),
    });
    expect(web.asked).toEqual(['HEAD 127.0.0.1 /page']);
  });

  it('is obeyed at every redirect', async () => {
    const web = await serveWeb({
      '/robots.txt': robots('User-agent: *\nDisallow: /private'),
      '/page': answer(301, { location: '/private' }),
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'refused' });
    expect(web.asked).toEqual(['HEAD 127.0.0.1 /page']);
  });

  it.each([401, 403, 404, 410])('allows all when it answers %i', async (status) => {
    const web = await serveWeb({ '/robots.txt': answer(status, {}, 'Disallow: /'), '/page': answer(200) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive' });
  });

  it.each([500, 503])('allows nothing when it answers %i', async (status) => {
    const web = await serveWeb({ '/robots.txt': answer(status), '/page': answer(200) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining(`answers ${status}`),
    });
    expect(web.asked).toEqual([]);
  });

  it('leaves a host unreachable when it is not sent in time', async () => {
    const web = await serveWeb({ '/robots.txt': () => {}, '/page': answer(200) });
    expect(await checkLink(web.url('/page'), { ...web.options, timeout: 300 })).toMatchObject({
      status: 'unreachable',
    });
    expect(web.asked).toEqual([]);
  });

  it('is followed where it redirects, and read up to 500 KiB of it', async () => {
    let sent = 0;
    const web = await serveWeb({
      '/robots.txt': answer(302, { location: '/rules' }),
      '/rules': (_, response) => {
        response.write('User-agent: *\nDisallow: /private\n');
        const comment = `${'#'.repeat(1023)}\n`.repeat(64);
        const send = () => {
          while (!response.destroyed && response.write(comment)) sent += comment.length;
        };
        response.on('drain', send);
        send();
      },
      '/private': answer(200),
    });
    expect(await checkLink(web.url('/private'), web.options)).toMatchObject({ status: 'refused' });
    expect(sent).toBeLessThan(50_000_000);
  });

  it.each([
    ['comes packed', answer(200, { 'content-encoding': 'gzip' }, 'Allow: /')],
    ['is made of wildcards', robots(`User-agent: *\nDisallow: /${'*a'.repeat(30_000)}`)],
  ])('allows nothing when it %s', async (_, page) => {
    const web = await serveWeb({ '/robots.txt': page, '/page': answer(200) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'refused' });
    expect(web.asked).toEqual([]);
  });

  it('is read once for all pages of an origin', async () => {
    let read = 0;
    const web = await serveWeb({
      '/robots.txt': (request, response) => {
        read++;
        robots('User-agent: *\nDisallow:')(request, response);
      },
    });
    const visitor = openVisitor(web.options);
    await Promise.all(['/a', '/b', '/c'].map((path) => visitor.visit(new URL(web.url(path)))));
    await visitor.close();
    expect(read).toBe(1);
    expect(web.asked).toHaveLength(3);
  });

  it('is read anew after a while, so that a host that was down is not left out for ever', async () => {
    const failure = { kind: 'unreachable', reason: 'down' } as const;
    let visit: Visit = { failure };
    const robotsOf = createRobots(async () => visit, 300);
    const page = new URL('https://partner.test/page');
    expect((await robotsOf(page)).refusalOf(page)).toEqual(failure);
    visit = { answer: { status: 404, headers: {}, body: Buffer.alloc(0) } };
    expect((await robotsOf(page)).refusalOf(page)).toEqual(failure);
    await vi.waitFor(async () => expect((await robotsOf(page)).refusalOf(page)).toBeNull());
  });
});
