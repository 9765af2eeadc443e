/** Draws that come out the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** A draw of 0…count-1 by Zipf's law: number i comes in proportion to 1 / (i + 1)^exponent. */
  zipf(count: number, exponent: number): () => number;
}

/** Random numbers by the generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    zipf(count, exponent) {
      const cumulative = new Float64Array(count);
      let total = 0;
      for (let i = 0; i < count; i++) cumulative[i] = total += 1 / (i + 1) ** exponent;
      return () => firstAtLeast(cumulative, fraction() * total);
    },
  };
}

/** Different draws, in the order they came: `count` of them, or fewer when the same ones keep coming. */
export function different(draw: () => number, count: number): number[] {
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < count && tries < 60; tries++) drawn.add(draw());
  return [...drawn];
}

/** The first place in a rising list that holds `value` or more; the last place when none does. */
function firstAtLeast(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
