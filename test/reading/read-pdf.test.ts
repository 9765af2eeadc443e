import { describe, expect, it } from 'vitest';
import type { PageText } from '../../src/ingest/page/read-page.ts';
import { readPdf } from '../../src/reading/read-pdf.ts';
import { pdfOf, type PdfParts } from './pdf.ts';

const read = (parts: PdfParts) => readPdf(new Uint8Array(pdfOf(parts)));
const page = async (parts: PdfParts) => (await read(parts)) as PageText;
const cover: PdfParts['pages'][number] = [
  [26, 'Residence permits for victims of'],
  [26, 'trafficking in human beings'],
  '',
  'ASTRA',
  '',
  'Beograd, 2021',
];

describe('the text layer of a PDF', () => {
  it('gives the title in the largest letters, over several lines, and the text in its order', async () => {
    const { title, text } = await page({ pages: [cover, ['What the law says of permits.']] });
    expect(title).toBe('Residence permits for victims of trafficking in human beings');
    expect(text.split('\n').slice(-3)).toEqual(['ASTRA', 'Beograd, 2021', 'What the law says of permits.']);
  });

  it.each([
    ['Microsoft Word - final_v3.docx', 'Residence permits for victims of trafficking in human beings'],
    ['report-2021.indd', 'Residence permits for victims of trafficking in human beings'],
    ['Annual report of somebody else', 'Residence permits for victims of trafficking in human beings'],
    ['Residence permits', 'Residence permits for victims of trafficking in human beings'],
  ])('is believed before what is written in: %s', async (written, title) => {
    expect((await page({ pages: [cover], info: { Title: written } })).title).toBe(title);
  });

  it('is titled by what is written in where that is printed and no line is larger than the others', async () => {
    const pages = [['ASTRA, Beograd', '', 'Kratak vodič o boravku stranaca', '', 'Tekst o dozvolama i pravima.']];
    expect((await page({ pages, info: { Title: 'Kratak vodič o boravku stranaca' } })).title).toBe(
      'Kratak vodič o boravku stranaca',
    );
  });

  it('joins lines to paragraphs, and words that were parted', async () => {
    const { text } = await page({
      pages: [
        [
          ...cover,
          '',
          'The Council of Europe opened its Convenzio-',
          'ne for signature; it speaks of anti-traffick-',
          'ing work, and of anti-',
          'trafficking bodies that are set up by states.',
          'A short line.',
          'Another paragraph begins here, and goes on.',
        ],
      ],
    });
    expect(text).toContain('opened its Convenzione for signature; it speaks of anti-trafficking work, and of');
    expect(text).toContain('of anti-trafficking bodies');
    expect(text).toContain('\nAnother paragraph');
  });

  it('leaves out running heads, feet and numbers of pages', async () => {
    const body = (number: number) => ['Annual report of ASTRA', '', `Chapter ${'one two three four'.split(' ')[number]} has its own words.`, '', String(number + 7)]; // prettier-ignore
    const { text } = await page({ pages: [cover, ...[0, 1, 2, 3].map(body)] });
    expect(text).not.toContain('Annual report');
    expect(text).toContain('Chapter three has its own words.');
    expect(text).not.toMatch(/^\d+$/m);
  });

  it('says weakly when the file was made, and who wrote it only where that is printed', async () => {
    const info = { CreationDate: "D:20220304101112+01'00'", Author: 'Ana Petrović' };
    const one = await page({ pages: [cover], info });
    expect(one.metadata.dates).toMatchObject([{ value: '2022-03-04', confidence: 0.3 }]);
    expect(one.metadata.authors).toEqual([]);
    const other = await page({ pages: [[...cover, '', 'Ana Petrović']], info });
    expect(other.metadata.authors).toMatchObject([{ value: 'Ana Petrović' }]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['none, as in a scan', pdfOf({ pages: [[], []] }), /without a text layer/],
    ['one that is locked', pdfOf({ pages: [cover], locked: true }), /locked by a password/],
    ['one that is damaged', Buffer.from('%PDF-1.7\nnot much else'), /damaged PDF/],
  ])('is not read where there is %s, and it is said why', async (_, bytes, reason) => {
    expect(await readPdf(new Uint8Array(bytes))).toEqual({ reason: expect.stringMatching(reason) });
  });
});
