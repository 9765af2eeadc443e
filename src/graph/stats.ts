import { kinds, kindOf, type Publication } from '../model.ts';
import { allEntities } from './entities.ts';
import { viewOf } from './entity.ts';
import { readWaiting } from './settle.ts';
import type { GraphStore } from './store.ts';

/** How many entities have a value, and how many of them stand on a source that somebody has seen. */
export interface StatLine {
  dimension: 'kind' | 'language' | 'country' | 'year' | 'type' | 'missing';
  /** `unknown` where publications have none. */
  value: string;
  count: number;
  verified: number;
}

/**
 * What the catalogue covers: entities by kind; publications by language, country, year and type; ids that links name
 * and that are not there, with the number of entities that wait for each. Largest first within a dimension, years in order.
 */
export async function readStats(store: GraphStore): Promise<StatLine[]> {
  const counts = new Map<string, StatLine>();
  const count = (dimension: StatLine['dimension'], value: string, verified: boolean) => {
    const key = `${dimension} ${value}`;
    const line = counts.get(key) ?? { dimension, value, count: 0, verified: 0 };
    counts.set(key, { ...line, count: line.count + 1, verified: line.verified + Number(verified) });
  };
  for await (const page of allEntities(store.read))
    for (const { id, records } of page) {
      const view = viewOf(id, records);
      const { verified } = view.source;
      count('kind', kindOf(id)!, verified);
      if (view.kind !== 'publication') continue;
      for (const [dimension, values] of Object.entries(valuesOf(view)) as [StatLine['dimension'], string[]][])
        for (const value of values) count(dimension, value, verified);
    }
  for (const { target } of await readWaiting(store.read)) count('missing', target, false);
  return [...counts.values()].sort(inOrder);
}

function valuesOf({ language, languages, countries, date, type }: Publication) {
  const known = (values: readonly (string | undefined)[] = []) => {
    const given = values.filter((value) => value !== undefined);
    return given.length > 0 ? given : ['unknown'];
  };
  return {
    language: known(languages ?? [language]),
    country: known(countries),
    year: known([date?.slice(0, 4)]),
    type: known([type]),
  };
}

const dimensions: StatLine['dimension'][] = ['kind', 'language', 'country', 'year', 'type', 'missing'];

function inOrder(a: StatLine, b: StatLine): number {
  if (a.dimension !== b.dimension) return dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension);
  if (a.dimension === 'kind') return kinds.indexOf(a.value as never) - kinds.indexOf(b.value as never);
  if (a.dimension !== 'year' && a.count !== b.count) return b.count - a.count;
  return a.value < b.value ? -1 : 1;
}
