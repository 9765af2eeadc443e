import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../src/api/paging.ts';
import { addressOf, readTrust } from '../../src/clients/address.ts';
import { foldText } from '../../src/fold.ts';
import { readQuery } from '../../src/projection/query.ts';

/** Any text: letters of all planes, marks, controls, halves of letters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'aA"*ćЋљĐđß’\'- \u0301\ud800\udc00\u0000ﷺ№ıİ'), maxLength: 300 }),
);
const many = { numRuns: 2_000 };

describe('a cursor', () => {
  it('is read back as it was written, whatever stands in it', () => {
    const parts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, (key) => {
        expect(readCursor(writeCursor(key), key.length)).toEqual(key);
      }),
      many,
    );
  });

  it('that is forged is refused as a mistake of its sender, or read as so many texts', () => {
    const forged = fc.oneof(
      anyText,
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    fc.assert(
      fc.property(forged, fc.integer({ min: 1, max: 4 }), (cursor, length) => {
        try {
          const key = readCursor(cursor, length);
          expect(key).toHaveLength(length);
          for (const part of key) expect(typeof part).toBe('string');
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          expect(error.extensions.code).toBe('BAD_USER_INPUT');
        }
      }),
      many,
    );
  });
});

describe('a folded text', () => {
  it('is lower letters and digits of any script, words apart by one space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text)).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
      many,
    );
  });

  it('of any Latin letter, whatever marks it has, stays as it is when it is folded again', () => {
    const ranges = [
      [0x00, 0x24f],
      [0x1e00, 0x1eff],
    ] as const;
    for (const [from, to] of ranges)
      for (let code = from; code <= to; code++) {
        const folded = foldText(String.fromCodePoint(code));
        expect([code, foldText(folded)]).toEqual([code, folded]);
      }
  });

  it('is the same however its accents are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeiouAEIčćžšđñöü ЧЋЖШЂљњџ') }), (text) => {
        const folded = foldText(text);
        for (const form of ['NFC', 'NFD'] as const) expect(foldText(text.normalize(form))).toBe(folded);
        expect(foldText(text.toUpperCase())).toBe(folded);
      }),
      many,
    );
  });
});

describe('what is searched for', () => {
  it('is read from any text, as the words of it and no others, in their order', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, completing) => {
        const { terms, words } = readQuery(text, { completing });
        expect(terms.flatMap((term) => term.words)).toEqual(words);
        for (const term of terms) expect(term.words.length).toBeGreaterThan(0);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(words.join('').length).toBe(foldText(words.join(' ')).replaceAll(' ', '').length);
      }),
      many,
    );
  });

  it('has a phrase for each pair of quotation marks with words between, whatever stands around', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 5 }), fc.array(word, { maxLength: 5 }), (phrases, others) => {
        const text = [...phrases.map((words) => `"${words.join(' ')}"`), ...others.map((one) => `${one}*`)].join(' ');
        const { terms } = readQuery(text);
        expect(terms.filter(({ isExact }) => isExact).map(({ words }) => words)).toEqual(phrases);
        expect(terms.filter(({ isBeginning }) => isBeginning).map(({ words }) => words)).toEqual(
          others.map((one) => [one]),
        );
      }),
      many,
    );
  });
});

describe('what proxies say of who asks', () => {
  const proxies = readTrust('loopback,10.0.0.0/8')!;
  const stranger = fc.ipV4().filter((address) => !/^(127|10)\./.test(address));

  it('cannot be changed by what the client has written before it', () => {
    const said = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), anyText), { maxLength: 5 });
    fc.assert(
      fc.property(said, stranger, (forged, address) => {
        const seen = addressOf('127.0.0.1', [...forged, address, '10.1.2.3'].join(','), proxies);
        expect(seen!.toString()).toBe(address);
      }),
      many,
    );
  });
});
