import { assert, asyncProperty, constantFrom, json, jsonValue, oneof, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords, type ReadLine, type Rejection } from '../../src/ingest/read-records.ts';
import { publication, smallCatalogue, source } from '../records.ts';

async function read(...lines: string[]): Promise<ReadLine[]> {
  async function* given() {
    yield* lines;
  }
  const found: ReadLine[] = [];
  for await (const line of readRecords('list.jsonl', given())) found.push(line);
  return found;
}

const rejectionOf = async (value: unknown) =>
  (await read(typeof value === 'string' ? value : JSON.stringify(value)))[0] as Rejection;

const plain = (fields: object) => ({ ...publication('plain'), ...fields });

describe('a line of a record file', () => {
  it.each(smallCatalogue.map((record) => [record.id, record] as const))('becomes the record: %s', async (_, record) => {
    const text = JSON.stringify(record);
    expect(await read(text)).toEqual([{ line: 1, text, record: JSON.parse(text) }]);
  });

  it.each(['978-0-306-40615-7', '0-306-40615-2', '080442957X', '0 8044 2957 x'])(
    'may hold the ISBN %s',
    async (isbn) => {
      expect(await read(JSON.stringify(plain({ isbn })))).toMatchObject([{ record: { isbn } }]);
    },
  );

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
  const kind = 'has a kind that is not one of publication, organisation, country, instrument, theme, project, person';
  const country = { kind: 'country', id: 'country/RS', name: 'Serbia', source };
  it.each<[string, unknown, unknown, string | RegExp]>([
    ['kind', 'planet', { ...country, kind: 'planet' }, kind],
    ['kind', '__proto__', { ...country, kind: '__proto__' }, kind],
    ['kind', null, { ...country, kind: undefined }, kind],
    ['colour', 'red', plain({ colour: 'red' }), /colour|field/],
    ['source', null, plain({ source: undefined }), /./],
    ['source', { verified: true }, plain({ source: { verified: true } }), 'names neither url nor file'],
    ['source.trust', 1, plain({ source: { ...source, trust: 1 } }), /trust|field/],
    ['date', '2021-02-30', plain({ date: '2021-02-30' }), date],
    ['date', '2021-13', plain({ date: '2021-13' }), date],
    ['date', 2021, plain({ date: 2021 }), /string/],
    ['language', 'english language', plain({ language: 'english language' }), language],
    ['language', 'sr-latn', plain({ language: 'sr-latn' }), language],
    ['titles.??', 'x', plain({ titles: { '??': 'x' } }), /language/],
    ['id', 'theme/x', plain({ id: 'theme/x' }), 'is not an id of the form publication/…'],
    ['id', 'publication/', plain({ id: 'publication/' }), 'is not an id of the form publication/…'],
    ['id', 'publication/a b', plain({ id: 'publication/a b' }), 'is not an id of the form publication/…'],
    ['themes.1', 'country/RS', plain({ themes: ['theme/a', 'country/RS'] }), 'is not an id of the form theme/…'],
    ['authors.0', 'x', plain({ authors: ['x'] }), 'is not an id of the form person/… or organisation/…'],
    ['instruments.0', 'x', plain({ instruments: ['x'] }), 'is not an id of the form instrument/…'],
    [
      'instruments.1.id',
      'x',
      plain({ instruments: ['instrument/a', { id: 'x', provision: 'Article 1' }] }),
      'is not an id of the form instrument/…',
    ],
    ['instruments.0.page', 1, plain({ instruments: [{ id: 'instrument/a', provision: '1', page: 1 }] }), /page|field/],
    ['countries.0', 'country/XYZ', plain({ countries: ['country/XYZ'] }), /ISO 3166-1 alpha-2/],
    ['isbn', '978-0-306-40615-8', plain({ isbn: '978-0-306-40615-8' }), isbn],
    ['isbn', '0-306-40615-3', plain({ isbn: '0-306-40615-3' }), isbn],
    ['isbn', '0X00000009', plain({ isbn: '0X00000009' }), isbn],
    ['isbn', '12', plain({ isbn: '12' }), isbn],
    ['doi', '11.1000/182', plain({ doi: '11.1000/182' }), doi],
    ['doi', 'https://doi.org/10.1000/182', plain({ doi: 'https://doi.org/10.1000/182' }), doi],
    ['url', 'javascript:alert(1)', plain({ url: 'javascript:alert(1)' }), address],
    ['url', 'example.org', plain({ url: 'example.org' }), address],
    ['urls.1', 'data:,x', plain({ urls: ['https://a.example', 'data:,x'] }), address],
    ['title', '', plain({ title: '' }), 'is empty'],
    ['title', ' \u00a0 ', plain({ title: ' \u00a0 ' }), 'is empty'],
    ['prefLabel', {}, { kind: 'theme', id: 'theme/x', prefLabel: {}, source }, 'has no label in any language'],
    ['', null, 'null', /./],
    ['', [], '[]', /./],
    ['', 'text', '"text"', /./],
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
});

describe('any line at all', () => {
  const field = constantFrom(...new Set(smallCatalogue.flatMap((record) => Object.keys(record))), '__proto__');
  const changed = tuple(constantFrom(...smallCatalogue), field, jsonValue()).map(([record, field, value]) =>
    JSON.stringify({ ...record, [field]: value }),
  );

  it('is a record or a rejection, and never an error', async () => {
    await assert(
      asyncProperty(oneof(changed, json(), string({ unit: 'binary' })), async (text) => {
        const lines = await read(text);
        expect(lines).toHaveLength(text.trim() === '' ? 0 : 1);
        for (const line of lines) {
          expect(line).toMatchObject({ line: 1, text });
          if ('record' in line) expect(line.record.id).toMatch(/^[a-z]+\/./);
          else expect(JSON.parse(JSON.stringify(line))).toEqual({ ...line, field: expect.any(String) });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
