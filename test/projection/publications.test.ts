import { describe, expect, it } from 'vitest';
import { countBy } from '../../src/projection/counts.ts';
import { shortestPaths } from '../../src/projection/paths.ts';
import { matching, newestFirst, type PublicationFilter } from '../../src/projection/publications.ts';
import { publication, smallCatalogue, source } from '../records.ts';
import { project } from './project.ts';

const small = project(smallCatalogue);
const keysOf = (numbers: Iterable<number>) =>
  Array.from(numbers, (node) => small.ids[node]!.replace('publication/', ''));
const found = (filter: PublicationFilter) => {
  const marks = matching(small, filter);
  return keysOf(small.ofKind.publication.filter((node) => marks[node])).sort();
};

describe('a filter', () => {
  it.each<[string, PublicationFilter, string[]]>([
    ['means all when it is empty', {}, ['asylum', 'brief', 'chains', 'chains-2', 'guide', 'guide-2', 'guide-de']],
    [
      'takes values of one field as alternatives',
      { countries: ['country/RS', 'country/AT'] },
      ['asylum', 'brief', 'guide', 'guide-2', 'guide-de'],
    ],
    ['takes fields together', { countries: ['country/RS'], languages: ['en'] }, ['brief', 'guide']],
    ['includes narrower themes', { themes: ['theme/protection'] }, ['asylum', 'brief', 'guide', 'guide-2', 'guide-de']],
    ['does not include broader ones', { themes: ['theme/asylum'] }, ['asylum', 'brief']],
    ['knows instruments', { instruments: ['instrument/convention'] }, ['brief']],
    ['knows publishers', { publishers: ['organisation/network'] }, ['chains-2']],
    ['knows projects', { projects: ['project/rest'] }, ['brief', 'guide']],
    ['knows authors of both kinds', { authors: ['organisation/lefo'] }, ['brief']],
    ['knows types', { types: ['policy brief'] }, ['brief']],
    ['bounds years, the bounds included', { yearFrom: 2021, yearTo: 2022 }, ['brief', 'guide', 'guide-de']],
    [
      'leaves undated ones out of any bound',
      { yearTo: 2100 },
      ['asylum', 'brief', 'chains-2', 'guide', 'guide-2', 'guide-de'],
    ],
    ['takes away', { not: { themes: ['theme/protection'] } }, ['chains', 'chains-2']],
    [
      'wants all of several',
      { all: [{ countries: ['country/AT'] }, { countries: ['country/RS'] }] },
      ['guide', 'guide-de'],
    ],
    ['wants any of several', { any: [{ types: ['policy brief'] }, { languages: ['de'] }] }, ['brief', 'guide-de']],
    ['means none by an empty list of alternatives', { any: [] }, []],
    ['means none by an id that is not there', { themes: ['theme/nowhere'] }, []],
  ])('%s', (_, filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it('takes a language with all its scripts', () => {
    const serbian = project(['sr-Latn', 'sr-Cyrl', 'sr', 'srx'].map((language) => publication(language, { language })));
    const marks = matching(serbian, { languages: ['sr'] });
    expect(serbian.ids.filter((_, node) => marks[node])).toEqual([
      'publication/sr-Latn',
      'publication/sr-Cyrl',
      'publication/sr',
    ]);
  });
});

describe('a work in several languages', () => {
  const works = project([
    publication('one', { language: 'en' }),
    publication('both', { language: 'en', languages: ['en', 'fr'] }),
    publication('parallel', { language: 'sr-Latn', languages: ['sr-Latn', 'sr-Cyrl', 'fr'] }),
  ]);
  const inLanguage = (tag: string) => {
    const marks = matching(works, { languages: [tag] });
    return works.ids.filter((_, node) => marks[node]).map((id) => id.slice(12));
  };

  it('is found by each of them', () => {
    expect(inLanguage('fr')).toEqual(['both', 'parallel']);
    expect(inLanguage('en')).toEqual(['one', 'both']);
    expect(inLanguage('sr')).toEqual(['parallel']);
  });

  it('counts under each of them', () => {
    expect(countBy(works, ['LANGUAGE'])).toEqual([
      { values: ['en'], count: 2 },
      { values: ['fr'], count: 2 },
      { values: ['sr-Cyrl'], count: 1 },
      { values: ['sr-Latn'], count: 1 },
    ]);
    expect(countBy(works, ['LANGUAGE'], matching(works, { languages: ['en'] }))).toEqual([
      { values: ['en'], count: 2 },
      { values: ['fr'], count: 1 },
    ]);
  });
});

describe('the order of publications', () => {
  it('is the newest first, equal dates by id, undated last', () => {
    expect(keysOf(newestFirst(small))).toEqual([
      'guide-2',
      'brief',
      'guide-de',
      'guide',
      'chains-2',
      'asylum',
      'chains',
    ]);
  });
});

describe('counting', () => {
  it('counts a publication under each of its values, the most frequent first', () => {
    expect(countBy(small, ['COUNTRY'])).toEqual([
      { values: ['country/AT'], count: 4 },
      { values: ['country/RS'], count: 3 },
    ]);
  });

  it('makes a matrix of two dimensions', () => {
    expect(countBy(small, ['THEME', 'YEAR'], matching(small, { countries: ['country/RS'] }))).toEqual([
      { values: ['theme/residence', '2021'], count: 2 },
      { values: ['theme/asylum', '2022'], count: 1 },
      { values: ['theme/residence', '2022'], count: 1 },
    ]);
  });

  it('counts a law once that a publication refers to by several articles', () => {
    const references = [1, 2].map((article) => ({ id: 'instrument/a', provision: `Article ${article}` }));
    const projection = project([publication('p', { instruments: [references[0]!, 'instrument/b', references[1]!] })]);
    expect(countBy(projection, ['INSTRUMENT'])).toEqual([
      { values: ['instrument/a'], count: 1 },
      { values: ['instrument/b'], count: 1 },
    ]);
  });

  it('leaves out what has no value', () => {
    expect(countBy(small, ['TYPE'])).toEqual([{ values: ['policy brief'], count: 1 }]);
  });
});

describe('the shortest paths', () => {
  const pathsOf = (from: string, to: string, maxLength = 6) =>
    shortestPaths(small, small.numbers.get(from)!, small.numbers.get(to)!, maxLength).map(({ nodes }) =>
      nodes.map((node) => small.ids[node]),
    );

  it('are all of them, walked either way', () => {
    expect(pathsOf('publication/asylum', 'organisation/astra')).toEqual([
      ['publication/asylum', 'country/AT', 'project/rest', 'organisation/astra'],
      ['publication/asylum', 'country/AT', 'publication/guide', 'organisation/astra'],
      ['publication/asylum', 'theme/asylum', 'publication/brief', 'organisation/astra'],
    ]);
  });

  it('name the link behind each hop as its record states it', () => {
    const [path] = shortestPaths(small, small.numbers.get('country/RS')!, small.numbers.get('organisation/astra')!, 6);
    const [hop] = path!.hops;
    expect([small.ids[hop!.from], hop!.relation, small.ids[hop!.to]]).toEqual([
      'organisation/astra',
      'BASED_IN',
      'country/RS',
    ]);
  });

  it('are none beyond the length asked for, between strangers, or to itself', () => {
    expect(pathsOf('publication/asylum', 'organisation/astra', 2)).toEqual([]);
    expect(pathsOf('publication/asylum', 'publication/asylum')).toEqual([]);
    const strangers = project([publication('a'), { kind: 'theme', id: 'theme/x', prefLabel: { en: 'x' }, source }]);
    expect(shortestPaths(strangers, 0, 1, 6)).toEqual([]);
  });
});
