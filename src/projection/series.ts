import { neighbours } from './adjacency.ts';
import { derived } from './derived.ts';
import type { Projection } from './projection.ts';
import { boundary } from './search-text.ts';
import { functionWordsOf } from './text-of.ts';

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
  const title = tellingWords(projection, target);
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
    if (publishers.includes(publisher)) return hasTitleLike(projection, b, tellingWords(projection, a));
  return false;
}

/** The different words that tell a title from others. */
function tellingWords(projection: Projection, publication: number): number[] {
  const tells = tellingIn(projection, projection.languages[publication]!);
  const sequence = neighbours(projection.search.sequences, publication); // its title stands first
  const words: number[] = [];
  for (let place = 0; place < sequence.length && sequence[place] !== boundary; place++) {
    const word = sequence[place]!;
    if (tells(word) && !words.includes(word)) words.push(word);
  }
  return words;
}

function hasTitleLike(projection: Projection, publication: number, title: readonly number[]): boolean {
  const other = tellingWords(projection, publication);
  const shared = other.filter((word) => title.includes(word)).length;
  return shared >= seriesRules.leastWords && shared >= seriesRules.alike * Math.min(other.length, title.length);
}

/** Whether a word tells titles in these languages apart: none of a country's name, no number, none of a few letters. */
function tellingIn(projection: Projection, languages: string): (word: number) => boolean {
  const { tellers, ofCountries } = titleLore(projection);
  let tells = tellers.get(languages);
  if (!tells) {
    const judged = new Map<number, boolean>();
    const functionWords = functionWordsOf(languages);
    const judge = (text: string) =>
      text.length > 3 && !/\d/.test(text) && !ofCountries.has(text) && !functionWords.has(text);
    const { words } = projection.text; // shared with the projections to come, as what is found is
    tells = (word) => {
      let known = judged.get(word);
      if (known === undefined) judged.set(word, (known = judge(words[word]!)));
      return known;
    };
    tellers.set(languages, tells);
  }
  return tells;
}

const titleLore = derived(
  (projection) => ({
    ofCountries: new Set([...projection.text.ofCountries.values()].flat()),
    tellers: new Map<string, (word: number) => boolean>(),
  }),
  (before, next, changed) => ([...changed].some((node) => next.text.ofCountries.has(node)) ? undefined : before),
);
