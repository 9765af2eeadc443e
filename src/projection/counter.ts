/** Counts how often cells of a table came. */
export interface Counter {
  /** Counts each of some rows with each of some columns: the first `down` and `right` of the lists. */
  add(rows: readonly number[], down: number, columns: readonly number[], right: number): void;
  /** The cells that came, as row × width + column, in no order that means anything, and how often. */
  counted(): { cells: number[]; countOf(cell: number): number };
}

/** Above so many cells an array of them would cost more than what it saves: four megabytes. */
const mostInArray = 1_000_000;

/** A counter of a table of so many rows and columns. */
export const createCounter = (height: number, width: number): Counter =>
  height * width <= mostInArray ? countInArray(height * width, width) : countInMap(width);

function countInArray(size: number, width: number): Counter {
  const counts = new Uint32Array(size);
  return {
    add(rows, down, columns, right) {
      for (let i = 0; i < down; i++) {
        const start = rows[i]! * width;
        for (let j = 0; j < right; j++) counts[start + columns[j]!]!++;
      }
    },
    counted() {
      const cells: number[] = [];
      for (let cell = 0; cell < size; cell++) if (counts[cell] !== 0) cells.push(cell);
      return { cells, countOf: (cell) => counts[cell]! };
    },
  };
}

function countInMap(width: number): Counter {
  const counts = new Map<number, number>();
  return {
    add(rows, down, columns, right) {
      for (let i = 0; i < down; i++)
        for (let j = 0; j < right; j++) {
          const cell = rows[i]! * width + columns[j]!;
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
    },
    counted: () => ({ cells: [...counts.keys()], countOf: (cell) => counts.get(cell)! }),
  };
}
