import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWithCallback);

/** What one hash costs: 32 MB and some 80 ms. It stands in each hash, so that it can be raised for new keys. */
const usual = { ln: 15, r: 8, p: 1 };
const length = 32;

/** A hash as it is written: scrypt in the PHC string format. Costs are bounded: a file must not be able to stop a server. */
export const hashForm = /^\$scrypt\$ln=(1[0-7]),r=(8),p=([1-4])\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** The hash of a secret, each time with another salt. */
export async function hashSecret(secret: string): Promise<string> {
  const { ln, r, p } = usual;
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, usual);
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether a hash is that of this secret; it takes as long whatever the answer is. */
export async function isHashOf(hash: string, secret: string): Promise<boolean> {
  const [, ln, r, p, salt, kept] = hashForm.exec(hash)!;
  const found = await derive(secret, Buffer.from(salt!, 'base64'), { ln: Number(ln), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, Buffer.from(kept!, 'base64'));
}

const derive = (secret: string, salt: Buffer, { ln, r, p }: typeof usual): Promise<Buffer> => {
  const N = 2 ** ln;
  return scrypt(secret, salt, length, { N, r, p, maxmem: 256 * N * r });
};

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
