import { describe, expect, it } from 'vitest';
import { checkLink } from '../../src/fetch/check-link.ts';
import { openVisitor } from '../../src/fetch/visitor.ts';
import { answer, serveWeb } from './web.ts';

describe('hosts', () => {
  it('are asked one thing at a time, with a pause between', async () => {
    let now = 0;
    let most = 0;
    const ended: number[] = [];
    const gaps: number[] = [];
    const web = await serveWeb({
      '/page': (request, response) => {
        const last = ended.at(-1);
        if (last !== undefined) gaps.push(performance.now() - last);
        most = Math.max(most, ++now);
        response.on('finish', () => {
          now--;
          ended.push(performance.now());
        });
        setImmediate(() => answer(200)(request, response));
      },
    });
    const visitor = openVisitor({ ...web.options, pause: 50 });
    const urls = [1, 2, 3, 4].map((n) => new URL(web.url(`/page?${n}`)));
    await Promise.all(urls.map((url) => visitor.visit(url)));
    await visitor.close();
    expect(most).toBe(1);
    expect(gaps).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThan(45); // timers may be a little early
  });

  it('have the pause that their robots.txt asks for', async () => {
    const times: number[] = [];
    const web = await serveWeb({
      '/robots.txt': answer(200, {}, 'User-agent: *\nCrawl-delay: 0.2'),
      '/page': (request, response) => {
        times.push(performance.now());
        answer(200)(request, response);
      },
    });
    const visitor = openVisitor(web.options);
    for (const n of [1, 2]) await visitor.visit(new URL(web.url(`/page?${n}`)));
    await visitor.close();
    expect(times[1]! - times[0]!).toBeGreaterThan(190);
  });

  it.each(['1', new Date(Date.now() - 1000).toUTCString()])('are asked again after Retry-After: %s', async (wait) => {
    let busy = true;
    const web = await serveWeb({
      '/page': (request, response) => {
        answer(busy ? 503 : 200, busy ? { 'retry-after': wait } : {})(request, response);
        busy = false;
      },
    });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'alive' });
    expect(web.asked).toHaveLength(2);
  });

  it('are asked again once, not for ever', async () => {
    const web = await serveWeb({ '/page': answer(429, { 'retry-after': '0' }) });
    expect(await checkLink(web.url('/page'), web.options)).toMatchObject({ status: 'refused', httpStatus: 429 });
    expect(web.asked).toHaveLength(2);
  });

  it('are left alone for the rest of the run when they ask for more than a minute', async () => {
    const web = await serveWeb({ '/a': answer(503, { 'retry-after': '3600' }), '/b': answer(200) });
    const visitor = openVisitor(web.options);
    expect((await visitor.visit(new URL(web.url('/a')))).answer?.status).toBe(503);
    expect((await visitor.visit(new URL(web.url('/b')))).failure?.kind).toBe('refused');
    await visitor.close();
    expect(web.asked).toEqual(['GET 127.0.0.1 /a']);
  });
});

describe('a visitor', () => {
  it('reads no more of a body than it was asked to', async () => {
    const web = await serveWeb({ '/page': answer(200, {}, 'twelve bytes') });
    const visitor = openVisitor(web.options);
    const bodies = [];
    for (const readBytes of [0, 6, 100])
      bodies.push((await visitor.visit(new URL(web.url('/page')), { readBytes })).answer?.body.toString());
    await visitor.close();
    expect(bodies).toEqual(['', 'twelve', 'twelve bytes']);
  });
});
