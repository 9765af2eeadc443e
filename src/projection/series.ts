import { neighbours } from './adjacency.ts';
import { derived } from './derived.ts';
import type { Projection } from './projection.ts';

/** What makes a series, and what becomes of it; see docs/decisions/005. */
export const seriesRules = {
  /** Titles are alike when this share of the shorter one's words stands in the other … */
  alike: 0.6,
  /** … and at least so many words. */
  leastWords: 3,
  /** What a report of the target's series on other countries shares with it, it shares with all of them: half counts. */
  factor: 0.5,
};

/** Publications of the target's series about other countries that score at least `least`. */
export function* apart(
  projection: Projection,
  target: number | null,
  scores: Float64Array,
  least: number,
): Generator<number> {
  if (target === null || neighbours(projection.out.COVERS, target).length === 0) return;
  const title = titleOf(projection, target);
  const looked = new Set([target]);
  for (const publisher of neighbours(projection.out.PUBLISHED_BY, target))
    for (const publication of neighbours(projection.in.PUBLISHED_BY, publisher)) {
      if (scores[publication]! < least || looked.has(publication)) continue;
      looked.add(publication);
      if (coversOthers(projection, target, publication) && hasTitleLike(projection, publication, title))
        yield publication;
    }
}

/** Whether a publication counts less, as the target's series on other countries. */
export const heldApart = (projection: Projection, target: number | null, publication: number): boolean =>
  target !== null && coversOthers(projection, target, publication) && isSameSeries(projection, target, publication);

/** Both name countries, and none is the same. */
function coversOthers({ out }: Projection, a: number, b: number): boolean {
  const [ofA, ofB] = [neighbours(out.COVERS, a), neighbours(out.COVERS, b)];
  for (const country of ofA) if (ofB.includes(country)) return false;
  return ofA.length > 0 && ofB.length > 0;
}

/** Whether two publications have a publisher in common and titles that differ in little but countries and numbers. */
export function isSameSeries(projection: Projection, a: number, b: number): boolean {
  const publishers = neighbours(projection.out.PUBLISHED_BY, a);
  for (const publisher of neighbours(projection.out.PUBLISHED_BY, b))
    if (publishers.includes(publisher)) return hasTitleLike(projection, b, titleOf(projection, a));
  return false;
}

/** The words that tell a title from others. */
const titleOf = (projection: Projection, publication: number): number[] =>
  [...titleWords(projection, publication)].filter((word) => tells(projection, word));

function hasTitleLike(projection: Projection, publication: number, title: readonly number[]): boolean {
  let [length, shared] = [0, 0];
  for (const word of titleWords(projection, publication)) {
    if (!tells(projection, word)) continue;
    length++;
    if (title.includes(word)) shared++;
  }
  return shared >= seriesRules.leastWords && shared >= seriesRules.alike * Math.min(length, title.length);
}

const titleWords = ({ text }: Projection, publication: number) =>
  neighbours(text.out, publication).subarray(0, text.titleLengths[publication]);

/** Whether a word tells one title from another: none of a country's name, no number, none of a few letters. */
function tells(projection: Projection, word: number): boolean {
  const { known, ofCountries } = titleLore(projection);
  let telling = known.get(word);
  if (telling === undefined) {
    const text = projection.text.words[word]!;
    known.set(word, (telling = text.length > 3 && !/\d/.test(text) && !ofCountries.has(text)));
  }
  return telling;
}

const titleLore = derived(
  (projection) => ({
    ofCountries: new Set([...projection.text.ofCountries.values()].flat()),
    known: new Map<number, boolean>(),
  }),
  (before, next, changed) => ([...changed].some((node) => next.text.ofCountries.has(node)) ? undefined : before),
);
