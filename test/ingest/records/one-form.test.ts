import { assert, asyncProperty, constantFrom, infiniteStream, integer, type Stream } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publication, smallCatalogue, source } from '../../records.ts';
import { recordOf, rejectionOf } from './read.ts';

const plain = (fields: object) => ({ ...publication('plain'), ...fields });
const formOf = async (line: unknown) => JSON.stringify(await recordOf(line));

/** The same value with the fields of every object in another order. */
function shuffled(value: unknown, numbers: Stream<number>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shuffled(item, numbers));
  const fields = Object.entries(value).map(([name, inner]) => ({
    place: numbers.next().value!,
    field: [name, shuffled(inner, numbers)] as const,
  }));
  return Object.fromEntries(fields.sort((a, b) => a.place - b.place).map(({ field }) => field));
}

describe('a record', () => {
  it('has one form, whatever the order of fields and languages on the line', async () => {
    await assert(
      asyncProperty(constantFrom(...smallCatalogue), infiniteStream(integer()), async (record, numbers) => {
        expect(await formOf(shuffled(record, numbers))).toBe(await formOf(record));
      }),
      { numRuns: 300 },
    );
  });

  it.each(smallCatalogue)('is the same when its form is read again: $id', async (record) => {
    const form = await formOf(record);
    expect(await formOf(form)).toBe(form);
  });

  it('has its fields in the order of its kind, and its languages in the order of their tags', async () => {
    const { kind, id, title } = publication('plain');
    const note = { verified: true, note: 'x', url: 'https://a.example/' };
    const titles = { ro: 'c', 'de-AT': 'b', de: 'a' };
    const given = { source: note, cites: ['publication/b'], titles, doi: '10.1000/1', title, id, kind };
    expect(await formOf(given)).toBe(
      '{"kind":"publication","id":"publication/plain","title":"Title of plain","titles":{"de":"a","de-AT":"b","ro":"c"},' +
        '"doi":"10.1000/1","cites":["publication/b"],"source":{"url":"https://a.example/","verified":true,"note":"x"}}',
    );
  });

  it('has nothing empty', async () => {
    const given = plain({ titles: {}, themes: [], urls: [], source: { ...source, unverifiedFields: [] } });
    expect(await formOf(given)).toBe(await formOf(plain({})));
    const theme = { kind: 'theme', id: 'theme/x', prefLabel: { en: 'x' }, source };
    expect(await formOf({ ...theme, altLabel: { en: [], de: [] }, broader: [] })).toBe(await formOf(theme));
  });
});

describe('a list', () => {
  it.each<[object, object]>([
    [{ themes: ['theme/b', 'theme/a', ' theme/b'] }, { themes: ['theme/b', 'theme/a'] }],
    [{ urls: ['https://a.example/', 'https://a.example/'] }, { urls: ['https://a.example/'] }],
    [{ languages: ['en', 'de', 'en'] }, { languages: ['en', 'de'] }],
    [
      {
        instruments: [
          'instrument/a',
          { id: 'instrument/a', provision: '1' },
          { provision: '1 ', id: 'instrument/a' },
          { id: 'instrument/a', provision: '2' },
          'instrument/a',
        ],
      },
      {
        instruments: ['instrument/a', { id: 'instrument/a', provision: '1' }, { id: 'instrument/a', provision: '2' }],
      },
    ],
  ])('has an item only where it stands first: %j', async (given, expected) => {
    expect(await recordOf(plain(given))).toEqual(plain(expected));
  });

  it('has a relation and a party once, unless something about them differs', async () => {
    const instrument = { kind: 'instrument', id: 'instrument/x', title: 'x', source };
    const amends = { type: 'amends', to: 'instrument/y' };
    const signed = { country: 'country/AT', status: 'signed', date: '2001' };
    const elsewhere = { ...signed, source: { file: 'another list', verified: false } };
    const relations = [amends, { ...amends, type: 'repeals' }];
    const parties = [signed, { ...signed, date: '2002' }, { ...signed, status: 'accession' }, elsewhere];
    const twice = { ...instrument, relations: [...relations, ...relations], parties: [...parties, ...parties] };
    expect(await recordOf(twice)).toEqual({ ...instrument, relations, parties });
  });

  it('of other names has each once in a language', async () => {
    const theme = { kind: 'theme', id: 'theme/x', prefLabel: { en: 'x' }, source };
    expect(await recordOf({ ...theme, altLabel: { en: ['a', 'a '], de: ['a'] } })).toEqual({
      ...theme,
      altLabel: { de: ['a'], en: ['a'] },
    });
  });
});

describe('a text', () => {
  it('is composed and has no white space around it', async () => {
    const given = plain({ title: ' Re\u0301sidence\u00A0\n', titles: { fr: 'e\u0301' }, summary: '\ta\n b \u3000' });
    expect(await recordOf(given)).toMatchObject({ title: 'Résidence', titles: { fr: 'é' }, summary: 'a\n b' });
  });

  it.each(['‏مرحبا\u200E', 'می\u200Cخواهم', 'क्\u200Dष', '👩\u200D🚒', 'Ω', '\u00AD', '\uE000'])(
    'may have signs that join letters or set their direction: %s',
    async (title) => {
      expect(await recordOf(plain({ title }))).toMatchObject({ title });
    },
  );
});

describe('an address', () => {
  it('keeps its characters, for the server may tell them apart', async () => {
    const url = 'https://a.example/e\u0301/%C3%A9 b';
    expect(await recordOf(plain({ url: ` ${url} ` }))).toMatchObject({ url });
  });

  it.each([
    'https://orcid.org/0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1694-233X',
    'https://ror.org/05a28rw58',
    'https://ror.org/02mhbdp94',
    'https://ror.org/052gg0110',
    'https://ror.org/05gq02987',
    'https://www.wikidata.org/entity/Q42',
    'https://orcid.org.example/x',
  ])('may be that of the same thing elsewhere: %s', async (address) => {
    expect(await recordOf(plain({ sameAs: [address] }))).toMatchObject({ sameAs: [address] });
  });
});

describe('a DOI', () => {
  it.each([
    '10.1000/abc',
    ' 10.1000/ABC ',
    'doi:10.1000/abc',
    'DOI: 10.1000/Abc',
    'doi 10.1000/abc',
    'info:doi/10.1000/abc',
    'https://doi.org/10.1000/ABC',
    'http://dx.doi.org/10.1000/abc',
    'https://www.doi.org/10.1000/abc?utm_source=x#top',
    'doi.org/10.1000/abc',
    'HTTPS://DOI.ORG/10.1000%2Fabc',
  ])('is bare and in lower case: %s', async (doi) => {
    expect(await recordOf(plain({ doi }))).toMatchObject({ doi: '10.1000/abc' });
  });

  it('may have brackets, question marks and other letters in it', async () => {
    const doi = '10.1002/(SICI)1097(199901)1:1<1::AID-É>3.0.CO;2-#?';
    expect(await recordOf(plain({ doi }))).toMatchObject({ doi: '10.1002/(sici)1097(199901)1:1<1::aid-É>3.0.co;2-#?' });
  });
});

describe('an ISBN', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['978 0 306 40615 7', '9780306406157'],
    ['978–0–306–40615–7', '9780306406157'],
    ['0-306-40615-2', '0306406152'],
    ['0 8044 2957 x', '080442957X'],
  ])('is its digits: %s', async (isbn, digits) => {
    expect(await recordOf(plain({ isbn }))).toMatchObject({ isbn: digits });
  });
});

describe('a project', () => {
  const project = { kind: 'project', id: 'project/x', title: 'x', source };
  it.each([
    ['2020', '2020'],
    ['2020-05', '2020'],
    ['2020', '2020-01-01'],
    ['2020-05-01', '2020-05'],
    ['2019-12-31', '2020'],
  ])('may start %s and end %s', async (start, end) => {
    expect(await recordOf({ ...project, start, end })).toMatchObject({ start, end });
  });
});

describe('an id', () => {
  it('may be met in a list of another kind', async () => {
    const given = plain({ cites: ['publication/plain-2'], themes: ['theme/plain'] });
    expect(await recordOf(given)).toEqual(given);
    expect((await rejectionOf(plain({ cites: ['theme/plain'] }))).field).toBe('cites.0');
  });
});
