import type { Evidence, Words } from './draft.ts';

/** Where a piece of evidence stands in the words of a page. */
export interface Spot {
  in: 'title' | 'text';
  start: number;
  end: number;
}

/** A run of a text that stands on the same pieces of evidence, which are named by their places; none for most. */
export interface Run {
  text: string;
  of: number[];
  /** Those of them that begin here. */
  begins: number[];
}

/**
 * Finds evidence in the words of a page: where it says it stands, or else where the same words are nearest to that.
 * Undefined for what is not there: markup says it, or the page has changed.
 */
export function spotOf({ field, from: said, text, start = 0 }: Evidence, words: Words): Spot | undefined {
  const from = field === 'title' ? 'title' : said; // whatever says the title, it stands there
  if ((from !== 'title' && from !== 'text') || !text) return undefined;
  const whole = words[from];
  if (whole.startsWith(text, start)) return { in: from, start, end: start + text.length };
  let nearest = -1;
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  return nearest < 0 ? undefined : { in: from, start: nearest, end: nearest + text.length };
}

/** The lines of a text, each cut into runs where evidence begins and ends; pieces of it may lie in one another. */
export function linesOf(text: string, spots: readonly (readonly [place: number, spot: Spot])[]): Run[][] {
  const lines: Run[][] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    const here = spots.filter(([, { start, end }]) => start < to && end > from);
    const cuts = new Set([
      from,
      to,
      ...here.flatMap(([, { start, end }]) => [Math.max(start, from), Math.min(end, to)]),
    ]);
    const points = [...cuts].sort((a, b) => a - b);
    lines.push(
      points.slice(0, -1).map((start, place) => ({
        text: text.slice(start, points[place + 1]),
        of: here.filter(([, spot]) => spot.start <= start && spot.end > start).map(([of]) => of),
        begins: here.filter(([, spot]) => spot.start === start).map(([of]) => of),
      })),
    );
    from = to + 1;
  }
  return lines;
}

/** The evidence of a page that is not there itself, in the order of the page, as its own lines: `[places of evidence, text]`. */
export function keptPassages(evidence: readonly Evidence[]): { of: number[]; from: string; text: string }[] {
  const passages: { of: number[]; from: string; text: string; start: number }[] = [];
  for (const [place, { from, text, start = Infinity }] of evidence.entries()) {
    const there = passages.find((one) => one.from === from && one.text === text);
    if (there) there.of.push(place);
    else passages.push({ of: [place], from, text, start });
  }
  const order = (from: string) => (from === 'title' ? 0 : from === 'text' ? 1 : 2);
  return passages.sort((a, b) => order(a.from) - order(b.from) || (a.start === b.start ? 0 : a.start - b.start));
}
