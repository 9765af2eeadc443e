import { createHash } from 'node:crypto';
import { pack, type Encoding } from './compression.ts';

/** A text with what tells it from others, its `ETag`, and its packed forms once they were asked for. */
export interface Tagged {
  body: string;
  /** Its length in bytes. */
  size: number;
  etag: string;
  packed: Partial<Record<Encoding, Promise<Buffer>>>;
}

export const tagged = (body: string): Tagged => ({
  body,
  size: Buffer.byteLength(body),
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  packed: {},
});

/** Bytes that a kept text may take: two for each character, and its packed forms. */
export const sizeOf = ({ size }: Tagged): number => size * 3 + 200;

/** A text in a form; each is made once. */
export function packedForm(text: Tagged, encoding: Encoding): Promise<Buffer> {
  return (text.packed[encoding] ??= pack(Buffer.from(text.body), encoding).catch((error: unknown) => {
    delete text.packed[encoding]; // the next one may have more luck
    throw error;
  }));
}

/** The tag of a form: every form is another sequence of bytes, so each has its own. */
export const etagOf = ({ etag }: Tagged, encoding: Encoding): string =>
  encoding === 'identity' ? etag : `${etag.slice(0, -1)}-${encoding}"`;

/** The tags of a header `If-None-Match`, the weak ones too. */
export const tagsHeld = (header: string | undefined): string[] =>
  header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];

/**
 * The tag in `If-None-Match` of a form of this text, whichever it is: what the client has says the same. `*` means the
 * form that it would get now; undefined where it has none.
 */
export function etagHeld(header: string | undefined, text: Tagged, encoding: Encoding): string | undefined {
  const held = tagsHeld(header);
  if (held.includes('*')) return etagOf(text, encoding);
  const forms: Encoding[] = ['identity', 'br', 'gzip'];
  return forms.map((form) => etagOf(text, form)).find((tag) => held.includes(tag));
}
