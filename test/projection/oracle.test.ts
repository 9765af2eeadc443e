import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { followStore } from '../../src/catalogue.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { weighing } from '../../src/projection/profile.ts';
import { rules } from '../../src/projection/candidates.ts';
import { relatedTo } from '../../src/projection/related.ts';
import { seriesRules } from '../../src/projection/series.ts';
import { spreadRules } from '../../src/projection/spread.ts';
import { onNeo4j } from '../engines.ts';
import { publication, save, source } from '../records.ts';

/** The definition of the score, said once more in Cypher: nothing of the projection is used. */
const oracle = `
  MATCH (p:Publication)
  CALL (p) {
    MATCH (p)-[:ABOUT]->(x) RETURN 'THEME' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH way = (p)-[:ABOUT]->()-[:BROADER*1..2]->(x)
      RETURN 'THEME' AS family, x.id AS x, 0.5 ^ (length(way) - 1) AS factor
    UNION MATCH (p)-[:COVERS]->(x) RETURN 'COUNTRY' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH (p)-[:REFERS_TO]->(x) RETURN 'INSTRUMENT' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH (p)-[:REFERS_TO]->()-[:AMENDS|REPEALS|IMPLEMENTS|PROTOCOL_TO|REPLACED_BY]->(x)
      RETURN 'INSTRUMENT' AS family, x.id AS x, 0.5 AS factor
    UNION MATCH (p)-[:PART_OF]->(x) RETURN 'PROJECT' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH (p)-[:PUBLISHED_BY]->(x) RETURN 'PUBLISHER' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH (p)-[:AUTHORED_BY]->(x) RETURN 'AUTHOR' AS family, x.id AS x, 1.0 AS factor
    UNION MATCH (p)-[:CITES]->(x) RETURN 'CITATION' AS family, x.id AS x, 1.0 AS factor
    UNION RETURN 'CITATION' AS family, p.id AS x, 1.0 AS factor
    UNION WITH split(toLower(p.title), ' ') AS title
      WITH [word IN title | {word: word, times: 3.0 * size([other IN title WHERE other = word])}] AS words,
           5 * (0.25 + 0.75 * 3 * size(title) / 20.0) AS norm
      UNWIND words AS word
      RETURN 'TEXT' AS family, word.word AS x, round(32 * word.times * 6 / (word.times + norm)) AS factor
  }
  WITH family, x, p, max(factor) AS factor
  WITH family, x, collect({id: p.id, date: coalesce(p.date, ''), factor: factor}) AS holders
  WITH family, holders, log(toFloat($publications) / size(holders)) *
         CASE family WHEN 'INSTRUMENT' THEN 0.5 ELSE 1.0 END AS worth,
       [holder IN holders WHERE holder.id = $target | holder.factor][0] AS own
  WHERE size(holders) >= 2 AND worth > 0 AND own IS NOT NULL
    AND NOT (family = 'TEXT' AND size(holders) > $common)
  WITH collect({part: CASE family WHEN 'TEXT' THEN 'text' ELSE 'links' END, holders: holders, worth: worth, own: own})
    AS features
  WITH features,
       reduce(total = 0.0, f IN [f IN features WHERE f.part = 'text'] | total + f.worth * f.own) AS text,
       reduce(total = 0.0, f IN [f IN features WHERE f.part = 'links'] | total + f.worth * f.own) AS links
  WITH features, text, links,
       CASE WHEN text = 0 THEN 0.0 WHEN links = 0 THEN 1.0 ELSE $textShare END AS textShare
  UNWIND features AS feature
  UNWIND feature.holders AS holder
  WITH holder.id AS id, holder.date AS date, feature.holders AS holders,
       CASE feature.part WHEN 'text' THEN textShare / text ELSE (1 - textShare) / links END * feature.worth *
         CASE WHEN holder.factor < feature.own THEN holder.factor ELSE feature.own END AS part
  WITH id, date, sum(part) AS score, sum(CASE WHEN size(holders) <= $hub THEN part ELSE 0 END) AS carried
  WHERE id <> $target AND carried >= $carried AND score >= $floor
  RETURN id, score ORDER BY round(score, 9) DESC, date DESC, id`;

const size = 36;
const some = (kind: string, from: number, atMost: number) =>
  fc.uniqueArray(fc.nat(from - 1), { maxLength: atMost }).map((keys) => keys.map((key) => `${kind}/${key}`));

/** A random catalogue: every family of features, themes and law that lead on to one another, also in circles. */
const catalogues = fc
  .tuple(
    fc.array(some('theme', 12, 2), { minLength: 12, maxLength: 12 }),
    fc.array(
      fc.record({
        type: fc.constantFrom('amends', 'repeals', 'implements', 'protocolTo', 'replacedBy'),
        to: fc.nat(5),
      }),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    fc.array(
      fc.record({
        themes: some('theme', 12, 4),
        countries: some('country', 4, 2),
        instruments: some('instrument', 6, 2),
        publishers: some('organisation', 5, 2),
        authors: some('person', 5, 1),
        project: fc.option(
          fc.nat(3).map((key) => `project/${key}`),
          { nil: undefined },
        ),
        cites: some('publication', size, 1),
        date: fc.option(fc.constantFrom('2019', '2020-05', '2020-05-17'), { nil: undefined }),
        title: fc
          .array(fc.constantFrom('asylum', 'border', 'courts', 'debt', 'fees', 'gangs', 'health', 'trade'), {
            minLength: 1,
            maxLength: 5,
          })
          .map((words) => words.join(' ')),
      }),
      { minLength: size, maxLength: size },
    ),
  )
  .map(([broader, law, publications]): CatalogueRecord[] => [
    ...broader.map((wider, key) => ({
      kind: 'theme' as const,
      id: `theme/${key}`,
      prefLabel: { en: 'x' },
      broader: wider,
      source,
    })),
    ...law.map(({ type, to }, key) => ({
      kind: 'instrument' as const,
      id: `instrument/${key}`,
      title: 'x',
      relations: [{ type, to: `instrument/${to}` }],
      source,
    })),
    ...[0, 1, 2, 3].map((key) => ({ kind: 'country' as const, id: `country/${key}`, name: 'x', source })),
    ...[0, 1, 2, 3, 4].map((key) => ({ kind: 'organisation' as const, id: `organisation/${key}`, name: 'x', source })),
    ...[0, 1, 2, 3, 4].map((key) => ({ kind: 'person' as const, id: `person/${key}`, name: 'x', source })),
    ...[0, 1, 2, 3].map((key) => ({ kind: 'project' as const, id: `project/${key}`, title: 'x', source })),
    ...publications.map((fields, key) => publication(String(key), fields)),
  ]);

onNeo4j('the related list of a random graph', (engine) => {
  // What is held apart or held back is decided beside the score; the oracle knows the score alone.
  const decided = { factor: seriesRules.factor, ...spreadRules };
  seriesRules.factor = 1;
  Object.assign(spreadRules, { publisherWindow: 0, seriesWindow: 0 });
  afterAll(() => {
    const { factor, ...spread } = decided;
    seriesRules.factor = factor;
    Object.assign(spreadRules, spread);
  });

  it('is what the same definition in Cypher finds, with the same scores', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(catalogues, async (records) => {
        const store = await engine.openEmpty();
        await save(store, records);
        const catalogue = await followStore({ ...store, close: async () => {} });
        const { projection } = catalogue;
        for (let key = 0; key < size; key += 5) {
          const target = `publication/${key}`;
          const found = relatedTo(projection, projection.numbers.get(target)!);
          const expected = await askOracle(store, target);
          expect(found.map(({ publication }) => projection.ids[publication])).toEqual(expected.map(({ id }) => id));
          for (const [place, { score }] of found.entries()) expect(score).toBeCloseTo(expected[place]!.score, 9);
          compared += found.length;
        }
        await catalogue.close();
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(100);
  }, 120_000);
});

const askOracle = (store: GraphStore, target: string) =>
  store.read<{ id: string; score: number }>(oracle, {
    target,
    publications: size,
    floor: rules.floor,
    carried: rules.floor * rules.carried,
    textShare: weighing.textShare,
    hub: Math.max(weighing.smallestHub, size * weighing.hub),
    common: Math.max(2, size * weighing.commonWord),
  });
