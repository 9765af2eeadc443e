/** Two texts by their code units: the same order on every machine, as sort functions want it. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
