import { describe, expect, it } from 'vitest';
import type { Projection } from '../../src/projection/projection.ts';
import { matching } from '../../src/projection/publications.ts';
import { relatedTo, type RelatedOptions } from '../../src/projection/related.ts';
import type { CatalogueRecord, Publication } from '../../src/model.ts';
import { publication, smallCatalogue, source } from '../records.ts';
import { project } from './project.ts';

const small = project(smallCatalogue);

function related(projection: Projection, target: string, options?: RelatedOptions) {
  return relatedTo(projection, projection.numbers.get(target)!, options).map(
    ({ publication, score, reasons, alsoIn }) => ({
      id: projection.ids[publication]!,
      score,
      reasons: reasons.map((shared) =>
        shared.family === 'TEXT'
          ? `TEXT ${shared.words.join(' ')}`
          : `${shared.family} ${projection.ids[shared.entity]}`,
      ),
      parts: reasons.map((reason) => reason.score),
      alsoIn: alsoIn.map((node) => projection.ids[node]!),
    }),
  );
}

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

/** Publications about one rare theme each besides what a test is about, so that nothing is a hub. */
const others = (count: number): CatalogueRecord[] =>
  Array.from({ length: count }, (_, i) => publication(`other-${i}`, { themes: [`theme/other-${i >> 1}`] })).concat();
const theme = (key: string): CatalogueRecord => ({ kind: 'theme', id: `theme/${key}`, prefLabel: { en: key }, source });
const organisation = (key: string): CatalogueRecord => ({
  kind: 'organisation',
  id: `organisation/${key}`,
  name: key,
  source,
});

/** A catalogue of 60 publications beside those of the test, about theme/rare unless they say otherwise. */
function around(...publications: [key: string, fields: Partial<Publication>][]): Projection {
  return project([
    theme('rare'),
    theme('rarer'),
    organisation('one'),
    organisation('two'),
    ...Array.from({ length: 30 }, (_, i) => theme(`other-${i}`)),
    ...others(60),
    ...publications.map(([key, fields]) => publication(key, { themes: ['theme/rare'], ...fields })),
  ]);
}

describe('what is related', () => {
  it('never contains the target, nor a translation or edition of it', () => {
    for (const target of ['publication/guide', 'publication/guide-de', 'publication/guide-2'])
      expect(ids(related(small, target)).filter((id) => id.startsWith('publication/guide'))).toEqual([]);
  });

  it('shows a work once, with its other versions beside it', () => {
    const [first] = related(small, 'publication/brief');
    expect(first).toMatchObject({ id: 'publication/guide', alsoIn: ['publication/guide-2', 'publication/guide-de'] });
  });

  it('shows the version in the reader’s language', () => {
    const [first] = related(small, 'publication/brief', { language: 'de-AT' });
    expect(first).toMatchObject({ id: 'publication/guide-de', alsoIn: ['publication/guide', 'publication/guide-2'] });
  });

  it('shows the reader’s version also where another one has the links, and the script asked for', () => {
    const projection = around(
      ['target', {}],
      ['full', { language: 'en' }],
      ['bare', { language: 'fr', themes: [], translationOf: 'publication/full' }],
      ['latin', { language: 'sr-Latn', date: '2024' }],
      ['cyrillic', { language: 'sr-Cyrl', translationOf: 'publication/latin' }],
    );
    const shown = (language: string) => ids(related(projection, 'publication/target', { language }));
    expect(shown('fr')).toContain('publication/bare');
    expect(shown('sr-Cyrl')).toContain('publication/cyrillic');
    expect(shown('sr')).toContain('publication/latin');
    expect(shown('sr-Cyrl-RS')).toContain('publication/cyrillic');
  });

  it('gives reasons that sum to the score, the strongest first', () => {
    for (const target of small.ids.filter((id) => id.startsWith('publication/')))
      for (const { score, parts } of related(small, target)) {
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 12);
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
  });

  it('counts a citation either way', () => {
    const cited = around(['citing', { themes: [], cites: ['publication/cited'] }], ['cited', { themes: [] }]);
    expect(related(cited, 'publication/citing')[0]).toMatchObject({
      id: 'publication/cited',
      reasons: ['CITATION publication/cited'],
    });
    expect(ids(related(cited, 'publication/cited'))).toEqual(['publication/citing']);
  });

  it('reaches through broader themes and protocols, more weakly', () => {
    const law = (key: string, protocolTo?: string): CatalogueRecord => ({
      kind: 'instrument',
      id: `instrument/${key}`,
      title: key,
      relations: protocolTo ? [{ type: 'protocolTo', to: `instrument/${protocolTo}` }] : [],
      source,
    });
    const projection = project([
      law('treaty'),
      law('protocol', 'treaty'),
      ...Array.from({ length: 30 }, (_, i) => theme(`other-${i}`)),
      ...others(60),
      publication('on-protocol', { instruments: ['instrument/protocol'] }),
      publication('also-on-protocol', { instruments: ['instrument/protocol'] }),
      publication('on-treaty', { instruments: ['instrument/treaty'] }),
    ]);
    const found = related(projection, 'publication/on-protocol');
    expect(ids(found)).toEqual(['publication/also-on-protocol', 'publication/on-treaty']);
    expect(found[1]!.reasons).toContain('INSTRUMENT instrument/treaty');
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
  });

  it('lets no hub carry a result', () => {
    const everybody = Array.from({ length: 40 }, (_, i) =>
      publication(`p-${i}`, { themes: ['theme/everywhere'], language: 'en' }),
    );
    const projection = project([
      theme('everywhere'),
      theme('else'),
      ...everybody,
      ...Array.from({ length: 20 }, (_, i) => publication(`q-${i}`, { themes: ['theme/else'] })),
    ]);
    expect(related(projection, 'publication/p-1')).toEqual([]);
  });

  it('weighs what is rarer more', () => {
    const projection = around(
      ['target', { themes: ['theme/rare', 'theme/rarer'] }],
      ['shares-rare', {}],
      ['shares-rare-too', {}],
      ['shares-rarer', { themes: ['theme/rarer'] }],
    );
    expect(ids(related(projection, 'publication/target'))[0]).toBe('publication/shares-rarer');
  });

  it('shows nothing below the floor', () => {
    const manyThemes = Array.from({ length: 12 }, (_, i) => `theme/other-${i}`);
    const projection = around(
      ['target', { themes: [...manyThemes, 'theme/rare'] }],
      ['near', { themes: manyThemes }],
      ['far', {}],
    );
    expect(ids(related(projection, 'publication/target'))).toContain('publication/near');
    expect(ids(related(projection, 'publication/target'))).not.toContain('publication/far');
  });

  it('puts at most two of one publisher among the first six while others are near', () => {
    const from = (publisher: string) => ({ publishers: [`organisation/${publisher}`] });
    const projection = around(
      ['target', {}],
      ...['a', 'b', 'c', 'd'].map((key): [string, Partial<Publication>] => [key, { ...from('one'), date: '2024' }]),
      ...['e', 'f'].map((key): [string, Partial<Publication>] => [key, { ...from('two'), date: '2020' }]),
    );
    expect(ids(related(projection, 'publication/target'))).toEqual(
      ['a', 'b', 'e', 'f', 'c', 'd'].map((key) => `publication/${key}`),
    );
  });

  it('ranks only what the filter means', () => {
    const only = matching(small, { countries: ['country/RS'], not: { types: ['policy brief'] } });
    expect(ids(related(small, 'publication/asylum', { only }))).not.toContain('publication/brief');
    const german = matching(small, { languages: ['de'] });
    expect(ids(related(small, 'publication/brief', { only: german }))).toEqual(['publication/guide-de']);
  });

  it('answers for any other entity with what to read about it', () => {
    expect(ids(related(small, 'theme/supply-chains'))).toEqual(['publication/chains-2', 'publication/chains']);
    expect(ids(related(small, 'organisation/astra'))).toEqual(['publication/brief', 'publication/guide']);
    expect(ids(related(small, 'person/author'))).toEqual(['publication/brief']);
    expect(ids(related(small, 'organisation/network'))).toEqual(['publication/chains-2']);
    expect(ids(related(small, 'country/AT'))).toEqual(['publication/guide-2', 'publication/asylum']);
  });

  it('puts equal ones in the order of date, then id', () => {
    const projection = around(
      ['target', {}],
      ['b', { date: '2020' }],
      ['a', { date: '2020' }],
      ['c', { date: '2021' }],
      ['d', { date: undefined }],
    );
    expect(ids(related(projection, 'publication/target'))).toEqual(
      ['c', 'a', 'b', 'd'].map((key) => `publication/${key}`),
    );
  });
});
