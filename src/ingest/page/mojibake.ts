/** What windows-1252 has for the bytes 0x80–0x9f; five of them are controls. */
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const byteOf = new Map([...signs].map((sign, at) => [sign, 0x80 + at]));

/** Two to four letters that are the bytes of one character in UTF-8: a lead byte, and bytes that go on. */
const later = `[\\x80-\\xbf${signs}]`;
const pieces = new RegExp(`[Â-ß]${later}|[à-ï]${later}{2}|[ð-ô]${later}{3}`, 'g');
/** Latin, Greek, Cyrillic, Hebrew, Arabic, and marks of print: `É’` would be a letter of phonetics. */
const plausible = /[\u00a0-\u024f\u0370-\u06ff\u1e00-\u1eff\u2010-\u203a\u20ac\u2122]/;
const beyond = /[^\0-\x7f]/g;
const mostLeft = 0.1; // of the letters beyond ASCII that are part of no such piece

/**
 * A text whose UTF-8 was once taken for windows-1252 (`â€™` for `’`, `Å¡` for `š`), as it was meant. Nothing is touched
 * unless nearly all that is beyond ASCII reads so, and more than once: what is left must have been written so.
 */
export function mendMojibake(text: string): string {
  const found = (text.match(pieces) ?? []).filter((piece) => meant(piece) !== null);
  if (found.length < 2 && !/^(â€|Ã[^\s]|Å[^\s])/.test(found[0] ?? '')) return text; // what nobody writes
  const inPieces = found.reduce((sum, piece) => sum + piece.length, 0);
  const all = text.match(beyond)?.length ?? 0;
  return all - inPieces > mostLeft * all ? text : text.replace(pieces, (piece) => meant(piece) ?? piece);
}

function meant(piece: string): string | null {
  try {
    const bytes = Uint8Array.from(piece, (sign) => byteOf.get(sign) ?? sign.charCodeAt(0));
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return plausible.test(read) ? read : null;
  } catch {
    return null;
  }
}
