import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogueRecord } from '../../src/model.ts';
import { neighbourhoodOf } from '../../src/projection/neighbourhood.ts';
import { linksOf } from '../../src/relations.ts';
import { publication, source } from '../records.ts';
import { project } from './project.ts';

const themes = Array.from({ length: 6 }, (_, key): CatalogueRecord => ({
  kind: 'theme',
  id: `theme/${key}`,
  prefLabel: { en: `t${key}` },
  source,
}));
const catalogues = fc
  .array(
    fc.record({
      themes: fc.uniqueArray(fc.nat(5), { maxLength: 3 }).map((keys) => keys.map((key) => `theme/${key}`)),
      cites: fc.uniqueArray(fc.nat(9), { maxLength: 2 }).map((keys) => keys.map((key) => `publication/${key}`)),
    }),
    { minLength: 10, maxLength: 10 },
  )
  .map((works) => [
    ...themes,
    ...works.map((fields, key) =>
      publication(String(key), { ...fields, cites: fields.cites.filter((id) => id !== `publication/${key}`) }),
    ),
  ]);

/** How far everything is from a node, by the records alone. */
function distances(records: CatalogueRecord[], start: string): Map<string, number> {
  const links = records.flatMap((record) => linksOf(record).map(({ to }) => [record.id, to] as const));
  const found = new Map([[start, 0]]);
  for (let hops = 0; [...found.values()].includes(hops); hops++)
    for (const [from, to] of links)
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const)
        // prettier-ignore
        if (found.get(a) === hops && !found.has(b)) found.set(b, hops + 1);
  return found;
}

const hops = fc.integer({ min: 1, max: 3 });

it('holds what is within so many hops, the nearest first, and every link among it', () => {
  fc.assert(
    fc.property(catalogues, hops, fc.integer({ min: 1, max: 20 }), (records, far, most) => {
      const projection = project(records);
      const start = projection.numbers.get('publication/0')!;
      const { nodes, links, leftOut } = neighbourhoodOf(projection, start, far, most);
      const wanted = [...distances(records, 'publication/0')].filter(([, distance]) => distance <= far);
      const found = nodes.map(({ node, hops: away }) => [projection.ids[node]!, away] as const);
      expect(leftOut > 0).toBe(wanted.length > most);
      expect(found).toHaveLength(Math.min(wanted.length, most));
      for (const [id, away] of found) expect([id, away]).toEqual(wanted.find(([other]) => other === id));
      // Whatever was left out is not nearer than what was taken.
      expect(found.map(([, away]) => away)).toEqual(wanted.map(([, away]) => away).sort().slice(0, most)); // prettier-ignore
      const ids = new Set(found.map(([id]) => id));
      const stated = records.flatMap((record) =>
        linksOf(record).flatMap(({ relation, to }) =>
          ids.has(record.id) && ids.has(to) ? `${relation} ${record.id} ${to}` : [],
        ),
      );
      const told = links.map(({ relation, from, to }) => `${relation} ${projection.ids[from]} ${projection.ids[to]}`);
      expect(told.sort()).toEqual([...new Set(stated)].sort());
    }),
  );
});

it('takes of equally near ones those with the most links to what is nearer', () => {
  const near = ['a', 'b', 'c'].map((key) => publication(key, { themes: ['theme/0'], cites: ['publication/well'] }));
  const projection = project([...themes, ...near, publication('well'), publication('a-lone', { cites: ['publication/a'] })]); // prettier-ignore
  const { nodes, leftOut } = neighbourhoodOf(projection, projection.numbers.get('theme/0')!, 2, 5);
  expect(nodes.map(({ node }) => projection.ids[node])).toEqual(['theme/0', 'publication/a', 'publication/b', 'publication/c', 'publication/well']); // prettier-ignore
  expect(leftOut).toBe(1);
});

it('takes of those with as many links to what is nearer the best connected, and says how many it leaves out', () => {
  const about = { themes: ['theme/0'] };
  const works = ['a', 'b', 'c', 'd'].map((key) => publication(key, key === 'c' ? { themes: ['theme/0', 'theme/1'] } : about)); // prettier-ignore
  const projection = project([...themes, ...works]);
  const { nodes, leftOut } = neighbourhoodOf(projection, projection.numbers.get('theme/0')!, 1, 3);
  expect(nodes.map(({ node }) => projection.ids[node])).toEqual(['theme/0', 'publication/c', 'publication/a']);
  expect(leftOut).toBe(2);
});
