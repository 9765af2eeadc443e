import { foldText, writtenWords } from '../fold.ts';

/** A part of a text with the words in it that were searched for. */
export interface Passage {
  text: string;
  /** Where they stand in `text`, in UTF-16 code units, one after the other. */
  places: { start: number; end: number }[];
  /** True where the text goes on before and behind. */
  isCut: { before: boolean; behind: boolean };
}

/** Characters of a passage, about. */
const wanted = 200;

/** The words of a text that fold to one of these, with their places. */
export function placesOf(text: string, words: ReadonlySet<string>): { start: number; end: number }[] {
  return Array.from(text.matchAll(writtenWords), (match) => ({ word: match[0], start: match.index }))
    .filter(({ word }) => words.has(word.toLowerCase()) || words.has(foldText(word)))
    .map(({ word, start }) => ({ start, end: start + word.length }));
}

/** The part of a text in which the most of these words stand close together; null where none does. */
export function passageOf(text: string, words: ReadonlySet<string>): Passage | null {
  const all = placesOf(text, words);
  if (all.length === 0) return null;
  const isWhole = text.length <= wanted;
  const [from, to] = isWhole ? [0, text.length] : bestWindow(text, all);
  const places = all.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: text.slice(from, to),
    places: places.map(({ start, end }) => ({ start: start - from, end: end - from })),
    isCut: { before: from > 0, behind: to < text.length },
  };
}

/** The first window with the most places, begun a little before its first and cut between words where there are any. */
function bestWindow(text: string, places: { start: number; end: number }[]): [number, number] {
  let best = { count: 0, start: 0 };
  let behind = 0; // the first place that no longer fits
  for (const [first, { start }] of places.entries()) {
    while (behind < places.length && places[behind]!.end <= start + (wanted * 2) / 3) behind++;
    if (behind - first > best.count) best = { count: behind - first, start };
  }
  if (best.count === 0) best = { count: 1, start: places[0]!.start }; // a single word longer than that
  const wish = Math.max(0, Math.min(best.start - wanted / 5, text.length - wanted));
  const space = text.indexOf(' ', wish);
  const from = wish === 0 ? 0 : space < 0 || space > best.start ? best.start : space + 1;
  if (from + wanted >= text.length) return [from, text.length];
  const end = text.lastIndexOf(' ', from + wanted);
  const last = places.findLast(({ start }) => start >= from && start < from + wanted);
  return [from, Math.max(end > from ? end : from + wanted, last?.end ?? 0)];
}
