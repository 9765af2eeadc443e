import { compareText } from './order.ts';
import { profileOf, type Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { reasonsFor, type SharedThing } from './reasons.ts';
import { scoreAll, type Scored } from './score.ts';
import { keepApart } from './spread.ts';
import { siblings, versionsOf } from './works.ts';

/** One related publication, with all it was chosen for. */
export interface RelatedItem {
  publication: number;
  /** The version of the same work whose links make the score; mostly the publication itself. */
  scored: number;
  /** 0–1, the sum of its reasons. */
  score: number;
  readonly reasons: SharedThing[];
  /** Translations and editions of the same work. */
  readonly alsoIn: number[];
}

export interface RelatedOptions {
  /** Marks the publications that may be shown, by node number. */
  only?: Uint8Array;
  /** The reader's language: that version of a work is shown, where there is one. Default: the target's. */
  language?: string;
}

/** The rules of the list, in one place. */
export const rules = {
  /** Below this share of what the target itself would score, nothing is shown. */
  floor: 0.1,
  /** At least so much of the score must come from what is no hub: this share of the floor. */
  carried: 0.5,
  /** The list ends here. */
  longest: 100,
};

/** A work in the list: the version that is shown and the one whose links make the score. */
export interface RankedWork {
  shown: number;
  scored: number;
  score: number;
}

/**
 * What to read next: publications related to the target (its number, or the profile of a text), best first, those whose
 * addresses are all dead last. The same question gives the same answer.
 */
export function relatedTo(
  projection: Projection,
  target: number | Profile,
  options: RelatedOptions = {},
): RelatedItem[] {
  const profile = typeof target === 'number' ? profileOf(projection, target) : target;
  const { language = profile.target === null ? undefined : projection.languages[profile.target] } = options;
  const found = scoreAll(projection, profile, limitsOf(projection, profile));
  const works = onePerWork(projection, bestOf(projection, profile, found, options.only), { ...options, language });
  const { apart } = found;
  const isDead = ({ shown }: RankedWork) => projection.dead.has(shown);
  const live = keepApart(projection, profile.target, works.filter((work) => !isDead(work)).slice(0, rules.longest));
  const list = [...live, ...works.filter(isDead)].slice(0, rules.longest);
  return list.map((work) => itemOf(projection, profile, work, apart.has(work.scored)));
}

function itemOf(
  projection: Projection,
  profile: Profile,
  { shown, scored, score }: RankedWork,
  apart: boolean,
): RelatedItem {
  let reasons: SharedThing[] | undefined;
  return {
    publication: shown,
    scored,
    score,
    // Worked out when looked at: of a long list only a page is.
    get reasons() {
      return (reasons ??= reasonsFor(projection, profile, scored, apart));
    },
    get alsoIn() {
      return siblings(projection, shown);
    },
  };
}

/** Below which scores nothing is shown, and how much of them must come from what is no hub. */
export function limitsOf({ ids }: Projection, { target }: Profile): { floor: number; carried: number } {
  // A question about a hub itself (a country, a theme) is answered all the same.
  const asksForHub = target !== null && !ids[target]!.startsWith('publication/');
  return { floor: rules.floor, carried: asksForHub ? 0 : rules.floor * rules.carried };
}

interface Candidate {
  publication: number;
  score: number;
}

/** The best that are above the floor, none of the target's own work, and share more with it than hubs. */
function bestOf(
  projection: Projection,
  profile: Profile,
  { publications, scores }: Scored,
  only?: Uint8Array,
): Candidate[] {
  const own = profile.target === null ? [] : versionsOf(projection, profile.target);
  for (const version of own) scores[version] = 0;
  // A translation is found by what is known of its original, and the other way round.
  const mayShow = (publication: number) =>
    !only || versionsOf(projection, publication).some((version) => only[version]);
  const enough = rules.longest * 3; // versions of one work fall together afterwards
  const better = byScore(projection);
  let least = leastOfBest(publications, scores, mayShow, enough);
  let best: Candidate[] = [];
  let last: Candidate | undefined; // what a candidate must be better than to come in
  for (const publication of publications) {
    const score = scores[publication]!;
    if (score < least || !mayShow(publication)) continue;
    const candidate = { publication, score };
    if (last && better(candidate, last) > 0) continue;
    best.push(candidate);
    if (best.length < enough * 2) continue;
    // So many have nearly the same score that a date or an id decides.
    best = best.sort(better).slice(0, enough);
    last = best.at(-1)!;
    least = last.score - 1e-9;
  }
  return best.sort(better).slice(0, enough);
}

/** A score that at least the best `enough` reach, and not many more: found by counting, as sorting all takes longer. */
function leastOfBest(
  publications: Uint32Array,
  scores: Float64Array,
  mayShow: (publication: number) => boolean,
  enough: number,
): number {
  const steps = 1024;
  const counts = new Uint32Array(steps + 1);
  for (const publication of publications) {
    const score = scores[publication]!;
    if (score >= rules.floor && mayShow(publication)) counts[Math.min(steps, Math.floor(score * steps))]!++;
  }
  let step = steps;
  for (let missing = enough - counts[step]!; missing > 0 && step > 0;) missing -= counts[--step]!;
  return Math.max(rules.floor, step / steps);
}

/** Each work once: with its best version's score, in the version that the reader reads best. */
function onePerWork(
  projection: Projection,
  candidates: readonly Candidate[],
  { language = '', only }: RelatedOptions,
): RankedWork[] {
  const shownAlready = new Set<number>();
  return candidates.flatMap(({ publication, score }) => {
    const versions = versionsOf(projection, publication);
    if (versions.length === 1) return [{ shown: publication, scored: publication, score }];
    if (shownAlready.has(versions[0]!)) return [];
    shownAlready.add(versions[0]!);
    const shown = bestToRead(
      projection,
      publication,
      only ? versions.filter((version) => only[version]) : versions,
      language,
    );
    return [{ shown, scored: publication, score }];
  });
}

/** The version in the reader's language, else one that still works, else the one that scores. */
function bestToRead(projection: Projection, scored: number, versions: readonly number[], language: string): number {
  const readable = (version: number) => speaks(projection.languages[version]!, language);
  const dead = (version: number) => Number(projection.dead.has(version));
  const [shown] = versions.toSorted(
    (a, b) =>
      readable(b) - readable(a) ||
      dead(a) - dead(b) ||
      Number(b === scored) - Number(a === scored) ||
      compareAge(projection, a, b),
  );
  return shown ?? scored;
}

/** How well a publication in one language serves a reader of another: 2 the same, 1 in another script or region, 0 not. */
function speaks(language: string, reader: string): 0 | 1 | 2 {
  if (language === '' || language.split('-')[0] !== reader.split('-')[0]) return 0;
  return language === reader ? 2 : 1;
}

/** Best first; the newer before the older, then by id, so that no two lists differ. */
const byScore = (projection: Projection) => (a: Candidate, b: Candidate) =>
  round(b.score) - round(a.score) || compareAge(projection, a.publication, b.publication);

const compareAge = ({ dates, ids }: Projection, a: number, b: number) =>
  compareText(dates[b]!, dates[a]!) || compareText(ids[a]!, ids[b]!);

/** Sums of the same parts in another order differ in their last digits: those must not decide. */
const round = (score: number) => Math.round(score * 1e9);
