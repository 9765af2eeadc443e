/** What windows-1252 shows for the bytes 0x80–0x9F; the other bytes are the code points of the same number. */
const shown = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const garbled = /[ÂÃÄÅâÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** A text whose UTF-8 was read as windows-1252 (`VerstÃ¤rkung`), read as UTF-8; as it is, where that is not certain. */
export function repairedLetters(text: string): string {
  if (!garbled.test(text)) return text;
  const bytes = Uint8Array.from([...text], (sign) => {
    const place = shown.indexOf(sign);
    return place >= 0 ? 0x80 + place : sign.length === 1 && sign <= '\u00FF' ? sign.charCodeAt(0) : 0;
  });
  if (bytes.includes(0)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
