/**
 * Marks by node number: 1 for what is meant, 0 for all else. Whole arrays are combined four marks at a time; a test
 * called for each of a hundred thousand publications takes twenty times as long.
 */
export type Marks = Uint8Array<ArrayBuffer>;

/** No marks for so many nodes, in memory that can be read four marks at a time. */
export const createMarks = (size: number): Marks => new Uint8Array(new ArrayBuffer(Math.ceil(size / 4) * 4), 0, size);

/** Marks for so many nodes, with those of these lists set. */
export function marksOf(size: number, ...lists: readonly Uint32Array[]): Marks {
  const marks = createMarks(size);
  for (const list of lists) for (const node of list) marks[node] = 1;
  return marks;
}

/** The same marks, to be changed. */
export function copyMarks(marks: Marks): Marks {
  const copy = createMarks(marks.length);
  copy.set(marks);
  return copy;
}

/** Leaves the marks that others have too. */
export function keepMarked(marks: Marks, others: Marks): void {
  const [kept, held] = [new Uint32Array(marks.buffer), new Uint32Array(others.buffer)];
  for (let i = 0; i < kept.length; i++) kept[i]! &= held[i] ?? 0;
}

/** Takes away the marks that others have. */
export function dropMarked(marks: Marks, others: Marks): void {
  const [kept, held] = [new Uint32Array(marks.buffer), new Uint32Array(others.buffer)];
  for (let i = 0; i < kept.length; i++) kept[i]! &= ~(held[i] ?? 0);
}

/** Adds the marks of others. */
export function addMarked(marks: Marks, others: Marks): void {
  const [all, added] = [new Uint32Array(marks.buffer), new Uint32Array(others.buffer)];
  for (let i = 0; i < all.length; i++) all[i]! |= added[i] ?? 0;
}
