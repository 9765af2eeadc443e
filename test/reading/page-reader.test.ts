import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../src/ingest/draft.ts';
import { namedEntity } from '../../src/ingest/names/names-of.ts';
import { openPageReader, type PageReader } from '../../src/reading/page-reader.ts';
import { smallCatalogue } from '../records.ts';
import { pdfOf } from './pdf.ts';

const entities = smallCatalogue.map((record) => namedEntity(record as never));
const source = { file: 'page.html' };
const html = '<html lang="en"><title>Residence permits in Serbia</title><p>What ASTRA says of them.</p></html>';
const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919 * (at + 13)) % 256));

describe('a reader of pages', () => {
  let reader: PageReader;
  beforeAll(async () => {
    reader = openPageReader(entities);
    await reader.draft(Buffer.from('The thread starts with its first page.'), source);
  });
  afterAll(() => reader.close());

  it.each<[string, Buffer, string | undefined]>([
    ['HTML', Buffer.from(html), undefined],
    ['plain text', Buffer.from('Residence permits in Serbia\n\nWhat ASTRA says of them.'), undefined],
    ['UTF-16 that bears no mark', Buffer.from(html, 'utf16le'), undefined],
    ['Markdown', Buffer.from('# Residence permits in Serbia\n\nWhat **ASTRA** says of them.'), 'text/markdown'],
    ['a PDF', pdfOf({ pages: [[[24, 'Residence permits in Serbia'], '', 'What ASTRA says of them.']] }), undefined],
    [
      'a PDF that its server knows nothing of',
      pdfOf({ pages: [[[24, 'Residence permits in Serbia'], '', 'What ASTRA says of them.']] }),
      'application/octet-stream',
    ],
  ])('drafts and links %s', async (_, bytes, contentType) => {
    expect(await reader.draft(bytes, { ...source, contentType })).toMatchObject({
      file: 'page.html',
      title: 'Residence permits in Serbia',
      organisations: ['organisation/astra'],
      countries: ['country/RS'],
    });
  });

  it('reads a page without linking it', async () => {
    expect(await reader.read(Buffer.from(html), source)).toMatchObject({
      language: 'en',
      text: 'What ASTRA says of them.',
    });
  });

  it('takes the title, date and language of Markdown from its front matter', async () => {
    const markdown =
      '---\ntitle: "Permits"\nlang: en\n---\n# Another heading\n\nText of some length, and more of it.\n';
    const draft = await reader.draft(Buffer.from(markdown), { ...source, contentType: 'text/markdown' });
    expect(draft).toMatchObject({ title: 'Permits', language: 'en' });
  });

  it.each<[string, Buffer, RegExp, string?]>([
    ['nothing', Buffer.alloc(0), /it is empty/],
    ['one character', Buffer.from('x'), /no words/],
    ['one word', Buffer.from('Wort'), /but a word/],
    ['spaces and signs', Buffer.from('  \n … — !\n'), /no words/],
    ['noise', noise, /a binary file/],
    ['a picture', Buffer.from([0x89, ...Buffer.from('PNG\r\n\x1a\n')]), /a picture/],
    ['an archive', Buffer.from('PK\x03\x04 …'), /an archive or an office document/],
    ['a packed page', gzipSync(html), /packed/],
    ['what its server calls a video', Buffer.from('text'), /no page but video\/mp4/, 'video/mp4'],
  ])('skips %s, and says why', async (_, bytes, reason, contentType) => {
    expect(await reader.draft(bytes, { ...source, contentType })).toEqual({
      file: 'page.html',
      skipped: { reason: expect.stringMatching(reason) },
    });
  });

  it.each<[string, () => string]>([
    [
      'a million elements inside each other',
      () => `<html><body>${'<div>'.repeat(1_000_000)}x${'</div>'.repeat(1_000_000)}`,
    ],
    [
      'a million attributes',
      () => `<html><body><p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="x"`).join(' ')}>x`,
    ],
    ['two million entities', () => `<html><body>${'&lt;'.repeat(2_000_000)}`],
    ['a line without end', () => 'Serbia trafficking victims '.repeat(1_000_000)],
    ['5 MB of <', () => '<'.repeat(5_000_000)],
    ['elements that nothing closes', () => `<html><body>${'<b>x'.repeat(200_000)}`],
    ['a table that nothing closes', () => `<html><body><table>${'<tr><td>Serbia'.repeat(9_000)}`],
    ['30 MB of paragraphs', () => '<p>Trafficking in Serbia and the rights of victims</p>\n'.repeat(550_000)],
    ['capitals without end', () => 'Serbia Albania Council Europe Human '.repeat(60_000)],
  ])('is done with %s in time', async (_, content) => {
    const bytes = Buffer.from(content());
    await reader.read(Buffer.from('The thread is there.'), source);
    const began = performance.now();
    const answer = await reader.draft(bytes, source);
    expect(performance.now() - began).toBeLessThan(4_000); // 2 s, and what a busy machine takes to hand the page over
    expect('skipped' in answer ? answer.skipped.reason : (answer as Draft).file).toMatch(
      /page\.html|longer than 2 s|no words|but a word/,
    );
  });
});

describe('a page that takes too long', () => {
  const pages = readFileSync('README.md');
  const long = Buffer.from('Serbia Albania Council Europe Human '.repeat(60_000));

  it('is skipped, and the thread is replaced: the next one is read', async () => {
    const reader = openPageReader(entities, { budget: 1 });
    expect(await reader.draft(long, source)).toMatchObject({
      skipped: { reason: 'reading it takes longer than 0.001 s' },
    });
    expect(await reader.draft(long, source)).toMatchObject({
      skipped: { reason: 'reading it takes longer than 0.001 s' },
    });
    await reader.close();
  });

  it('keeps no other from being read meanwhile where there are several threads', async () => {
    const reader = openPageReader(entities, { threads: 2 });
    const drafts = await Promise.all(
      [long, pages, pages, pages].map((bytes, at) => reader.draft(bytes, { file: String(at) })),
    );
    expect(drafts.map(({ file }) => file)).toEqual(['0', '1', '2', '3']);
    expect(drafts.slice(1).every((draft) => !('skipped' in draft))).toBe(true);
    await reader.close();
  });

  it('is skipped when the reader is closed, and so is every other', async () => {
    const reader = openPageReader(entities);
    await reader.read(pages, source);
    const reading = reader.draft(long, source);
    await reader.close();
    for (const answer of [await reading, await reader.draft(pages, source)])
      expect(answer).toEqual({ file: 'page.html', skipped: { reason: 'the reader of pages was closed' } });
  });
});
