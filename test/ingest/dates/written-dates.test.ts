import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/ingest/dates/calendar.ts';
import { monthForms, monthLanguages, monthOf } from '../../../src/ingest/dates/month-names.ts';
import { numericOrder } from '../../../src/ingest/dates/numeric-order.ts';
import { readDate } from '../../../src/ingest/dates/read-date.ts';
import { datesIn } from '../../../src/ingest/dates/written-dates.ts';

/** Language, text, and the dates in it: `~` before one that is an end of a period. */
const written: [language: string, text: string, ...dates: string[]][] = [
  ['en', 'Monday, 17 October, 2016', '2016-10-17'],
  ['en', 'on the 3rd of May 2005 in Warsaw', '2005-05-03'],
  ['en', 'March 5th, 2021', '2021-03-05'],
  ['en', 'Posted: Sep 30, 2019 by Ana', '2019-09-30'],
  ['en', '12-Dec-2019', '2019-12-12'],
  ['en', '16.V.2005 and 2 XII 1949', '2005-05-16', '1949-12-02'],
  ['en', 'Guide - REST, 2021 DOWNLOAD', '2021'],
  ['en', 'Guide - REST, 2021DOWNLOAD', '2021'],
  ['en', 'OSCE & ODIHR, 2022 DOWNLOAD', '2022'],
  ['en', 'August 2019 until March 2021', '~2019-08', '~2021-03'],
  ['en', 'between 2009 and 2012', '~2009', '~2012'],
  ['en', 'in 2009 and 2012', '2009', '2012'],
  ['en', 'the Strategy 2012–2016 and 2020/21', '~2012', '~2016', '~2020'],
  ['en', 'May 10, 2023 @ 9:00 am - May 12, 2023 @ 4:00 pm', '~2023-05-10', '~2023-05-12'],
  ['en', '4 and 5 October 2018', '~2018-10-05'],
  ['en', 'Report issued: 09/2017', '2017-09'],
  ['en', '2021-03-05T10:00:00Z', '2021-03-05'],
  ['en', '2024/1712, 2011/36/EU, HOME/2013/ISEC/AG, COM(2022)732, 32024L1712, 31-12-9999', '2022'],
  ['en', '€ 2000, 2,019 people, 2015 km, 12.2014, see page 1987-1', '2014-12'],
  ['el', '12 Απριλίου 2017', '2017-04-12'],
  ['sk', '3. mája 2019', '2019-05-03'],
  ['de', 'Donnerstag, 06. Februar 2014 15:11', '2014-02-06'],
  ['de', 'erschienen am 1.7.2003, Auflage 1.500', '2003-07-01'],
  ['de', '2. Auflage 2013', '2013'],
  ['de', '24.6.2024 | 24. 6. 2024', '2024-06-24', '2024-06-24'],
  ['de', 'Jänner 2012, März 2013', '2012-01', '2013-03'],
  ['fr', 'le 1er août 2018', '2018-08-01'],
  ['fr', 'Septembre 2018', '2018-09'],
  ['fr', 'entre janvier 2015 et décembre 2016', '~2015-01', '~2016-12'],
  ['es', 'Madrid, 25 de noviembre de 2008', '2008-11-25'],
  ['es', 'marzo 5 de 2021; setiembre del 2020', '2021-03-05', '2020-09'],
  ['nl', 'Maart 2016', '2016-03'],
  ['nl', 'augustus 2019 tot en met maart 2021', '~2019-08', '~2021-03'],
  ['ro', 'din 20.10.2005 privind', '2005-10-20'],
  ['ro', '8 martie 2019, iunie 2020', '2019-03-08', '2020-06'],
  ['it', '4 marzo 2014, n. 24', '2014-03-04'],
  ['it', 'dal settembre 2015 al giugno 2016', '~2015-09', '~2016-06'],
  ['pt', '21 de fevereiro, 2022', '2022-02-21'],
  ['pt', '20 out 2021', '2021-10-20'],
  ['sr-Latn', 'od septembra 2021. do marta 2022. godine', '~2021-09', '~2022-03'],
  ['sr-Latn', 'Beograd, 12. februara 2020. godine', '2020-02-12'],
  ['sr-Cyrl', 'У СРБИЈИ. Децембар 2014.', '2014-12'],
  ['sr-Cyrl', 'број 77 од 9. августа 2017.', '2017-08-09'],
  ['hr', '14. listopada 2015.', '2015-10-14'],
  ['pl', '14 listopada 2015 r.', '2015-11-14'],
  ['pl', '17 XII 2007', '2007-12-17'],
  ['sv', 'den 3 mars 2020', '2020-03-03'],
  ['sq', '12 nëntor 2019', '2019-11-12'],
  ['hu', '2021. március 5.', '2021-03-05'],
  ['hu', '2019. július', '2019-07'],
  ['bg', '17 октомври 2018 г.', '2018-10-17'],
  ['cs', '3. října 2016', '2016-10-03'],
];

describe('dates in a text', () => {
  it.each(written)('%s: %s', (language, text, ...dates) => {
    const found = datesIn(text, { language, order: 'day first' });
    expect(found.map(({ value, period }) => (period ? `~${value}` : value))).toEqual(dates);
    for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/\d{4}/);
  });

  it('with two numbers that can both be the month are only as exact as they are sure', () => {
    const read = (text: string, order?: Parameters<typeof datesIn>[1]) =>
      datesIn(text, order).map(({ value }) => value);
    expect(read('5/3/2021')).toEqual(['2021']);
    expect(read('5/3/2021', { order: 'day first' })).toEqual(['2021-03-05']);
    expect(read('5/3/2021', { order: 'month first' })).toEqual(['2021-05-03']);
    expect(read('25/3/2021, 3/25/2021, 4/4/2021')).toEqual(['2021-03-25', '2021-03-25', '2021-04-04']);
    expect(read('5/3/2021 on 5.3.2021')).toEqual(['2021', '2021-03-05']);
  });

  it('are read in the order that their text, language or site writes them in', () => {
    expect(numericOrder('5/3/2021 and 25/3/2021', 'en')).toBe('day first');
    expect(numericOrder('5/3/2021 and 3/25/2021', 'en')).toBe('month first');
    expect(numericOrder('5/3/2021', 'fr')).toBe('day first');
    expect(numericOrder('5/3/2021', 'en', 'https://www.gov.uk/a')).toBe('day first');
    expect(numericOrder('5/3/2021', 'en', 'https://www.state.gov/a')).toBe('month first');
    expect(numericOrder('5/3/2021', 'en', 'https://example.org/a')).toBe('unknown');
  });

  const days = fc.record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }); // prettier-ignore
  const forms: ((day: number, month: string, year: number) => string)[] = [
    (day, month, year) => `${day} ${month} ${year}`,
    (day, month, year) => `${day}. ${month} ${year}.`,
    (day, month, year) => `${day} de ${month} de ${year}`,
    (day, month, year) => `(${day} ${month.toUpperCase()}, ${year})`,
    (day, month, year) => `${month} ${day}, ${year}`,
  ];

  it('are read back, whatever day, language, form and inflection they are written in', () => {
    const any = fc.record({ date: days, language: fc.constantFrom(...monthLanguages), form: fc.constantFrom(...forms), pick: fc.nat(3) }); // prettier-ignore
    fc.assert(
      fc.property(any, ({ date, language, form, pick }) => {
        const names = monthForms(language)[date.month - 1]!;
        const text = `xx ${form(date.day, names[pick % names.length]!, date.year)} xx`;
        expect(datesIn(text, { language }).map(({ value }) => value)).toEqual([isoDate(date)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none or whole ones, and each in its place, whatever the text is', () => {
    const piece = fc.constantFrom('2021', '1999', '-', '/', '.', ' ', '12', '3', 'May', 'de', 'XII', 'марта', '\n', '(', 'to', '٣', '\ud800'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { value, start, end } of datesIn(text)) {
          expect(value).toMatch(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
          expect(text.slice(start, end)).toContain(value.slice(0, 4));
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['2021 ', '1/1/2021 ', '2021-', 'May 2021 to ', '1 1 1 1 1 2021', '. de . de 2021 ', '2021/'])(
    'take time in step with the length of a text of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const begun = performance.now();
      datesIn(text);
      expect(performance.now() - begun).toBeLessThan(5_000); // a second alone; minutes, were it the square
    },
  );
});

describe('the name of a month', () => {
  it('is the same month in one language, and open where languages differ', () => {
    expect(monthOf('listopad')).toBeUndefined();
    expect(monthOf('listopad', 'hr')).toMatchObject({ month: 10 });
    expect(monthOf('listopad', 'pl')).toMatchObject({ month: 11 });
    expect(monthOf('Децембра')).toMatchObject({ month: 12 });
    expect(monthOf('menschen', 'de')).toBeUndefined();
  });
});

describe('a date of metadata', () => {
  it.each([
    ['2021-03-05T10:00:00+01:00', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['2021-03', '2021-03'],
    ['2021', '2021'],
    ['20210305', '2021-03-05'],
    ['Fri, 05 Mar 2021 10:00:00 GMT', '2021-03-05'],
    ['März 2021', '2021-03'],
    ['2021-13-45', undefined],
    ['0000-00-00', undefined],
    ['1899-01-01', undefined],
    ['2012-2016', undefined],
    ['from 2012 to 2016', undefined],
    ['1614902400', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s is %s', (value, date) => expect(readDate(value)).toBe(date));
});
