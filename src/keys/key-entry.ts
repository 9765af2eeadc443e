import { z } from 'zod';
import { hashForm } from './secret-hash.ts';

/** What the holder of a key may do: a curator writes, an admin also deletes for good. */
export const roles = ['curator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Names under which the product itself writes: a key of that name would make the history lie. */
const ownNames = ['import', 'review', 'seed', 'start'];

/** Why a name cannot be that of a key; null when it can. It stands in the history beside all that is written with it. */
export function problemOfName(name: string): string | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@-]{0,79}$/u.test(name) || name.endsWith(' '))
    return 'is not a name of at most 80 letters, digits, spaces and . _ @ - that begins with a letter or digit';
  return ownNames.includes(name.toLowerCase()) ? 'is a name under which the product itself writes' : null;
}

const text = z.string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is not a string') });

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'is not a date such as 2027-01-01 or 2027-01-01T12:00:00Z',
});

/** Whether a text names a day or a moment as the file of keys does. */
export const isMoment = (value: string): boolean => moment.safeParse(value).success;

/** One key, as it stands in the file of keys. */
const fields = {
  /** Who writes with it. A key that was rotated stands beside the one it was rotated to, under one name. */
  name: text.check(({ value, issues }) => {
    const message = problemOfName(value);
    if (message) issues.push({ code: 'custom', message, input: value });
  }),
  id: text.regex(/^[a-z0-9]{12}$/, 'is not an id of a key'),
  role: z.enum(roles, `is not one of ${roles.join(', ')}`),
  hash: text.regex(hashForm, 'is not a hash that keys create writes'),
  created: moment,
  /** From then on it is not taken any more. */
  expires: moment.optional(),
  /** Since when it is not taken any more. */
  revoked: moment.optional(),
};
const keyEntry = z.strictObject(fields, {
  error: ({ code }) => (code === 'invalid_type' ? 'is not an object' : undefined),
});

/** The whole file: a list of keys, each id once. */
export const keyEntries = z.array(keyEntry, 'is not a list of keys in JSON').check(({ value, issues }) => {
  const ids = new Set<string>();
  for (const [place, { id }] of value.entries()) {
    if (ids.has(id)) issues.push({ code: 'custom', message: 'stands there twice', path: [place, 'id'], input: id });
    ids.add(id);
  }
});

export type KeyEntry = z.infer<typeof keyEntry>;

/** How a key stands at a moment. */
export function standingOf({ expires, revoked }: KeyEntry, now = Date.now()): 'valid' | 'expired' | 'revoked' {
  if (revoked !== undefined) return 'revoked';
  return expires !== undefined && Date.parse(expires) <= now ? 'expired' : 'valid';
}
