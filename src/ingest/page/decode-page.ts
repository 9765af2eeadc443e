import { isAscii } from 'node:buffer';
import { detect } from 'chardet';
import { mendMojibake } from './mojibake.ts';

/** So far into a page its own word on its charset is looked for, in bytes: as browsers do. */
const prescan = 1024;
const sampled = 4_096; // bytes; UTF-16 shows at once
const weighed = 64_000; // bytes; charsets of one byte a letter show by what is common

/**
 * The text of a page's bytes: by the mark they begin with, as UTF-16 where every other byte says so, as UTF-8 where they
 * are that, by the charset their sender names, the one they name themselves, else by the letters they would make. UTF-8
 * that was taken for windows-1252 before it was encoded again is mended.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  return mendMojibake(decoded(bytes, contentType));
}

function decoded(bytes: Uint8Array, contentType: string): string {
  const wide = markOf(bytes) ?? utf16Of(bytes);
  if (wide) return decodedAs(wide, bytes)!;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, prescan));
  const named =
    charsetIn(contentType) ?? charsetIn(start.match(/<meta[^>]+charset[^>]*>|<\?xml[^>]+encoding[^>]*>/i)?.[0]);
  const asNamed = named === undefined || /^utf-?8$/i.test(named) ? null : decodedAs(named, bytes);
  const utf8 = isAscii(bytes) ? null : decodedAs('utf-8', bytes, true);
  // Letters beyond ASCII are UTF-8 by chance in no other charset: whoever names one has moved the page and forgot it.
  return utf8 ?? asNamed ?? (mostlyUtf8(bytes) ? decodedAs('utf-8', bytes)! : byLetters(bytes));
}

/** What UTF-16 that bears no mark shows by: every other byte is one of a few, the upper halves of Latin or Cyrillic. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = markOf(bytes);
  if (mark) return mark === 'utf-8' ? undefined : mark;
  const pairs = Math.floor(Math.min(bytes.length, sampled) / 2);
  if (pairs < 4) return undefined;
  const upper = [0, 0]; // bytes that may be an upper half, at even places and at odd ones
  const zero = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) {
    const byte = bytes[at]!;
    if (byte <= 0x05 || byte === 0x1e || byte === 0x20) upper[at % 2]!++;
    if (byte === 0) zero[at % 2]!++;
  }
  const isUpper = (half: 0 | 1) =>
    upper[half]! > 0.95 * pairs && zero[half]! > 0.1 * pairs && zero[1 - half]! <= 0.01 * pairs;
  return isUpper(1) ? 'utf-16le' : isUpper(0) ? 'utf-16be' : undefined;
}

/** Null where there is no charset of that name, or with `fatal` where the bytes are not in it. */
function decodedAs(charset: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, ownOfWindows) : text;
  } catch {
    return null;
  }
}

/** What windows-1252 has where latin1 has controls: some versions of Node leave them undecoded. */
const ownOfWindows = (control: string) =>
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'[control.charCodeAt(0) - 0x80]!;

/** True for UTF-8 in which a little is broken, such as a page that was cut off within a letter. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodedAs('utf-8', bytes.subarray(0, weighed))!;
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/[^\0-\x7f\uFFFD]/g) >= 10 * count(/\uFFFD/g);
}

/** By how often which letters meet; Serbian and Croatian, which the counts leave out, by their own letters. */
function byLetters(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, weighed);
  const guess = detect(sample) ?? 'windows-1252';
  const isWestern = /^(windows-1252|iso-8859-1)$/i.test(guess);
  return decodedAs((isWestern && southSlavic(decodedAs('windows-1252', sample)!)) || guess, bytes) ?? decodedAs('windows-1252', bytes)!; // prettier-ignore
}

/** `žrtve`, `kuća`, `izveštaj`, as they look where windows-1250 or ISO-8859-2 was taken for windows-1252. */
function southSlavic(western: string): string | undefined {
  if (/[©®¹¾](?=\p{Ll}\p{Ll})/u.test(western)) return 'iso-8859-2';
  if (/[åøþáéíóúàùâêîôûäöüãõçñ]/i.test(western)) return undefined;
  return /[æð]|è.*[šž]|[šž].*è/su.test(western) ? 'windows-1250' : undefined;
}

const charsetIn = (text: string | undefined) => text?.match(/(?:charset|encoding)\s*=\s*["']?([\w:-]+)/i)?.[1];

function markOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
