/** How dark what is in a picture for a number is, from 1 on, and for which numbers each shade stands. */
export interface Shades {
  of(count: number): number;
  ranges: readonly { shade: number; from: number; to: number }[];
}

/**
 * So many shades for numbers from 1 on, from the smallest of them to the largest: each goes as many times as far as the one
 * before, for few things are often and most are rare. Those that no number could have are left out.
 */
export function shadesFor(counts: readonly number[], shades: number): Shades {
  const some = counts.filter((count) => count > 0);
  const [least, most] = [Math.log1p(Math.min(...some) - 1), Math.log1p(Math.max(...some))];
  const ranges: { shade: number; from: number; to: number }[] = [];
  let from = Math.min(...some);
  for (let shade = 1; shade <= shades && some.length > 0; shade++) {
    const to = Math.floor(Math.expm1(least + ((most - least) * shade) / shades) + 1e-6);
    if (to < from) continue;
    ranges.push({ shade, from, to });
    from = to + 1;
  }
  return { of: (count) => ranges.find(({ to }) => count <= to)?.shade ?? shades, ranges };
}
