import type { Column } from './table-shape.ts';

/** What a cell holds: a text, or a number or truth value as it is; nothing where there is none. */
export type Cell = string | number | boolean | null;

/** The values of a row, one for each column; those of a list inside a row stand in one cell, `; ` between them. */
export const cellsOf = (row: unknown, columns: readonly Column[]): Cell[] =>
  columns.map(({ path }) => cellAt(row, path));

/** What stands at a place in the data; null where there is nothing on the way. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value ?? null;
}

function cellAt(value: unknown, path: Column['path']): Cell {
  if (path.length > 0 && !Array.isArray(value)) {
    const [key, ...rest] = path;
    return cellAt(valueAt(value, [key!]), rest);
  }
  if (!Array.isArray(value)) return plain(value);
  const [key] = path;
  if (typeof key === 'number') return cellAt(value[key], path.slice(1));
  // An item without the value keeps its place, so that the columns of one list go together.
  return value.map((item) => cellAt(item, path) ?? '').join('; ');
}

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}
