import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../src/model.ts';
import type { Projection } from '../../src/projection/projection.ts';
import { relatedTo } from '../../src/projection/related.ts';
import { keepApart } from '../../src/projection/spread.ts';
import { isSameSeries } from '../../src/projection/series.ts';
import { publication, source } from '../records.ts';
import { project } from './project.ts';

const countries: [code: string, name: string][] = [
  ['RS', 'Serbia'],
  ['BA', 'Bosnia & Herzegovina'],
  ['AT', 'Austria'],
  ['FR', 'France'],
  ['IT', 'Italy'],
];
const slug = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '-');
const report = (name: string, code: string, round: string) =>
  publication(`${slug(name)}-${round}`, {
    title: `Monitoring report on ${name} (${round} evaluation round)`,
    themes: ['theme/monitoring', `theme/${round}`],
    countries: [`country/${code}`],
    publishers: ['organisation/monitor'],
  });

const catalogue: CatalogueRecord[] = [
  ...countries.map(([code, name]): CatalogueRecord => ({ kind: 'country', id: `country/${code}`, name, source })),
  ...['monitoring', 'first', 'second', 'courts', 'else'].map((key): CatalogueRecord => ({
    kind: 'theme',
    id: `theme/${key}`,
    prefLabel: { en: key },
    source,
  })),
  { kind: 'organisation', id: 'organisation/monitor', name: 'Monitor', source },
  ...countries.flatMap(([code, name]) => [report(name, code, 'first'), report(name, code, 'second')]),
  publication('courts', {
    title: 'Second round before the courts',
    themes: ['theme/monitoring', 'theme/second', 'theme/courts'],
    countries: ['country/RS'],
  }),
  publication('annual', {
    title: 'Annual activities',
    themes: ['theme/monitoring'],
    publishers: ['organisation/monitor'],
  }),
  ...Array.from({ length: 60 }, (_, i) => publication(`other-${i}`, { title: `Nothing ${i}`, themes: ['theme/else'] })),
];
const projection = project(catalogue);
const number = (key: string) => projection.numbers.get(`publication/${key}`)!;
const related = (of: Projection, key: string) =>
  relatedTo(of, number(key)).map(({ publication }) => of.ids[publication]!.slice('publication/'.length));

describe('a series', () => {
  it('is told by publisher and title, whatever country and number the title names', () => {
    const alike = (a: string, b: string) => isSameSeries(projection, number(a), number(b));
    expect(alike('serbia-second', 'bosnia-herzegovina-first')).toBe(true);
    expect(alike('serbia-second', 'annual')).toBe(false);
    expect(alike('serbia-second', 'courts')).toBe(false);
  });

  it('does not crowd out what else there is on the same country', () => {
    const list = related(projection, 'serbia-second');
    expect(list[0]).toBe('serbia-first');
    expect(list.indexOf('courts')).toBeLessThan(list.indexOf('austria-second'));
  });

  it('is explained with shares that sum to the halved score', () => {
    for (const { score, reasons } of relatedTo(projection, number('serbia-second')))
      expect(reasons.reduce((sum, reason) => sum + reason.score, 0)).toBeCloseTo(score, 9);
  });

  it('has at most two reports on other countries among the first ten of a list, while others are near', () => {
    const ranked = [
      'austria-first',
      'france-first',
      'italy-first',
      'austria-second',
      'serbia-first',
      'serbia-second',
      'other-1',
      'other-2',
      'annual',
    ].map((key) => ({ shown: number(key), scored: number(key), score: 0.5 }));
    const list = keepApart(projection, number('courts'), ranked).map(({ shown }) => projection.ids[shown]!);
    expect(list.slice(0, 7).filter((id) => /austria|france|italy/.test(id))).toHaveLength(2);
    expect(list).toHaveLength(ranked.length);
  });
});
