import type { Theme } from '../model.ts';
import { allEntities, readRetired, type Entity } from './entities.ts';
import { linkKey } from './read.ts';
import type { Run } from './store.ts';

/** The broader themes of each theme, as the records say. */
export type Hierarchy = ReadonlyMap<string, readonly string[]>;

/** What the records of all themes say of their broader ones, merged ids resolved. */
export async function readHierarchy(run: Run): Promise<Map<string, string[]>> {
  const hierarchy = new Map<string, string[]>();
  for await (const page of allEntities(run, ['theme']))
    for (const { id, records } of page)
      hierarchy.set(id, [...new Set(records.flatMap((record) => (record as Theme).broader ?? []))]);
  const absent = [...hierarchy.values()].flat().filter((id) => !hierarchy.has(id));
  const retired = absent.length > 0 ? await readRetired(run, new Set(absent)) : new Map();
  for (const [id, broader] of hierarchy)
    hierarchy.set(
      id,
      broader.map((to) => (retired.get(to)?.survivor as string | undefined) ?? to),
    );
  return hierarchy;
}

/**
 * The links `broader` that stand in a circle, each as a list that starts and ends with the theme that states it. No
 * theme is broader than itself, and which link of the circle is wrong nobody can tell: so none of them goes in, in
 * whatever order they came, until a record is corrected.
 */
export function circlesIn(hierarchy: Hierarchy): Map<string, string[]> {
  // What has nothing broader, or nothing narrower, is in no circle; away with it, and again, until all have both.
  const left = new Map(
    [...hierarchy].map(([id, broader]) => [id, broader.filter((to) => to !== id && hierarchy.has(to))]),
  );
  for (let size = -1; size !== left.size;) {
    size = left.size;
    const narrower = new Set([...left.values()].flat());
    for (const [id, broader] of left) {
      if (!narrower.has(id) || !broader.some((to) => left.has(to))) left.delete(id);
    }
  }
  const circles = new Map<string, string[]>();
  for (const [id, broader] of left)
    for (const to of broader) {
      const way = wayBetween(left, to, id);
      if (way) circles.set(broaderKey(id, to), [id, ...way]);
    }
  return circles;
}

/** What tells two links up to a broader theme apart. */
export const broaderKey = (from: string, to: string) => linkKey({ from, relation: 'BROADER', to });

/** The themes from one up to another, both included; null when it leads there nowhere. */
function wayBetween(hierarchy: Hierarchy, start: string, end: string): string[] | null {
  const from = new Map<string, string | null>([[start, null]]);
  for (const id of from.keys()) {
    if (id === end) {
      const way: string[] = [];
      for (let at: string | null = end; at; at = from.get(at)!) way.unshift(at);
      return way;
    }
    for (const to of hierarchy.get(id) ?? []) if (!from.has(to)) from.set(to, id);
  }
  return null;
}

/** The links of these entities that a circle keeps out, as `linkKey` of read.ts writes them. */
export async function refusedByCircles(run: Run, entities: readonly Entity[]): Promise<Set<string>> {
  if (!entities.some(({ id }) => id.startsWith('theme/'))) return new Set();
  return new Set(circlesIn(await readHierarchy(run)).keys());
}
