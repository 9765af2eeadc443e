import { assert, asyncProperty, constantFrom, json, jsonValue, oneof, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publication, smallCatalogue, source } from '../../records.ts';
import { read, readBytes, rejectionOf } from './read.ts';

const plain = (fields: object) => ({ ...publication('plain'), ...fields });

describe('a line of a record file', () => {
  it.each(smallCatalogue.map((record) => [record.id, record] as const))('becomes the record: %s', async (_, record) => {
    const text = JSON.stringify(record);
    expect(await read(text)).toEqual([{ line: 1, text, record: JSON.parse(text) }]);
  });

  it('may have a byte order mark before it when it is the first', async () => {
    const text = JSON.stringify(publication('plain'));
    expect(await read(`\uFEFF${text}`, `\uFEFF${text}`)).toMatchObject([
      { line: 1, record: { id: 'publication/plain' } },
      { line: 2, field: '', reason: expect.stringMatching(/^is not JSON: /) },
    ]);
  });

  it('keeps its number when blank lines come before it', async () => {
    const text = JSON.stringify(publication('plain'));
    expect(await read('', '  \t', text, '')).toEqual([{ line: 3, text, record: publication('plain') }]);
  });

  it('stops nothing when it is no record', async () => {
    const good = JSON.stringify(publication('plain'));
    const lines = await read('{', good, '{}', good);
    expect(lines.map((line) => 'record' in line)).toEqual([false, true, false, true]);
  });

  it('is given whole with its place when it is rejected', async () => {
    const text = JSON.stringify(plain({ date: 'soon' }));
    expect((await read('', text))[0]).toEqual({
      file: 'list.jsonl',
      line: 2,
      field: 'date',
      value: 'soon',
      reason: 'is not a date such as 2021, 2021-03 or 2021-03-05',
      text,
    });
  });

  it('is told with its problem when it is no line of text', async () => {
    const bytes = Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9, 10])]);
    expect(await readBytes(bytes)).toEqual([
      {
        file: 'list.jsonl',
        line: 1,
        field: '',
        value: 'caf\uFFFD',
        reason: 'is not UTF-8 (byte 4): save the file as UTF-8',
        text: 'caf\uFFFD',
      },
    ]);
  });

  it('says that the file may have been cut off there when it is the last and is not whole', async () => {
    const text = JSON.stringify(publication('plain'));
    expect(await readBytes(Buffer.from(text))).toEqual([{ line: 1, text, record: publication('plain') }]);
    expect(await readBytes(Buffer.from(`${text}\n${text.slice(0, 30)}`))).toMatchObject([
      { line: 1, record: {} },
      {
        line: 2,
        reason: expect.stringMatching(/^is not JSON: .*; the file ends with this line and may have been cut/),
      },
    ]);
  });

  it('is quoted without what a terminal would obey', async () => {
    const { reason } = await rejectionOf('{"title": \u001b[31m\u202e}');
    expect(reason).toMatch(/^is not JSON: /);
    expect(reason).not.toMatch(/\p{C}/u);
  });

  it.each(['[', '{"a":'])('may be nested as deep as it likes: %s', async (opening) => {
    const closing = opening === '[' ? ']' : '}';
    const deep = opening.repeat(100_000) + '1' + closing.repeat(100_000);
    for (const text of [deep, JSON.stringify(plain({ title: 0 })).replace(':0', `:${deep}`)]) {
      const rejection = await rejectionOf(text);
      expect(rejection).toMatchObject({ field: '', value: text.slice(0, 80) });
      expect(rejection.reason).toBe('is nested more than 32 levels deep');
      expect(() => JSON.stringify(rejection)).not.toThrow();
    }
  });

  it('is told in short when it is not JSON', async () => {
    const text = `{"kind": "publication", ${'x'.repeat(500)}`;
    const { field, value, reason, text: whole } = await rejectionOf(text);
    expect({ field, value, whole }).toEqual({ field: '', value: text.slice(0, 80), whole: text });
    expect(reason).toMatch(/^is not JSON: /);
  });
});

describe('a field that cannot be used', () => {
  const date = 'is not a date such as 2021, 2021-03 or 2021-03-05';
  const language = 'is not a BCP 47 language tag such as en or sr-Latn';
  const address = 'is not an http(s) address';
  const isbn = 'is not an ISBN: its check digit does not fit';
  const doi = 'is not a DOI such as 10.1000/182';
  const itself = 'points to the record itself';
  const orcid = 'is not an ORCID iD such as https://orcid.org/0000-0002-1825-0097';
  const ror = 'is not a ROR id such as https://ror.org/05a28rw58';
  const user = 'has a user name in it: write the address without what stands before the @';
  const tooLong = `publication/${'a'.repeat(2_037)}`; // no key of an index of Neo4j
  const far = `https://a.example/${'ж漢字'.repeat(85)}${'-'.repeat(8)}`;
  const disguise = 'has U+202E in it, which can disguise what is read';
  const theme = { kind: 'theme', id: 'theme/x', prefLabel: { en: 'x' }, source };
  const instrument = { kind: 'instrument', id: 'instrument/x', title: 'x', source };
  const project = { kind: 'project', id: 'project/x', title: 'x', source };
  const organisation = { kind: 'organisation', id: 'organisation/x', name: 'x', source };
  const kind =
    'has a kind that is not one of publication, organisation, country, instrument, theme, project, person, merged, withdrawn';
  const country = { kind: 'country', id: 'country/RS', name: 'Serbia', source };
  it.each<[string, unknown, unknown, string | RegExp]>([
    ['kind', 'planet', { ...country, kind: 'planet' }, kind],
    ['kind', '__proto__', { ...country, kind: '__proto__' }, kind],
    ['kind', null, { ...country, kind: undefined }, kind],
    ['colour', 'red', plain({ colour: 'red' }), 'is not a field'],
    ['source', null, plain({ source: undefined }), 'is missing'],
    ['title', null, plain({ title: undefined }), 'is missing'],
    ['title', null, plain({ title: null }), 'is not a string'],
    ['countries', 'country/RS', plain({ countries: 'country/RS' }), 'is not a list'],
    ['titles', 'x', plain({ titles: 'x' }), 'is not an object'],
    ['source.verified', 'yes', plain({ source: { ...source, verified: 'yes' } }), 'is not true or false'],
    [
      'relations.0.type',
      'likes',
      { ...instrument, relations: [{ type: 'likes', to: 'instrument/y' }] },
      'is not one of amends, repeals, implements, protocolTo, replacedBy',
    ],
    ['source', { verified: true }, plain({ source: { verified: true } }), 'names neither url nor file'],
    ['source.trust', 1, plain({ source: { ...source, trust: 1 } }), 'is not a field'],
    ['date', '2021-02-30', plain({ date: '2021-02-30' }), date],
    ['date', '2021-13', plain({ date: '2021-13' }), date],
    ['date', 2021, plain({ date: 2021 }), 'is not a string'],
    ['date', '2023-02-29', plain({ date: '2023-02-29' }), date],
    ['date', '2021-04-31', plain({ date: '2021-04-31' }), date],
    ['date', '2021-00', plain({ date: '2021-00' }), date],
    ['date', '２０２１', plain({ date: '２０２１' }), date],
    ['language', 'english language', plain({ language: 'english language' }), language],
    ['language', 'sr-latn', plain({ language: 'sr-latn' }), language],
    ['titles.??', 'x', plain({ titles: { '??': 'x' } }), language],
    ['titles.EN', 'x', plain({ titles: { EN: 'x' } }), language],
    ['titles. en', 'x', plain({ titles: { ' en': 'x' } }), language],
    ['titles.', 'x', plain({ titles: { '': 'x' } }), language],
    ['titles.de', '', plain({ titles: { en: 'x', de: '' } }), 'is empty'],
    ['id', 'theme/x', plain({ id: 'theme/x' }), 'is not an id of the form publication/…'],
    ['id', 'publication/', plain({ id: 'publication/' }), 'is not an id of the form publication/…'],
    ['id', 'publication/a b', plain({ id: 'publication/a b' }), 'is not an id of the form publication/…'],
    ['themes.1', 'country/RS', plain({ themes: ['theme/a', 'country/RS'] }), 'is not an id of the form theme/…'],
    ['id', tooLong, plain({ id: tooLong }), 'has 2049 characters; the limit is 2048'],
    ['url', far, plain({ url: far }), 'has 2066 characters as it is sent; the limit is 2048'],
    ['url', 'https://u@a.example/', plain({ url: 'https://u@a.example/' }), user],
    ['url', 'https://u:p@a.example', plain({ url: 'https://u:p@a.example' }), user],
    ['sameAs.0', 'https:///u@a.example', plain({ sameAs: ['https:///u@a.example'] }), user],
    ['authors.0', 'x', plain({ authors: ['x'] }), 'is not an id of the form person/… or organisation/…'],
    ['instruments.0', 'x', plain({ instruments: ['x'] }), 'is not an id of the form instrument/…'],
    [
      'instruments.1.id',
      'x',
      plain({ instruments: ['instrument/a', { id: 'x', provision: 'Article 1' }] }),
      'is not an id of the form instrument/…',
    ],
    [
      'instruments.0.page',
      1,
      plain({ instruments: [{ id: 'instrument/a', provision: '1', page: 1 }] }),
      'is not a field',
    ],
    ['countries.0', 'country/XYZ', plain({ countries: ['country/XYZ'] }), /ISO 3166-1 alpha-2/],
    ['isbn', '978-0-306-40615-8', plain({ isbn: '978-0-306-40615-8' }), isbn],
    ['isbn', '0-306-40615-3', plain({ isbn: '0-306-40615-3' }), isbn],
    ['isbn', '0X00000009', plain({ isbn: '0X00000009' }), isbn],
    ['isbn', '12', plain({ isbn: '12' }), isbn],
    ['doi', '11.1000/182', plain({ doi: '11.1000/182' }), doi],
    ['isbn', '9770306406150', plain({ isbn: '9770306406150' }), isbn],
    ['doi', 'https://example.org/10.1000/182', plain({ doi: 'https://example.org/10.1000/182' }), doi],
    ['doi', 'https://doi.org/', plain({ doi: 'https://doi.org/' }), 'is empty'],
    ['doi', '10.1000/1 82', plain({ doi: '10.1000/1 82' }), doi],
    ['doi', 'https://doi.org/10.1000/%00', plain({ doi: 'https://doi.org/10.1000/%00' }), /control characters/],
    ['url', 'javascript:alert(1)', plain({ url: 'javascript:alert(1)' }), address],
    ['url', 'example.org', plain({ url: 'example.org' }), address],
    ['urls.1', 'data:,x', plain({ urls: ['https://a.example', 'data:,x'] }), address],
    ['url', 'https://', plain({ url: 'https://' }), address],
    ['url', 'https://a.example/\nb', plain({ url: 'https://a.example/\nb' }), /line breaks/],
    ['url', 'https://a.example/\u202Eb', plain({ url: 'https://a.example/\u202Eb' }), disguise],
    ['sameAs.0', 'https://orcid.org/', plain({ sameAs: ['https://orcid.org/'] }), orcid],
    [
      'sameAs.0',
      'http://orcid.org/0000-0002-1825-0097',
      plain({ sameAs: ['http://orcid.org/0000-0002-1825-0097'] }),
      orcid,
    ],
    [
      'sameAs.1',
      'https://orcid.org/0000-0002-1825-0096',
      plain({ sameAs: ['https://a.example/', 'https://orcid.org/0000-0002-1825-0096'] }),
      'is not an ORCID iD: its check digit does not fit',
    ],
    ['sameAs.0', 'https://ror.org/15a28rw58', plain({ sameAs: ['https://ror.org/15a28rw58'] }), ror],
    ['sameAs.0', 'https://ror.org/05a28rl58', plain({ sameAs: ['https://ror.org/05a28rl58'] }), ror],
    ['sameAs.0', 'https://www.ror.org/05a28rw58', plain({ sameAs: ['https://www.ror.org/05a28rw58'] }), ror],
    [
      'sameAs.0',
      'https://ror.org/05a28rw59',
      plain({ sameAs: ['https://ror.org/05a28rw59'] }),
      'is not a ROR id: its check digits do not fit',
    ],
    ['translationOf', 'publication/plain', plain({ translationOf: 'publication/plain' }), itself],
    ['editionOf', 'publication/plain', plain({ editionOf: 'publication/plain' }), itself],
    ['cites.1', 'publication/plain', plain({ cites: ['publication/a', 'publication/plain'] }), itself],
    ['cites.2', 'publication/plain', plain({ cites: ['publication/a', 'publication/a', 'publication/plain'] }), itself],
    ['memberOf.0', 'organisation/x', { ...organisation, memberOf: ['organisation/x'] }, itself],
    ['broader.0', ' theme/x', { ...theme, broader: [' theme/x'] }, itself],
    ['related.0', 'theme/x', { ...theme, related: ['theme/x'] }, itself],
    ['relations.0.to', 'instrument/x', { ...instrument, relations: [{ type: 'amends', to: 'instrument/x' }] }, itself],
    ['end', '2020-04', { ...project, start: '2020-05-01', end: '2020-04' }, 'is before the start, 2020-05-01'],
    ['end', '2019', { ...project, start: '2020-05', end: '2019' }, 'is before the start, 2020-05'],
    ['instruments.0', 5, plain({ instruments: [5] }), 'is neither an id nor an object with id and provision'],
    ['title', 'a\0b', plain({ title: 'a\0b' }), 'has control characters in it'],
    ['summary', 'a\u0085b', plain({ summary: 'a\u0085b' }), 'has control characters in it'],
    ['title', 'a\nb', plain({ title: 'a\nb' }), 'has line breaks or tabs in it'],
    ['title', 'a\u2028b', plain({ title: 'a\u2028b' }), 'has line breaks or tabs in it'],
    ['title', 'a\uD83D', plain({ title: 'a\uD83D' }), /half a character in it \(U\+D83D\)/],
    ['title', '\uDE00', plain({ title: '\uDE00' }), /half a character/],
    ['title', 'a\uFFFE', plain({ title: 'a\uFFFE' }), 'has U+FFFE in it, which is no character'],
    ['title', 'a\u{1FFFF}', plain({ title: 'a\u{1FFFF}' }), 'has U+1FFFF in it, which is no character'],
    ['title', 'a\u202Eb', plain({ title: 'a\u202Eb' }), disguise],
    ['summary', 'a\u202Eb', plain({ summary: 'a\u202Eb' }), disguise],
    [
      'titles.en',
      'a\u2066b',
      plain({ titles: { en: 'a\u2066b' } }),
      'has U+2066 in it, which can disguise what is read',
    ],
    ['title', '', plain({ title: '' }), 'is empty'],
    ['title', ' \u00a0 ', plain({ title: ' \u00a0 ' }), 'is empty'],
    ['prefLabel', {}, { ...theme, prefLabel: {} }, 'has no label in any language'],
    ['', null, 'null', 'is not an object'],
    ['', 'text', '"text"', 'is not an object'],
    ['', [], '[]', 'is not an object'],
  ])('is named with its value and the reason: %s = %j', async (field, value, given, reason) => {
    const rejection = await rejectionOf(given);
    expect({ field: rejection.field, value: rejection.value }).toEqual({ field, value });
    if (typeof reason === 'string') expect(rejection.reason).toBe(reason);
    else expect(rejection.reason).toMatch(reason);
  });

  it.each(['__proto__', 'constructor', 'toString'])('may have a name that every object has: %s', async (name) => {
    const line = JSON.stringify(publication('plain')).replace('{', `{"${name}":{"polluted":true},`);
    expect((await read(line))[0]).toMatchObject({ field: name, value: { polluted: true } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor'])('may have it as a language too: %s', async (name) => {
    const line = JSON.stringify(plain({ titles: 0 })).replace(':0', `:{"${name}":"x"}`);
    expect((await read(line))[0]).toMatchObject({ field: `titles.${name}`, value: 'x' });
  });

  it('may have it in an escaped way', async () => {
    const line = JSON.stringify(plain({ titles: 0 })).replace(':0', ':{"en":"x","\\u005f_proto__":"x"}');
    expect(await rejectionOf(line)).toMatchObject({ field: 'titles.__proto__', value: 'x', reason: 'is not a field' });
  });
});

describe('any line at all', () => {
  const field = constantFrom(...new Set(smallCatalogue.flatMap((record) => Object.keys(record))), '__proto__');
  const changed = tuple(constantFrom(...smallCatalogue), field, jsonValue()).map(([record, field, value]) =>
    JSON.stringify({ ...record, [field]: value }),
  );

  it('is a record or a rejection, and never an error', async () => {
    await assert(
      asyncProperty(oneof(changed, json(), string({ unit: 'binary' })), async (given) => {
        const text = given.replace(/\p{Cs}|\n|^\uFEFF/gu, '').replace(/\r+$/, '');
        const lines = await read(text);
        for (const line of lines) {
          if ('record' in line) expect(line.record.id).toMatch(/^[a-z]+\/./);
          else expect(JSON.parse(JSON.stringify(line))).toEqual({ ...line, field: expect.any(String) });
          if (!/^(\0|.\0)/.test(text)) expect(line).toMatchObject({ line: 1, text });
        }
        expect(lines).toHaveLength(text.trim() === '' ? 0 : 1);
      }),
      { numRuns: 1_000 },
    );
  });
});
