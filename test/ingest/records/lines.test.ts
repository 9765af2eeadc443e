import { array, assert, asyncProperty, constantFrom, integer, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestLine, readLines, type Line } from '../../../src/ingest/records/lines.ts';
import { inPieces } from './read.ts';

async function lines(content: string | Uint8Array, size?: number): Promise<Line[]> {
  const found: Line[] = [];
  for await (const line of readLines(inPieces(Buffer.from(content), size))) found.push(line);
  return found;
}

const textsOf = async (content: string, size?: number) => (await lines(content, size)).map(({ text }) => text);

describe('bytes', () => {
  it.each<[string, string, string[]]>([
    ['', 'nothing', []],
    ['a\nb\n', 'two lines', ['a', 'b']],
    ['a\nb', 'two lines without a line break at the end', ['a', 'b']],
    ['a\r\nb\r\n', 'lines from Windows', ['a', 'b']],
    ['a\rb\n\r\n', 'carriage returns elsewhere', ['a\rb', '']],
    ['\n\na\n', 'empty lines', ['', '', 'a']],
    ['\uFEFFa\n\uFEFFb\n', 'a byte order mark, which only the first line loses', ['a', '\uFEFFb']],
    ['\uFEFF', 'a byte order mark alone', []],
    ['ä€😀\n\u2028\u0085\n', 'characters of several bytes, of which none is a line break', ['ä€😀', '\u2028\u0085']],
  ])('%j become %s', async (content, _, expected) => {
    expect(await textsOf(content)).toEqual(expected);
    expect(await textsOf(content, 1)).toEqual(expected);
  });

  it('become the same lines however they are cut into pieces', async () => {
    const text = array(constantFrom('a', 'é', '😀', '\r', '\n', '\n', '\uFEFF', '\uFFFD')).map((parts) =>
      parts.join(''),
    );
    await assert(
      asyncProperty(text, integer({ min: 1, max: 9 }), async (text, size) => {
        const whole = await lines(text, 1_000_000);
        expect(await lines(text, size)).toEqual(whole);
        const expected = text.replace(/^\uFEFF/, '').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(whole.map(({ text }) => text)).toEqual(expected.map((line) => line.replace(/\r$/, '')));
        expect(whole.map(({ line }) => line)).toEqual(expected.map((_, index) => index + 1));
      }),
    );
  });

  it('may be in memory that their giver uses again', async () => {
    const shared = Buffer.alloc(3);
    async function* given() {
      for (const piece of ['abc', 'def', '\ngh']) {
        shared.write(piece);
        yield shared;
      }
    }
    const found: string[] = [];
    for await (const { text } of readLines(given())) found.push(text);
    expect(found).toEqual(['abcdef', 'gh']);
  });
});

describe('the last line', () => {
  it('says when no line break follows it', async () => {
    expect(await lines('a\nb')).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b', unfinished: true },
    ]);
  });
});

describe('a line that is too long', () => {
  const problem = 'is longer than 1000000 bytes';

  it('is shown by its beginning and stops nothing', async () => {
    const long = 'é'.repeat(longestLine);
    const expected = [
      { line: 1, text: 'a' },
      { line: 2, text: 'é'.repeat(200), problem },
      { line: 3, text: 'b' },
    ];
    expect(await lines(`a\n${long}\nb\n`)).toEqual(expected);
    expect(await lines(`a\n${long}\nb\n`, 999)).toEqual(expected);
    expect(await lines(`a\n${long}\nb\n`, 10_000_000)).toEqual(expected);
  });

  it('may be the last one', async () => {
    const text = 'x'.repeat(200);
    expect(await lines('x'.repeat(3 * longestLine))).toEqual([{ line: 1, text, problem, unfinished: true }]);
  });

  it.each([65_536, 10_000_000])('is so by its own bytes, without the line break (%i at a time)', async (size) => {
    const full = 'x'.repeat(longestLine);
    expect(await lines(`${full}\n${full}\r\n${full}x\n${full}x\r\n`, size)).toMatchObject([
      { text: full },
      { text: full },
      { problem },
      { problem },
    ]);
  });

  it('is not held', async () => {
    const piece = Buffer.alloc(1_000_000, 'x');
    async function* given() {
      for (let count = 0; count < 300; count++) yield piece;
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* watched() {
      for await (const chunk of given()) {
        yield chunk;
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }
    }
    for await (const line of readLines(watched())) expect(line.problem).toBe(problem);
    expect(most).toBeLessThan(100_000_000);
  });
});

describe('a line that is not UTF-8', () => {
  it.each<[string, number[], number]>([
    ['Latin-1', [0x61, 0xe9, 0x62], 2],
    ['a character cut short', [0x61, 0x62, 0xe2, 0x82], 3],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 1],
    ['a longer form than needed', [0xc0, 0x80], 1],
    ['what comes after the replacement character itself', [0xef, 0xbf, 0xbd, 0x61, 0xef, 0xbf, 0xbd, 0xff], 8],
  ])('names the first bad byte: %s', async (_, bytes, byte) => {
    const problem = `is not UTF-8 (byte ${byte}): save the file as UTF-8`;
    const content = Buffer.concat([Buffer.from('before\n'), Buffer.from(bytes), Buffer.from('\nafter\n')]);
    expect(await lines(content)).toMatchObject([{ text: 'before' }, { line: 2, problem }, { line: 3, text: 'after' }]);
    expect(await lines(content, 1)).toEqual(await lines(content));
  });
});

describe('a file in another encoding', () => {
  const record = '{"kind":"country"}\n{"kind":"country"}\n';
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const wide = (text: string, bigEndian: boolean) =>
    Buffer.concat(
      [...text].map((sign) => {
        const bytes = Buffer.alloc(4);
        if (bigEndian) bytes.writeUInt32BE(sign.codePointAt(0)!);
        else bytes.writeUInt32LE(sign.codePointAt(0)!);
        return bytes;
      }),
    );

  it.each<[string, string, Buffer]>([
    ['UTF-16', 'little-endian with a mark', Buffer.from(`\uFEFF${record}`, 'utf16le')],
    ['UTF-16', 'big-endian with a mark', swapped(`\uFEFF${record}`)],
    ['UTF-16', 'little-endian', Buffer.from(record, 'utf16le')],
    ['UTF-16', 'big-endian', swapped(record)],
    ['UTF-16', 'a mark alone', Buffer.from('\uFEFF', 'utf16le')],
    ['UTF-32', 'little-endian with a mark', wide(`\uFEFF${record}`, false)],
    ['UTF-32', 'big-endian with a mark', wide(`\uFEFF${record}`, true)],
    ['UTF-32', 'little-endian', wide(record, false)],
    ['UTF-32', 'big-endian', wide(record, true)],
  ])('is one problem: %s %s', async (encoding, _, content) => {
    const problem = `is ${encoding}, not UTF-8: save the file as UTF-8`;
    expect(await lines(content)).toMatchObject([{ line: 1, problem }]);
    expect(await lines(content, 1)).toMatchObject([{ line: 1, problem }]);
  });

  it('shows a person how it begins', async () => {
    const [line] = await lines(Buffer.from(`\uFEFF${record}`, 'utf16le'));
    expect(line!.text).toContain('{"kind":"country"}');
  });

  it('is not every file with a zero byte', async () => {
    expect(await lines('{"a":1}\n\0\0\n')).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 2, text: '\0\0' },
    ]);
  });
});

describe('any bytes at all', () => {
  it('become lines, and never an error', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary' }), integer({ min: 1, max: 5 }), async (text, size) => {
        for (const encoding of ['utf8', 'latin1', 'utf16le'] as const)
          for (const { line, text: found } of await lines(Buffer.from(text, encoding), size)) {
            expect(line).toBeGreaterThan(0);
            expect(found).not.toContain('\n');
          }
      }),
    );
  });
});
