/** Two texts by their code units: the same order on every machine, as sort functions want it. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first place from `from` on for which a test holds, when it holds for all later ones too; `length` when for none. */
export function firstPlace(length: number, test: (place: number) => boolean, from = 0): number {
  let [low, high] = [from, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
