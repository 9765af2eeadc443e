import { describe, expect, it } from 'vitest';
import { compare, type Compared } from '../../src/web/desk/differences.ts';
import type { Draft } from '../../src/web/desk/draft.ts';
import { valuesOf } from '../../src/web/desk/draft-values.ts';
import { keptPassages, linesOf, spotOf } from '../../src/web/desk/passages.ts';
import { draft, evidence } from '../draft.ts';

const words = { title: 'Permits in Serbia', text: 'On Serbia.\nSerbia and Austria.' };

describe('where evidence stands in a page', () => {
  it.each([
    ['where it says', { start: 3 }, { in: 'text', start: 3, end: 9 }],
    [
      'in the title, where the title says it',
      { from: 'title' as const, start: 11 },
      { in: 'title', start: 11, end: 17 },
    ],
    ['nearest to where it says, once the page has changed', { start: 13 }, { in: 'text', start: 11, end: 17 }],
    ['where its words are first, if it says nothing', { start: undefined }, { in: 'text', start: 3, end: 9 }],
    ['nowhere, if its words are gone', { text: 'Romania', start: 3 }, undefined],
    ['nowhere, if the markup says it', { from: 'json-ld' as const, start: undefined }, undefined],
  ])('is found %s', (_, fields, spot) => {
    expect(spotOf(evidence('countries', 'country/RS', fields), words)).toEqual(spot);
  });

  it('finds a title in the title, whatever says it', () => {
    const said = evidence('title', 'Permits', { from: 'json-ld', text: 'Permits in Serbia', start: undefined });
    expect(spotOf(said, words)).toEqual({ in: 'title', start: 0, end: 17 });
  });

  it('cuts lines where pieces begin and end, also when they lie in one another or go over the end of a line', () => {
    const spots = [
      [0, { in: 'text', start: 3, end: 17 }],
      [1, { in: 'text', start: 11, end: 17 }],
    ] as const;
    expect(linesOf(words.text, spots)).toEqual([
      [
        { text: 'On ', of: [], begins: [] },
        { text: 'Serbia.', of: [0], begins: [0] },
      ],
      [
        { text: 'Serbia', of: [0, 1], begins: [1] },
        { text: ' and Austria.', of: [], begins: [] },
      ],
    ]);
  });

  it('loses no letter of a text, wherever pieces stand', () => {
    const spots = Array.from({ length: 40 }, (_, place) => [place, { in: 'text' as const, start: place % 29, end: (place * 7) % 30 }] as const); // prettier-ignore
    const lines = linesOf(words.text, spots).map((line) => line.map(({ text }) => text).join(''));
    expect(lines.join('\n')).toBe(words.text);
  });

  it('puts what is kept of a page in the order of the page, each passage once', () => {
    const kept = [
      evidence('themes', 'theme/b', { text: 'later', start: 90 }),
      evidence('type', 'guide', { from: 'json-ld', text: 'Guide', start: undefined }),
      evidence('themes', 'theme/a', { text: 'sooner', start: 9 }),
      evidence('title', 'T', { from: 'title', text: 'T', start: 0 }),
      evidence('countries', 'country/AT', { text: 'sooner', start: 9 }),
    ];
    expect(keptPassages(kept).map(({ of, text }) => [text, of])).toEqual([
      ['T', [3]],
      ['sooner', [2, 4]],
      ['later', [0]],
      ['Guide', [1]],
    ]);
  });
});

describe('the values of a draft', () => {
  const values = valuesOf(draft({ doi: '10.1000/1', project: 'project/rest', authors: ['Jana Writer', 'person/x'] }) as Draft); // prettier-ignore

  it('have the names by which they are left out, but for the title, names, and what is only named', () => {
    expect(values.map(({ field, value, out }) => [field, value, out])).toEqual([
      ['title', 'Residence permits for survivors: a handbook', undefined],
      ['date', '2023-04', 'date'],
      ['language', 'en', 'language'],
      ['doi', '10.1000/1', 'doi'],
      ['publishers', 'organisation/astra', 'publishers:organisation/astra'],
      ['authors', 'Jana Writer', undefined],
      ['authors', 'person/x', 'authors:person/x'],
      ['organisations', 'organisation/lefo', undefined],
      ['countries', 'country/RS', 'countries:country/RS'],
      ['instruments', 'instrument/convention, Article 14', 'instruments:instrument/convention Article 14'],
      ['themes', 'theme/residence', 'themes:theme/residence'],
      ['project', 'project/rest', 'project:project/rest'],
    ]);
  });

  it('know what they stand on', () => {
    const of = (field: string) => values.find((value) => value.field === field)!.evidence;
    expect([of('countries'), of('instruments'), of('date')]).toEqual([[1], [2], []]);
  });
});

describe('two entities side by side', () => {
  const one = {
    id: 'publication/a', kind: 'PUBLICATION', label: 'A', sameAs: [], sources: [{ url: 'https://a.example/', file: null, verified: true }],
    title: 'Guide to permits', date: '2021', language: 'en', doi: null,
    themes: [{ id: 'theme/a', label: 'a' }, { id: 'theme/b', label: 'b' }],
  } as unknown as Compared; // prettier-ignore
  const other = { ...one, id: 'publication/b', title: 'Guide to residence permits', date: null, doi: '10.1000/1', themes: [{ id: 'theme/b', label: 'b' }] } as unknown as Compared; // prettier-ignore
  const rows = compare(one, other);
  const own = (field: string) => {
    const { left, right } = rows.find((row) => row.field === field)!;
    return [left, right].map((side) => side.flat().filter(({ isOwn }) => isOwn).map(({ text }) => text)); // prettier-ignore
  };

  it('differ first, then stand on one side, then are the same; what neither has is no row', () => {
    expect(rows.map(({ field, is }) => [field, is])).toEqual([
      ['title', 'differs'],
      ['themes', 'differs'],
      ['date', 'oneSided'],
      ['doi', 'oneSided'],
      ['sources', 'same'],
      ['language', 'same'],
    ]);
  });

  it('have their own words marked in texts, and their own values in lists', () => {
    expect(own('title')).toEqual([[], ['residence']]);
    expect(own('themes')).toEqual([['a (theme/a)'], []]);
    expect(own('doi')).toEqual([[], ['10.1000/1']]);
    expect(own('language')).toEqual([[], []]);
  });
});
