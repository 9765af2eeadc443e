import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogueRecord } from '../../src/model.ts';
import { countBy, dimensions, type Dimension } from '../../src/projection/counts.ts';
import { patch } from '../../src/projection/patch.ts';
import { mostPaths, shortestPaths } from '../../src/projection/paths.ts';
import { matching, type PublicationFilter } from '../../src/projection/publications.ts';
import type { Projection } from '../../src/projection/projection.ts';
import { atOnce } from '../../src/projection/turns.ts';
import { linksOf, relationNames, type RelationName } from '../../src/relations.ts';
import { publication, source } from '../records.ts';
import { changesOf, project } from './project.ts';

const some = (kind: string, from: number, atMost: number) =>
  fc.uniqueArray(fc.nat(from - 1), { maxLength: atMost }).map((keys) => keys.map((key) => `${kind}/${key}`));

const publications = fc.array(
  fc.record({
    themes: some('theme', 6, 3),
    countries: some('country', 4, 2),
    publishers: some('organisation', 4, 2),
    authors: some('organisation', 4, 1),
    cites: some('publication', 10, 2),
    language: fc.constantFrom('en', 'sr', 'sr-Latn', undefined),
    type: fc.constantFrom('report', 'guide', undefined),
    date: fc.constantFrom('2019', '2020-05', '2021-01-02', undefined),
  }),
  { minLength: 10, maxLength: 10 },
);

/** A random catalogue: publications, themes in a tree or in circles, organisations in countries and in one another. */
const catalogues = fc
  .tuple(publications, fc.array(some('theme', 6, 2), { minLength: 6, maxLength: 6 }), some('organisation', 4, 2))
  .map(([works, broader, members]): CatalogueRecord[] => [
    ...[0, 1, 2, 3].map((key) => ({ kind: 'country' as const, id: `country/${key}`, name: `c${key}`, source })),
    ...broader.map((ids, key) => ({
      kind: 'theme' as const,
      id: `theme/${key}`,
      prefLabel: { en: `t${key}` },
      broader: ids.filter((id) => id !== `theme/${key}`),
      source,
    })),
    ...[0, 1, 2, 3].map((key) => ({
      kind: 'organisation' as const,
      id: `organisation/${key}`,
      name: `o${key}`,
      ...(key === 0 ? { memberOf: members.filter((id) => id !== 'organisation/0') } : { country: `country/${key}` }),
      source,
    })),
    ...works.map(({ cites, ...fields }, key) =>
      publication(String(key), { ...fields, cites: cites.filter((id) => id !== `publication/${key}`) }),
    ),
  ]);

/** The same catalogue as a projection: made at once, or with the publications changed one by one afterwards. */
const projections = catalogues.chain((records) =>
  fc.boolean().map((inSteps): { records: CatalogueRecord[]; projection: Projection } => {
    if (!inSteps) return { records, projection: project(records) };
    const bare = records.map((record) =>
      record.kind === 'publication' ? publication(record.id.split('/')[1]!) : record,
    );
    let projection = project(bare);
    for (const dimension of dimensions) countBy(projection, [dimension]); // so that what is kept must be carried on
    for (const record of records) projection = atOnce(patch(projection, changesOf([record]), projection.revision + 1));
    return { records, projection };
  }),
);

interface Walk {
  ids: string[];
  hops: string[];
}

/** All shortest ways by walking every link of every node, and nothing else. */
function plainPaths(records: readonly CatalogueRecord[], from: string, to: string, maxLength: number): Walk[] {
  const steps = new Map<string, { to: string; hop: string; rank: number }[]>();
  const add = (node: string, step: { to: string; hop: string; rank: number }) => {
    const known = steps.get(node) ?? [];
    if (!known.some(({ hop }) => hop === step.hop)) steps.set(node, [...known, step]);
  };
  const ids = new Set(records.map(({ id }) => id));
  for (const record of records)
    for (const { relation, to: other } of linksOf(record)) {
      if (!ids.has(other)) continue;
      const hop = `${record.id} ${relation} ${other}`;
      const rank = relationNames.indexOf(relation as RelationName) * 2;
      add(record.id, { to: other, hop, rank });
      add(other, { to: record.id, hop, rank: rank + 1 });
    }
  const inOrder = (a: { to: string; rank: number }, b: { to: string; rank: number }) =>
    a.to < b.to ? -1 : a.to > b.to ? 1 : a.rank - b.rank;
  for (const list of steps.values()) list.sort(inOrder);
  let walks: Walk[] = [{ ids: [from], hops: [] }];
  for (let length = 1; length <= maxLength; length++) {
    walks = walks.flatMap((walk) =>
      (steps.get(walk.ids.at(-1)!) ?? [])
        .filter((step) => !walk.ids.includes(step.to))
        .map((step) => ({ ids: [...walk.ids, step.to], hops: [...walk.hops, step.hop] })),
    );
    const there = walks.filter((walk) => walk.ids.at(-1) === to);
    if (there.length > 0) return there;
  }
  return [];
}

it('finds the shortest ways that plain walking finds, in its order', () => {
  fc.assert(
    fc.property(projections, fc.nat(23), fc.nat(23), fc.integer({ min: 1, max: 4 }), (made, a, b, maxLength) => {
      const { records, projection } = made;
      const [from, to] = [records[a % records.length]!.id, records[b % records.length]!.id];
      fc.pre(from !== to);
      const found = shortestPaths(projection, projection.numbers.get(from)!, projection.numbers.get(to)!, maxLength);
      const { ids } = projection;
      expect(
        found.map(({ nodes, hops }) => ({
          ids: nodes.map((node) => ids[node]!),
          hops: hops.map((hop) => `${ids[hop.from]} ${hop.relation} ${ids[hop.to]}`),
        })),
      ).toEqual(plainPaths(records, from, to, maxLength).slice(0, mostPaths));
    }),
    { numRuns: 300 },
  );
});

/** The values a record has in a dimension. */
function valuesOf(record: CatalogueRecord, dimension: Dimension): string[] {
  if (record.kind !== 'publication') return [];
  const { countries, themes, instruments, publishers, project: from, language, type, date } = record;
  const of = { COUNTRY: countries, THEME: themes, INSTRUMENT: instruments, PUBLISHER: publishers } as const;
  const one = { PROJECT: from, LANGUAGE: language, TYPE: type, YEAR: date?.slice(0, 4) } as const;
  const found = dimension in of ? of[dimension as keyof typeof of] : [one[dimension as keyof typeof one]];
  return (found ?? [])
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? value : value.id));
}

const filters = fc.constantFrom<PublicationFilter | undefined>(
  undefined,
  { countries: ['country/1'] },
  { languages: ['sr'], yearFrom: 2020 },
  { not: { types: ['report'] } },
  { any: [{ themes: ['theme/1'] }, { yearTo: 2019 }] },
);

/** What a filter of those above says of a record, said once more. */
function isMeant(records: readonly CatalogueRecord[], record: CatalogueRecord, filter?: PublicationFilter): boolean {
  if (record.kind !== 'publication') return false;
  if (!filter) return true;
  const year = Number(record.date?.slice(0, 4) ?? NaN);
  const narrower = (themes: string[]): string[] => {
    const wider = records.flatMap((other) =>
      other.kind === 'theme' && !themes.includes(other.id) && other.broader?.some((id) => themes.includes(id))
        ? [other.id]
        : [],
    );
    return wider.length > 0 ? narrower([...themes, ...wider]) : themes;
  };
  const { countries, languages, yearFrom, yearTo, types, themes, any, not } = filter;
  return (
    (!countries || countries.some((id) => (record.countries ?? []).includes(id))) &&
    (!languages || languages.some((tag) => record.language === tag || (record.language ?? '').startsWith(`${tag}-`))) &&
    (!types || types.includes(record.type ?? '')) &&
    (!themes || narrower(themes).some((id) => (record.themes ?? []).includes(id))) &&
    (yearFrom === undefined || year >= yearFrom) &&
    (yearTo === undefined || year <= yearTo) &&
    (!any || any.some((part) => isMeant(records, record, part))) &&
    (!not || !isMeant(records, record, not))
  );
}

it('counts what plain counting of the records counts, by one dimension and by two', () => {
  const by = fc.subarray([...dimensions], { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(
      projections,
      by,
      filters,
      fc.constantFrom(1, 3, 100),
      ({ records, projection }, asked, filter, first) => {
        const counts = new Map<string, number>();
        for (const record of records.filter((each) => isMeant(records, each, filter)))
          for (const row of valuesOf(record, asked[0]!))
            for (const column of asked[1] ? valuesOf(record, asked[1]) : ['']) {
              const key = asked[1] ? `${row}\n${column}` : row;
              counts.set(key, (counts.get(key) ?? 0) + 1);
            }
        const plain = Array.from(counts, ([key, count]) => ({ values: key.split('\n'), count })).sort(
          (a, b) => b.count - a.count || (a.values.join('\n') < b.values.join('\n') ? -1 : 1),
        );
        const only = filter && matching(projection, filter);
        expect(countBy(projection, asked, only, first)).toEqual(plain.slice(0, first));
      },
    ),
    { numRuns: 300 },
  );
});
