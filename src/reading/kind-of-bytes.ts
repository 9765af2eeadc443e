import { utf16Of } from '../ingest/page/decode-page.ts';

const looked = 4_096; // bytes
const mostControls = 0.01; // of what is looked at; text has next to none

/** What files of other sorts begin with, as latin1, and what they are called. */
const others: [start: string, name: string][] = [
  ['PK\x03\x04', 'an archive or an office document'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['\x1f\x8b', 'packed (gzip)'],
  ['{\\rtf', 'a document in Rich Text Format'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
];

/** A sort of page that can be read, or in words what cannot. */
export type KindOfBytes = { kind: 'pdf' | 'markdown' | 'text' } | { reason: string };

/** What the bytes of a page are to be read as: by how they begin, then by what their sender calls them. */
export function kindOfBytes(bytes: Uint8Array, contentType = ''): KindOfBytes {
  if (bytes.length === 0) return { reason: 'it is empty' };
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, looked)).toString('latin1');
  if (/^[^\p{L}<]{0,1000}%PDF-\d/u.test(start)) return { kind: 'pdf' };
  const other = others.find(([sign]) => start.startsWith(sign))?.[1];
  if (other) return { reason: `it is ${other}, no page: give its text, such as from "save as PDF" or "save as text"` };
  if (!utf16Of(bytes) && controlsIn(start) > start.length * mostControls) return { reason: 'it is a binary file' };
  if (/^text\/(x-)?markdown\b/i.test(contentType)) return { kind: 'markdown' };
  if (/^(text|application)\/[\w.+-]*(html|xml|plain|pdf|octet-stream)\b/i.test(contentType) || !contentType)
    return { kind: 'text' };
  return { reason: `it is no page but ${contentType.slice(0, 100)}` };
}

/** Control characters that stand in no text; escapes (U+001B) stand in Japanese mail. */
// oxlint-disable-next-line no-control-regex
const controlsIn = (text: string) => text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
