import { describe, expect, it } from 'vitest';
import { findArchived } from '../../src/fetch/archive.ts';
import { answer, serveWeb } from './web.ts';

const copy = 'http://web.archive.org/web/20150101005634/https://a.test/page?x=1&y=2';
const snapshot = (closest: object) => JSON.stringify({ archived_snapshots: { closest } });

async function ask(status: number, body: string) {
  const web = await serveWeb({ '/wayback/available': answer(status, {}, body) });
  const archived = await findArchived('https://a.test/page?x=1&y=2', {
    ...web.options,
    archive: web.url('/wayback/available', 'archive.test'),
  });
  return { archived, asked: web.asked };
}

describe('looking for an archived copy', () => {
  it('returns the address as the archive names it', async () => {
    const { archived, asked } = await ask(200, snapshot({ available: true, url: copy, status: '200' }));
    expect(archived).toBe(copy);
    const question = new URL(asked[0]!.split(' ')[2]!, 'http://archive.test');
    expect(question.searchParams.get('url')).toBe('https://a.test/page?x=1&y=2');
  });

  it.each([
    ['nothing is archived', 200, '{"archived_snapshots":{}}'],
    ['the copy is of an error', 200, snapshot({ available: true, url: copy, status: '404' })],
    ['the copy is not available', 200, snapshot({ available: false, url: copy })],
    ['the address is no web address', 200, snapshot({ available: true, url: 'javascript:alert(1)', status: '200' })],
    ['the address is no address', 200, snapshot({ available: true, url: 'http://[', status: '200' })],
    ['the address is no text', 200, snapshot({ available: true, url: 7, status: '200' })],
    ['the answer is no object', 200, 'null'],
    ['the answer is a list', 200, '[]'],
    ['the answer is not JSON', 200, '<html>busy</html>'],
    ['the answer is too long', 200, `"${'x'.repeat(100_000)}"`],
    ['the archive fails', 500, snapshot({ available: true, url: copy })],
  ])('returns null when %s', async (_, status, body) => {
    expect((await ask(status, body)).archived).toBeNull();
  });

  it('keeps to the guard', async () => {
    const web = await serveWeb();
    const archive = 'http://127.0.0.2/wayback/available';
    expect(await findArchived('https://a.test/', { ...web.options, archive })).toBeNull();
  });
});
