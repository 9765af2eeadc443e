import { describe, expect, it } from 'vitest';
import { checkLink } from '../../src/fetch/check-link.ts';
import { answer, serveWeb } from './web.ts';

const to = (location: string, status = 301) => answer(status, { location });

describe('soft signs that a page is gone', () => {
  const cases: [what: string, from: string, status: number, end: string, expected: string][] = [
    ['a deep address sent to the home page for good', '/reports/2015.pdf', 301, '/', 'dead'],
    ['a deep address sent to the home page of a language', '/reports/2015', 301, '/en/', 'dead'],
    ['a deep address sent to the home page for now', '/reports/2015.pdf', 302, '/', 'unreachable'],
    ['a redirect to a page named not found', '/reports', 302, '/not-found.html', 'dead'],
    ['a redirect to a page named 404', '/reports', 301, '/errors/404', 'dead'],
    ['a single step sent to the home page', '/campaign', 301, '/', 'moved'],
    ['a home page sent to that of a language', '/', 302, '/en', 'alive'],
    ['a deep address sent to a deep address', '/reports/2015', 301, '/archive/2015', 'moved'],
    ['a page whose number is 404', '/reports/1', 301, '/reports/1404', 'moved'],
  ];
  it.each(cases)('%s: %s → %i %s is %s', async (_, from, status, end, expected) => {
    const web = await serveWeb({ [from]: to(end, status), [end]: answer(200) });
    expect(await checkLink(web.url(from), web.options)).toMatchObject({ status: expected, httpStatus: 200 });
  });

  it('are not seen in a redirect to the home page of another site', async () => {
    const home = await serveWeb({ 'home.test/': answer(200) });
    const movedTo = home.url('/', 'home.test');
    const web = await serveWeb({ 'purl.test/net/name': to(movedTo) });
    const allowAddress = (ip: string) => ip === '127.0.0.1';
    expect(await checkLink(web.url('/net/name', 'purl.test'), { ...web.options, allowAddress })).toMatchObject({
      status: 'moved',
      movedTo,
      reason: 'ends at a home page',
    });
  });
});
