import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { circlesIn, broaderKey } from '../../src/graph/circles.ts';
import { openLinks } from '../../src/graph/open-links.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { onEveryEngine } from '../engines.ts';
import { act, save } from '../records.ts';
import { withdraw } from '../../src/graph/retire.ts';
import { exportOf, faultsOf, linksFrom, statedIn, theme } from './content.ts';

/** A link is in a circle when its end leads back to its start: followed step by step, as often as there are themes. */
function inCircle(hierarchy: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  let reached = new Set([to]);
  for (const _ of hierarchy) reached = new Set([...reached, ...[...reached].flatMap((id) => hierarchy.get(id) ?? [])]);
  return from !== to && hierarchy.has(to) && reached.has(from);
}

const size = 7;
const hierarchies = fc
  .array(fc.uniqueArray(fc.nat(size), { maxLength: 3 }), { minLength: size, maxLength: size })
  // One of them names a theme that is not there.
  .map((lists) => new Map(lists.map((list, id) => [`t${id}`, list.map((to) => `t${to}`)])));

describe('the circles of a hierarchy', () => {
  it('are the links whose end leads back to their start', () => {
    fc.assert(
      fc.property(hierarchies, (hierarchy) => {
        const expected = [...hierarchy].flatMap(([id, broader]) =>
          broader.filter((to) => inCircle(hierarchy, id, to)).map((to) => broaderKey(id, to)),
        );
        expect([...circlesIn(hierarchy).keys()].sort()).toEqual(expected.sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it('are told as a way from a theme to itself', () => {
    fc.assert(
      fc.property(hierarchies, (hierarchy) => {
        for (const [key, way] of circlesIn(hierarchy)) {
          expect(broaderKey(way[0]!, way[1]!)).toBe(key);
          expect(way.at(-1)).toBe(way[0]);
          way.slice(1).forEach((to, place) => expect(hierarchy.get(way[place]!)).toContain(to));
        }
      }),
    );
  });

  it('are none in a long chain', () => {
    const chain = new Map(Array.from({ length: 3_000 }, (_, id) => [`t${id}`, [`t${id + 1}`]]));
    expect(circlesIn(chain).size).toBe(0);
  });
});

onEveryEngine('themes in a circle', (engine) => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await engine.openEmpty();
  });
  const [a, b, c, top] = [theme('a', 'b', 'top'), theme('b', 'c'), theme('c', 'a'), theme('top')];
  const ids = ['theme/a', 'theme/b', 'theme/c', 'theme/top'];
  const contentOf = async () => ({ text: await exportOf(store), stated: await statedIn(store) });

  it('go in without the links of the circle and with all others', async () => {
    await save(store, [a, b, c, top]);
    expect(await linksFrom(store, ...ids)).toEqual(['BROADER theme/top']);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('make the same graph in any order, together and one by one', async () => {
    await save(store, [a, b, c, top]);
    const expected = await contentOf();
    for (const order of [
      [c, b, a, top],
      [top, b, a, c],
      [b, top, c, a],
    ]) {
      store = await engine.openEmpty();
      for (const record of order) await save(store, [record]);
      expect(await contentOf()).toEqual(expected);
      expect(await faultsOf(store)).toEqual([]);
    }
  });

  it('get the links that are left once one of them is put right', async () => {
    await save(store, [a, b, c, top]);
    await save(store, [theme('c', 'top')]);
    expect(await linksFrom(store, ...ids)).toEqual([
      'BROADER theme/b',
      'BROADER theme/top',
      'BROADER theme/c',
      'BROADER theme/top',
    ]);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('lose links that were there when a correction closes a circle', async () => {
    await save(store, [theme('a', 'b', 'top'), theme('b', 'c'), theme('c'), theme('top')]);
    expect(await linksFrom(store, ...ids)).toHaveLength(3);
    await save(store, [theme('c', 'a')]);
    expect(await linksFrom(store, ...ids)).toEqual(['BROADER theme/top']);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('get the links that are left when one of them is withdrawn', async () => {
    await save(store, [a, b, c, top]);
    await withdraw(store, { ...act, reason: 'wrong' }, 'theme/a');
    expect(await linksFrom(store, ...ids)).toEqual(['BROADER theme/c']);
    expect(await faultsOf(store)).toEqual([]);
  });

  it('are named with the circle', async () => {
    await save(store, [a, b, c, top]);
    const open = await openLinks(store.read);
    expect([a, b, c, top].map((record) => open.of(record))).toEqual([
      [
        {
          field: 'broader',
          value: 'theme/b',
          reason: 'closes a circle (theme/a → theme/b → theme/c → theme/a); the record went in without the link',
        },
      ],
      [expect.objectContaining({ reason: expect.stringContaining('(theme/b → theme/c → theme/a → theme/b)') })],
      [expect.objectContaining({ reason: expect.stringContaining('(theme/c → theme/a → theme/b → theme/c)') })],
      [],
    ]);
  });
});
