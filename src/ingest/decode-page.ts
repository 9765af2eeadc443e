/** So far into a page its own word on its charset is looked for, in bytes: as browsers do. */
const prescan = 1024;

/**
 * The text of a page's bytes: by the mark they begin with, the charset their sender names, the one they name themselves,
 * else UTF-8, and windows-1252 where they are no UTF-8.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, prescan));
  const named =
    charsetIn(contentType) ?? charsetIn(start.match(/<meta[^>]+charset[^>]*>|<\?xml[^>]+encoding[^>]*>/i)?.[0]);
  for (const label of [markOf(bytes), named]) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // No charset of that name: the next one.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const charsetIn = (text: string | undefined) => text?.match(/(?:charset|encoding)\s*=\s*["']?([\w:-]+)/i)?.[1];

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
