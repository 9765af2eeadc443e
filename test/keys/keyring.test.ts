import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKeyring } from '../../src/keys/keyring.ts';
import { readKey } from '../../src/keys/key.ts';
import { createKeyFor, revokeKeys, rotateKey } from '../../src/keys/manage-keys.ts';
import { makeKeys, newKeysFile, type Keys } from '../make-keys.ts';

const keyOf = ({ authorization }: { authorization: string }) => authorization.replace('Bearer ', '');
/** The same key with another secret: of the right form, and of an id that is there. */
const guess = (key: string, secret: string) => key.replace(readKey(key)!.secret, secret.padEnd(43, 'x'));

describe('a keyring', () => {
  let keys: Keys;
  let key: string;
  const judge = (presented: string) => keys.keyring.judge(presented);
  const cora = { is: 'valid', holder: { name: 'Cora', role: 'curator' } };
  beforeEach(async () => {
    keys = await makeKeys();
    key = keyOf(keys.curator);
  });

  it('knows whose key it is, and what they may do', async () => {
    expect(await judge(key)).toEqual(cora);
    expect(await judge(keyOf(keys.admin))).toEqual({ is: 'valid', holder: { name: 'Ada', role: 'admin' } });
    expect(keys.log).toEqual([]);
  });

  it.each<[string, (key: string) => string]>([
    ['another secret', (own) => guess(own, 'x')],
    ['another id', (own) => own.replace(readKey(own)!.id, 'a'.repeat(12))],
    ['its hash', () => JSON.parse(readFileSync(keys.file, 'utf8'))[0].hash as string],
    ['its beginning', (own) => own.slice(0, -1)],
    ['more behind it', (own) => `${own}x`],
    ['other case', (own) => own.toUpperCase()],
    ['nothing', () => ''],
    ['a megabyte', () => 'x'.repeat(1_000_000)],
  ])('does not know %s', async (_, change) => {
    expect(await judge(change(key))).toEqual({ is: 'unknown' });
  });

  it('checks a right key once, slowly, and knows it at once from then on', async () => {
    const timed = async (times: number) => {
      const began = performance.now();
      for (let n = 0; n < times; n++) expect(await judge(key)).toEqual(cora);
      return performance.now() - began;
    };
    const first = await timed(1);
    expect(await timed(100)).toBeLessThan(first * 20);
  });

  it('takes a key no more from the moment it is revoked, also one it has just known', async () => {
    expect(await judge(key)).toEqual(cora);
    await revokeKeys(keys.file, 'Cora');
    expect(await judge(key)).toEqual({ is: 'revoked', name: 'Cora', since: expect.any(String) });
    expect(await judge(guess(key, 'y'))).toEqual({ is: 'unknown' }); // only its holder is told
    expect(await judge(keyOf(keys.admin))).toMatchObject({ is: 'valid' });
  });

  it('takes a key no more once its entry has gone from the file', async () => {
    expect(await judge(key)).toEqual(cora);
    const [, ada] = JSON.parse(readFileSync(keys.file, 'utf8')) as object[];
    writeFileSync(keys.file, JSON.stringify([ada]));
    expect(await judge(key)).toEqual({ is: 'unknown' });
  });

  it('takes both keys of a name that was rotated, the old one until its time is over', async () => {
    expect(await judge(key)).toEqual(cora);
    const { key: next } = await rotateKey(keys.file, 'Cora', 1);
    expect([await judge(key), await judge(next)]).toEqual([cora, cora]);
    const entries = JSON.parse(readFileSync(keys.file, 'utf8')) as { name: string; expires?: string }[];
    const over = new Date(Date.now() - 1_000).toISOString();
    const ended = entries.map((entry) => (entry.expires ? { ...entry, expires: over } : entry));
    writeFileSync(keys.file, JSON.stringify(ended));
    expect([await judge(key), await judge(next)]).toEqual([{ is: 'expired', name: 'Cora', since: over }, cora]);
  });

  it('takes a key that was made after it was opened', async () => {
    const { key: made } = await createKeyFor(keys.file, 'Nadia', 'curator');
    expect(await judge(made)).toEqual({ is: 'valid', holder: { name: 'Nadia', role: 'curator' } });
  });

  it('keeps the keys it had while the file is bad or has gone, says so once, and goes on with the next good one', async () => {
    const good = readFileSync(keys.file);
    const subject = `API_KEYS_FILE=${JSON.stringify(keys.file)}`;
    writeFileSync(keys.file, good.subarray(0, 100));
    expect([await judge(key), await judge(key)]).toEqual([cora, cora]);
    expect(keys.log.splice(0)).toEqual([
      `${subject} is not a list of keys in JSON. The keys it had before stay as they were.`,
    ]);
    rmSync(keys.file);
    expect([await judge(key), await judge(key)]).toEqual([cora, cora]);
    expect(keys.log.splice(0)).toEqual([
      `${subject} is not there; keys create makes it. The keys it had before stay as they were.`,
    ]);
    writeFileSync(`${keys.file}.other`, '[]', { mode: 0o600 });
    renameSync(`${keys.file}.other`, keys.file);
    expect(await judge(key)).toEqual({ is: 'unknown' });
    expect(keys.log).toEqual([]);
  });

  it('says at its opening what is wrong with a file', async () => {
    const file = newKeysFile();
    const subject = `API_KEYS_FILE=${JSON.stringify(file)}`;
    const open = () => openKeyring(file, () => {});
    await expect(open()).rejects.toThrow(`${subject} is not there; keys create makes it`);
    writeFileSync(file, 'keys');
    await expect(open()).rejects.toThrow(`${subject} is not a list of keys in JSON`);
    await expect(openKeyring('/', () => {})).rejects.toThrow('API_KEYS_FILE="/" cannot be read: EISDIR');
  });

  it('warns of a file that others can read', async () => {
    chmodSync(keys.file, 0o640);
    expect(await judge(key)).toEqual(cora);
    const warning = expect.stringMatching(/^API_KEYS_FILE=.* can be read or written by others; chmod 600 /);
    expect(keys.log).toEqual([warning]);
    const log: string[] = [];
    await openKeyring(keys.file, (message) => log.push(message));
    expect(log).toEqual([warning]);
  });

  it('lets nobody who guesses take the processor, nor keep others out for long', async () => {
    expect(await judge(keyOf(keys.admin))).toMatchObject({ is: 'valid' });
    const { user } = process.cpuUsage();
    const began = performance.now();
    let latest = 0;
    const verdicts: string[] = [];
    while (performance.now() - began < 2_000) {
      const flood = Array.from({ length: 20 }, (_, n) => judge(guess(key, `${n}-${verdicts.length}`)));
      const asked = performance.now();
      expect(await judge(keyOf(keys.admin))).toMatchObject({ is: 'valid' }); // known already: no turn to wait for
      latest = Math.max(latest, performance.now() - asked);
      verdicts.push(...(await Promise.all(flood)).map(({ is }) => is));
    }
    const busyFor = (process.cpuUsage().user - user) / 1_000;
    expect(new Set(verdicts)).toEqual(new Set(['unknown', 'busy']));
    expect(latest).toBeLessThan(1_000);
    expect(busyFor).toBeLessThan((performance.now() - began) * 0.7);
    // The true one that nobody has seen yet gets its turn.
    for (let verdict = await judge(key); verdict.is !== 'valid'; verdict = await judge(key))
      expect(verdict).toEqual({ is: 'busy' });
  });

  it('remembers a wrong key: sent again and again it costs one check', async () => {
    const wrong = guess(key, 'z');
    expect(await judge(wrong)).toEqual({ is: 'unknown' });
    const again = await Promise.all(Array.from({ length: 500 }, () => judge(wrong)));
    expect(new Set(again.map(({ is }) => is))).toEqual(new Set(['unknown']));
    expect(await judge(key)).toEqual(cora);
  });
});
