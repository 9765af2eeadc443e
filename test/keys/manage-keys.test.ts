import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasKeyInIt, readKey } from '../../src/keys/key.ts';
import { createKeyFor, listKeys, revokeKeys, rotateKey } from '../../src/keys/manage-keys.ts';
import { newKeysFile } from '../make-keys.ts';

const hours = 3_600_000;

describe('the file of keys', () => {
  it('has of a key a salted hash and never the key, and is its owner’s alone', async () => {
    const file = newKeysFile();
    const one = await createKeyFor(file, 'Cora', 'curator', '2999-01-01T00:00:00.000Z');
    const other = await createKeyFor(file, 'Žarko K.', 'admin');
    const text = readFileSync(file, 'utf8');
    for (const { key } of [one, other]) {
      expect(key).toMatch(/^ct_[a-z0-9]{12}_[\w-]{43}$/);
      expect(text).not.toContain(readKey(key)!.secret);
    }
    const entries = JSON.parse(text) as { hash: string }[];
    expect(entries).toMatchObject([
      { name: 'Cora', role: 'curator', id: readKey(one.key)!.id, expires: '2999-01-01T00:00:00.000Z' },
      { name: 'Žarko K.', role: 'admin', id: readKey(other.key)!.id },
    ]);
    const [first, second] = entries.map(({ hash }) => hash.split('$'));
    expect(first!.slice(0, 3)).toEqual(['', 'scrypt', 'ln=15,r=8,p=1']);
    expect(first![3]).not.toBe(second![3]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['keys.json']);
  });

  it('is listed without what could be used as a key', async () => {
    const file = newKeysFile();
    const { key, ...rest } = await createKeyFor(file, 'Cora', 'curator');
    await revokeKeys(file, 'Cora');
    const [listed] = await listKeys(file);
    expect(listed).toEqual({ ...rest, revoked: expect.any(String), is: 'revoked' });
    expect(Object.keys(listed!)).not.toContain('hash');
    expect(JSON.stringify(listed)).not.toContain(readKey(key)!.secret);
  });

  it('takes a name once, until its key has ended', async () => {
    const file = newKeysFile();
    await createKeyFor(file, 'Cora', 'curator');
    await expect(createKeyFor(file, 'Cora', 'admin')).rejects.toThrow('Cora has a key: rotate it, or revoke it first.');
    expect(await revokeKeys(file, 'Cora')).toBe(1);
    await createKeyFor(file, 'Cora', 'admin');
    expect((await listKeys(file)).map(({ role, is }) => [role, is])).toEqual([
      ['curator', 'revoked'],
      ['admin', 'valid'],
    ]);
  });

  it('keeps the old key of a name for as long as was said when it is rotated, and no longer than it had', async () => {
    const file = newKeysFile();
    const soon = new Date(Date.now() + hours).toISOString();
    await createKeyFor(file, 'Cora', 'curator', soon);
    await rotateKey(file, 'Cora', 24);
    const second = await rotateKey(file, 'Cora', 48);
    const [first, middle, last] = await listKeys(file);
    expect(first!.expires).toBe(soon);
    const left = Date.parse(middle!.expires!) - Date.now();
    expect(left).toBeGreaterThan(47.9 * hours);
    expect(left).toBeLessThanOrEqual(48 * hours);
    expect(last).toMatchObject({ name: 'Cora', role: 'curator', id: readKey(second.key)!.id, is: 'valid' });
    expect(last!.expires).toBeUndefined();
    expect(await revokeKeys(file, 'Cora')).toBe(3);
  });

  it('loses no key when commands run at the same time: one writes, the others say so', async () => {
    const file = newKeysFile();
    const names = ['a', 'b', 'c', 'd'];
    const outcomes = await Promise.allSettled(names.map((name) => createKeyFor(file, name, 'curator')));
    const made = names.filter((_, place) => outcomes[place]!.status === 'fulfilled');
    expect(made.length).toBeGreaterThan(0);
    expect((await listKeys(file)).map(({ name }) => name).toSorted()).toEqual(made);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/Another command is writing .*\.new/);
  });

  it('is written where a link leads, which stays a link', async () => {
    const file = newKeysFile();
    await createKeyFor(file, 'Cora', 'curator');
    const link = join(dirname(newKeysFile()), 'link.json');
    symlinkSync(file, link);
    await createKeyFor(link, 'Ada', 'admin');
    expect(await listKeys(link)).toEqual(await listKeys(file));
    expect((await listKeys(file)).map(({ name }) => name)).toEqual(['Cora', 'Ada']);
  });

  it.each(['', ' x', 'x\ny', 'x'.repeat(81), 'seed', 'Import', 'a\u202eb', '<b>'])(
    'has no key of the name %j: it would stand in the history',
    async (name) => {
      await expect(createKeyFor(newKeysFile(), name, 'curator')).rejects.toThrow(/ is (not )?a name /);
    },
  );

  it.each<[string, string, RegExp]>([
    ['what is not JSON', '[{"hash": "ct_aaaaaaaaaaaa_SECRET"', /is not a list of keys in JSON$/],
    ['what is no list', '{}', /is not a list of keys in JSON$/],
    ['what is no key', '["ct_aaaaaaaaaaaa_SECRET"]', /entry 1 is not an object$/],
    ['a key without a name', '[{}]', /entry 1 name is missing$/],
    ['a role that is none', JSON.stringify([entry({ role: 'SECRET' })]), /entry 1 role is not one of curator, admin$/],
    ['a key in the place of its hash', JSON.stringify([entry({ hash: 'SECRET' })]), /entry 1 hash is not a hash/],
    ['a hash of a cost nobody can pay', JSON.stringify([entry({ hash: hash.replace('15', '31') })]), /hash is not a/],
    ['a day that is none', JSON.stringify([entry({ expires: '2027-02-30' })]), /entry 1 expires is not a date such/],
    ['a field nobody knows', JSON.stringify([entry({ SECRET: 1 })]), /entry 1 has a field that no key has$/],
    ['a key that stands there twice', JSON.stringify([entry({}), entry({})]), /entry 2 id stands there twice$/],
  ])('is refused with %s, without a word of what stands there', async (_, text, message) => {
    const file = newKeysFile();
    writeFileSync(file, text);
    const failed = await listKeys(file).catch((error: Error) => error);
    expect(failed).toBeInstanceOf(Error);
    const told = (failed as Error).message;
    expect(told).toMatch(message);
    expect(told.replace(file, '')).not.toMatch(/SECRET|scrypt/);
    await expect(createKeyFor(file, 'Cora', 'curator')).rejects.toThrow(message);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

const hash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
function entry(fields: object): object {
  return { name: 'Cora', id: 'a'.repeat(12), role: 'curator', hash, created: '2026-01-01', ...fields };
}

describe('a key', () => {
  const key = `ct_${'a1'.repeat(6)}_${'Zz-_'.repeat(10)}abc`;

  it.each([key, `/graphql?key=${key}`, `/x?a=b&t=Bearer%20${key}#`, key.replaceAll('_', '%5F').replace('c', '%63')])(
    'is noticed in %s',
    (text) => expect(hasKeyInIt(text)).toBe(true),
  );

  it.each(['/graphql?query={ct_a}', '/ct_abc', key.slice(0, -1), '%', '/%E0%A4%A'])(
    'is not taken to be in %s',
    (text) => expect(hasKeyInIt(text)).toBe(false),
  );
});
