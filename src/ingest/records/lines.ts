import { Buffer, isUtf8 } from 'node:buffer';

/**
 * One line of a file, counted from 1, without its line break. With `problem` the line cannot be used, and `text` is
 * its first 200 characters for a person. `unfinished` marks a last line that no line break follows: harmless where the
 * line is whole, but a line that is not whole was then cut off there.
 */
export type Line = { line: number; text: string; problem?: undefined; unfinished?: true } | ProblemLine;
type ProblemLine = { line: number; text: string; problem: string; unfinished?: true };

/** How long a line may be, in bytes. */
export const longestLine = 1_000_000;

const shownBytes = 800; // 200 characters take no more
const [lineFeed, carriageReturn] = [10, 13];

/**
 * Cuts bytes into lines of UTF-8 text, at line feeds; a carriage return before one and a byte order mark at the start
 * are left out. Holds one line of at most `longestLine` bytes. A line that is longer, or not UTF-8, comes out with its
 * problem and stops nothing; a file in UTF-16 or UTF-32 is one problem on line 1 and ends there.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let line = 1;
  let held: Buffer[] = []; // the beginning of a line that goes on in the next chunk
  let heldBytes = 0;
  const hold = (part: Buffer) => {
    heldBytes += part.length;
    // Of a line that is too long already only the beginning is shown.
    if (heldBytes <= longestLine + 1) held.push(part);
    else if (held.length !== 1 || held[0]!.length !== shownBytes) held = [startOf(held, part)];
  };

  for await (const chunk of withoutMark(chunks)) {
    if ('problem' in chunk) return yield chunk;
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      const part = chunk.subarray(from, to);
      from = to + 1;
      if (heldBytes === 0) yield readLine(line++, part, part.length);
      else {
        hold(part);
        yield readLine(line++, held.length === 1 ? held[0]! : Buffer.concat(held), heldBytes);
        held = [];
        heldBytes = 0;
      }
    }
    // A copy: the giver of the chunk may use its memory again.
    if (from < chunk.length) hold(Buffer.from(chunk.subarray(from)));
  }
  if (heldBytes > 0) yield { ...readLine(line, Buffer.concat(held), heldBytes), unfinished: true };
}

const startOf = (held: Buffer[], part: Buffer) =>
  Buffer.from(Buffer.concat([...held, part.subarray(0, shownBytes)]).subarray(0, shownBytes));

/** `length` is that of the whole line, where `bytes` are only its beginning. */
function readLine(line: number, bytes: Buffer, length: number): Line {
  const endsInReturn = bytes.length === length && bytes.at(-1) === carriageReturn;
  const content = endsInReturn ? bytes.subarray(0, -1) : bytes;
  if (length - (endsInReturn ? 1 : 0) > longestLine)
    return { line, text: shown(content), problem: `is longer than ${longestLine} bytes` };
  if (isUtf8(content)) return { line, text: content.toString('utf8') };
  const problem = `is not UTF-8 (byte ${badByte(content)}): save the file as UTF-8`;
  return { line, text: shown(content), problem };
}

const shown = (bytes: Buffer) => [...bytes.toString('utf8', 0, shownBytes)].slice(0, 200).join('');

/** Which byte of a line, from 1, is the first that is not UTF-8. */
function badByte(bytes: Buffer): number {
  const text = bytes.toString('utf8'); // has U+FFFD for what is wrong, and where the file itself says so
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(byte, byte + 3).equals(Buffer.from('\uFFFD'))) break;
    byte += 3;
    from = at + 1;
  }
  return byte + 1;
}

/** The same bytes without a UTF-8 byte order mark; what is another encoding by its first four bytes is one problem. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | ProblemLine> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!start) yield bytes;
    else {
      start = Buffer.concat([start, bytes]);
      if (start.length < 4) continue;
      yield opened(start);
      start = null;
    }
  }
  if (start) yield opened(start);
}

function opened(start: Buffer): Buffer | ProblemLine {
  const encoding = otherEncoding(start);
  if (!encoding) return start.indexOf('\uFEFF') === 0 ? start.subarray(3) : start;
  const text = start
    .toString('latin1', 0, shownBytes)
    .replace(/[\0\xFE\xFF\r\n]/g, '')
    .slice(0, 200);
  return { line: 1, text, problem: `is ${encoding}, not UTF-8: save the file as UTF-8` };
}

/** UTF-16 and UTF-32 by their byte order mark or, as a record begins in ASCII, by where the zero bytes are. */
function otherEncoding(start: Buffer): 'UTF-16' | 'UTF-32' | null {
  const first = start.toString('hex', 0, 4);
  const zeros = [...start.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (first === 'fffe0000' || first === '0000feff' || zeros === '000x' || zeros === 'x000') return 'UTF-32';
  return /^(fffe|feff)/.test(first) || /^(0x|x0)/.test(zeros) ? 'UTF-16' : null;
}
