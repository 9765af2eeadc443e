import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/projection/builder.ts';
import { inTurns, atOnce } from '../../src/projection/turns.ts';
import { patch, patchCount } from '../../src/projection/patch.ts';
import type { CatalogueRecord, Publication } from '../../src/model.ts';
import { relationNames } from '../../src/relations.ts';
import { publication, source } from '../records.ts';
import { changesOf, project } from './project.ts';
import { told } from './told.ts';

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const themes = ['t0', 't1', 't2', 't3'];
const base: CatalogueRecord[] = [
  ...themes.map((key): CatalogueRecord => ({ kind: 'theme', id: `theme/${key}`, prefLabel: { en: key }, source })),
  { kind: 'country', id: 'country/RS', name: 'Serbia', source },
  { kind: 'organisation', id: 'organisation/o', name: 'O', source },
];
const words = fc.constantFrom('asylum', 'border', 'debt', 'žrtve', 'oder', 'les'); // two say nothing, each in its language

/** A publication written anew, or withdrawn. */
const change = fc.record({
  key: fc.constantFrom(...keys),
  gone: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  fields: fc.record({
    title: fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
    language: fc.option(fc.constantFrom('de', 'fr'), { nil: undefined }),
    date: fc.option(fc.constantFrom('2019', '2020-05'), { nil: undefined }),
    themes: fc.subarray(themes.map((key) => `theme/${key}`)),
    countries: fc.subarray(['country/RS']),
    publishers: fc.subarray(['organisation/o']),
    translationOf: fc.option(fc.constantFrom(...keys.map((key) => `publication/${key}`)), { nil: undefined }),
  }),
});

describe('a projection that was patched', () => {
  it('says the same as one made at once, whatever was changed, and leaves the one before as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (steps) => {
        const records = new Map(base.map((record) => [record.id, record]));
        let projection = project(base);
        told(projection); // so that what is derived has to be carried on
        for (const step of steps) {
          const written = new Map<string, CatalogueRecord | null>();
          for (const { key, gone, fields } of step)
            written.set(`publication/${key}`, gone ? null : publication(key, fields as Partial<Publication>));
          for (const [id, record] of written) {
            if (record) records.set(id, record);
            else records.delete(id);
          }
          // What nothing stands behind is not there, and links to it wait: the graph would not tell them.
          const known = (list: CatalogueRecord[]) => {
            const { nodes, links } = changesOf(list);
            return { nodes, links: links.filter(({ to }) => records.has(to)) };
          };
          // A link to what came or went changes the records that state it too.
          const touched = [...records.values()].filter(
            (record) => written.has(record.id) || written.has((record as Publication).translationOf ?? ''),
          );
          const before = relationNames.map((name) => projection.out[name].size);
          const changes = {
            ...known(touched),
            gone: [...written].flatMap(([id, record]) => (record ? [] : [{ id, survivor: null }])),
          };
          const next = atOnce(patch(projection, changes, projection.revision + 1));
          expect(relationNames.map((name) => projection.out[name].size)).toEqual(before);
          projection = next;
          const builder = createBuilder();
          atOnce(builder.add(known([...records.values()])));
          const anew = told(atOnce(builder.build(1)));
          expect(told(projection)).toEqual(anew);
        }
        const rebuilt = atOnce(createBuilder(projection).build(projection.revision));
        expect(told(rebuilt)).toEqual(told(projection));
        expect(patchCount(rebuilt)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('lets others have a turn while it is made anew', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => publication(String(i), { themes: ['theme/t0'] }));
    const builder = createBuilder();
    atOnce(builder.add(changesOf([...base, ...many])));
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const projection = await inTurns(slow(builder.build(1)));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
    expect(projection.ofKind.publication).toHaveLength(3_000);
  });
});

/** The same steps, each of which takes long. */
function* slow<Value>(steps: Generator<void, Value>): Generator<void, Value> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    for (const began = performance.now(); performance.now() - began < 2;);
    yield;
  }
}
