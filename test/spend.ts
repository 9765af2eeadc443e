/** Holds everybody up for so many milliseconds. */
export function spend(milliseconds: number): void {
  const began = performance.now();
  while (performance.now() - began < milliseconds);
}
