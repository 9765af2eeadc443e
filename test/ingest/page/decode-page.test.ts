import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../src/ingest/page/decode-page.ts';

const serbian = 'Žrtve trgovine ljudima nemaju pristup naknadi štete; kuća, čaša i građani.';
const czech = 'Obchodování s lidmi v České republice: příručka pro pracovníky, kteří pomáhají obětem trestné činnosti.';
const hungarian =
  'Emberkereskedelem elleni küzdelem Magyarországon: az áldozatok jogai és a segítségnyújtás lehetőségei';
const german = 'Schutz für Betroffene von Menschenhandel – Möglichkeiten der Aufenthaltsgewährung in Österreich';
const russian = 'Торговля людьми в России: защита жертв и доступ к правосудию для детей';
const cyrillic = 'Заштита жртава трговине људима у Србији и приступ правди';

/** A text in a charset that has one byte for a letter. */
function bytesIn(charset: string, text: string): Buffer {
  const decoder = new TextDecoder(charset);
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  // Some versions of Node leave these of windows-1252 undecoded.
  if (charset === 'windows-1252') for (const [at, sign] of [['–', 0x96], ['’', 0x92], ['“', 0x93], ['”', 0x94], ['€', 0x80]] as const) codes.set(at, sign); // prettier-ignore
  return Buffer.from([...text].map((sign) => codes.get(sign)!));
}

/** UTF-8 that was taken for windows-1252 and encoded again. */
const twice = (text: string) => Buffer.from(wronglyRead(text));
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const wronglyRead = (text: string) =>
  [...Buffer.from(text)].map((byte) => (byte >= 0x80 && byte < 0xa0 ? signs[byte - 0x80]! : String.fromCharCode(byte))).join(''); // prettier-ignore

describe('the bytes of a page', () => {
  it.each([
    ['windows-1250', serbian],
    ['iso-8859-2', serbian],
    ['windows-1250', czech],
    ['iso-8859-2', czech],
    ['windows-1250', hungarian],
    ['windows-1252', german],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1251', cyrillic],
  ])('are read as %s where nothing says so: %s', (charset, text) => {
    expect(decodePage(bytesIn(charset, text))).toBe(text);
  });

  it('are read in the charset that is named', () => {
    const page = `<meta charset="iso-8859-9"><p>`;
    const bytes = Buffer.concat([Buffer.from(page), bytesIn('windows-1254', 'İnsan ticareti ve çocukların güvenliği')]);
    expect(decodePage(bytes)).toBe(`${page}İnsan ticareti ve çocukların güvenliği`);
    expect(decodePage(bytesIn('windows-1250', serbian), 'text/html; charset=windows-1250')).toBe(serbian);
  });

  it.each(['<meta charset="windows-1252">', '<meta charset="utf-8">', '<meta charset="no such">', ''])(
    'are read as what they are, whatever %s says',
    (head) => {
      expect(decodePage(Buffer.from(`${head}<p>${serbian}`))).toBe(`${head}<p>${serbian}`);
    },
  );

  it('are not read as UTF-8 only because the page says so', () => {
    const head = '<meta charset="utf-8">';
    expect(decodePage(Buffer.concat([Buffer.from(head), bytesIn('windows-1250', serbian)]))).toBe(head + serbian);
  });

  it('are read as UTF-8 where a letter of it is cut', () => {
    expect(decodePage(Buffer.from(serbian.repeat(3)).subarray(1))).toContain('naknadi štete');
  });

  it.each([serbian, cyrillic, '<html><title>Victims of trafficking</title>'])(
    'are read as UTF-16 with and without its mark: %s',
    (text) => {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(text, 'utf16le').swap16();
      for (const bytes of [little, big]) expect(decodePage(bytes)).toBe(text);
      expect(decodePage(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(text);
      expect(decodePage(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe(text);
    },
  );

  it.each(['The victims’ rights “and beyond” – at home', serbian, cyrillic, german])(
    'are mended where they were encoded twice: %s',
    (text) => {
      expect(decodePage(twice(text))).toBe(text);
    },
  );

  it.each([
    'Le café à Paris, où l’été',
    'SÃO PAULO – AÇÃO',
    'İstanbul’da çocuk',
    'A © 2020 for 5 €, § 7',
    'CAFÉ’S AND CAFÉ’S',
    `What is written as â€™ is an apostrophe: ${serbian}`,
  ])('stay as they are where they may be meant so: %s', (text) => {
    expect(decodePage(Buffer.from(text))).toBe(text);
  });
});
