import { describe, expect, it } from 'vitest';
import { rates, scorePages, type Field } from '../../bench/page-scores.ts';
import type { Expected } from '../../bench/pages.ts';
import type { Draft } from '../../src/ingest/draft.ts';
import { createNames } from '../../src/ingest/names/names.ts';

const names = createNames([]);

/** `right wrong missed` of one field of one page. */
function judged(field: Field, expected: Partial<Expected>, draft: Partial<Draft>, { partly = false } = {}): string {
  const whole = { title: '', language: '', publishers: [], authors: [], countries: [], instruments: [], organisations: [], themes: [], relatedTitles: [], ...expected }; // prettier-ignore
  const { right, wrong, missed } = scorePages(
    [{ page: { name: 'page', content: Buffer.alloc(0), partly, expected: whole }, draft }],
    names,
  )[field];
  return `${right} ${wrong} ${missed}`;
}

describe('the scores of pages', () => {
  it('count what is found, what is found and not there, and what is missed', () => {
    expect(judged('countries', { countries: ['RS', 'AT'] }, { countries: ['country/RS', 'country/DE'] })).toBe('1 1 1');
    expect(judged('title', { title: 'A Guide' }, { title: 'a guide' })).toBe('1 0 0');
    expect(judged('title', { title: 'A Guide' }, { title: 'A Guide | Site' })).toBe('0 1 1');
    expect(rates({ right: 1, wrong: 1, missed: 3, faults: [] })).toEqual({ precision: 0.5, recall: 0.25, f1: 1 / 3 });
  });

  it('take an entity only for the name that means it', () => {
    const expected = { organisations: ['the Network'], ids: { 'the Network': 'organisation/lsi' } };
    expect(judged('organisations', expected, { organisations: ['organisation/lsi'] })).toBe('1 0 0');
    expect(judged('organisations', expected, { organisations: ['organisation/kok'] })).toBe('0 1 1');
  });

  it('neither ask twice for one entity nor forgive a wrong one beside it', () => {
    const ids = { LSI: 'organisation/lsi', 'La Strada International': 'organisation/lsi' };
    const expected = { organisations: ['La Strada International', 'LSI'], ids };
    expect(judged('organisations', expected, { organisations: ['organisation/lsi'] })).toBe('1 0 0');
    expect(judged('organisations', expected, { organisations: ['organisation/lsi', 'organisation/coe'] })).toBe(
      '1 1 0',
    );
    expect(judged('organisations', expected, {})).toBe('0 0 2');
  });

  it('let pass what may be read either way, found or not', () => {
    const expected = { countries: ['BE'], may: { countries: ['FR'], date: ['2016-07'] }, date: '2016-03-09' };
    expect(judged('countries', expected, { countries: ['country/BE', 'country/FR'] })).toBe('1 0 0');
    expect(judged('countries', expected, { countries: ['country/BE'] })).toBe('1 0 0');
    expect(judged('date', expected, { date: '2016-07' })).toBe('1 0 0');
    expect(judged('date', expected, { date: '2016' })).toBe('0 1 1');
  });

  it('take a person by the names in either order, and a part of a law by its numbers', () => {
    expect(judged('authors', { authors: ['Jane Doe'] }, { authors: ['Doe, Jane'] })).toBe('1 0 0');
    expect(judged('authors', { authors: ['Jane Doe'] }, { authors: ['Jane Roe'] })).toBe('0 1 1');
    const expected = { provisions: ['instrument/echr Article 4'] };
    const found = (provision: string) => ({ instruments: [{ id: 'instrument/echr', provision }] });
    expect(judged('provisions', expected, found('art. 4'))).toBe('1 0 0');
    expect(judged('provisions', expected, found('Article 14'))).toBe('0 1 1');
  });

  it('do not count as right that nothing was found of what few pages have', () => {
    expect(judged('doi', {}, {})).toBe('0 0 0');
    expect(judged('doi', {}, { doi: '10.5555/x' })).toBe('0 1 0');
    expect(judged('isbn', { isbn: '9789290681113' }, { isbn: '978-92-9068-111-3' })).toBe('1 0 0');
    expect(judged('date', {}, {})).toBe('1 0 0');
  });

  it('leave out what nobody looked for', () => {
    expect(judged('doi', {}, { doi: '10.5555/x' }, { partly: true })).toBe('0 0 0');
    expect(judged('type', { type: 'guide' }, { type: 'guide' }, { partly: true })).toBe('1 0 0');
  });
});
