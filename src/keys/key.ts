import { randomBytes, randomInt } from 'node:crypto';

/** A key as its holder has it: the id finds its entry in the file of keys, the secret proves that it is theirs. */
export interface Key {
  id: string;
  secret: string;
}

const written = /^ct_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new key: 62 random bits say which it is, 256 keep it secret. */
export const createKey = (): Key => ({
  id: Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join(''),
  secret: randomBytes(32).toString('base64url'),
});

/** A key as it is given to its holder: `ct_<id>_<secret>`. */
export const writeKey = ({ id, secret }: Key): string => `ct_${id}_${secret}`;

/** The parts of what somebody gives for a key; null where it is of another form. */
export function readKey(text: string): Key | null {
  const [, id, secret] = written.exec(text) ?? [];
  return id && secret ? { id, secret } : null;
}

/** Whether a key stands somewhere in a text, however much of it is percent-encoded. */
export function hasKeyInIt(text: string): boolean {
  const plain = text.replaceAll(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return /ct_[a-z0-9]{12}_[A-Za-z0-9_-]{43}/.test(plain);
}
