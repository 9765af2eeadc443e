import { derived } from './derived.ts';
import { holdersOf, type FamilyName } from './features.ts';
import { toldBy } from './postings.ts';
import type { Projection } from './projection.ts';

/** How strongly every publication holds one entity: `factors[codes[publication]]`, 0 where it does not. */
export interface HubHolders {
  codes: Uint8Array;
  factors: readonly number[];
}

const tables = derived(() => new Map<string, HubHolders>());

/**
 * The same as `holdersOf` as a column, a byte for each node, kept: of an entity that very many hold, few are asked about,
 * and theirs is faster than the whole list. There are few such entities.
 */
export function hubHolders(projection: Projection, family: FamilyName, entity: number): HubHolders {
  const known = tables(projection);
  const key = `${family} ${entity}`;
  let table = known.get(key);
  if (!table) known.set(key, (table = tableOf(projection, family, entity)));
  return table;
}

function tableOf(projection: Projection, family: FamilyName, entity: number): HubHolders {
  const codes = new Uint8Array(projection.ids.length);
  const factors = [0];
  for (const { publications, weights, factor } of holdersOf(projection, family, entity)) {
    // These weights are whole numbers to 255, and codes of their own.
    if (weights) {
      for (let place = 0; place < publications.length; place++) codes[publications[place]!] = toldBy(weights[place]!);
      return { codes, factors: Array.from({ length: 256 }, (_, weight) => weight) };
    }
    const code = factors.push(factor) - 1;
    for (const publication of publications) if (codes[publication] === 0) codes[publication] = code;
  }
  return { codes, factors };
}
