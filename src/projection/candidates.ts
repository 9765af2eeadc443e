import type { Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { compareAge } from './publications.ts';
import type { Scored } from './score.ts';
import { versionsOf } from './works.ts';

/** The rules of the list, in one place. */
export const rules = {
  /** Below this share of what the target itself would score, nothing is shown. */
  floor: 0.1,
  /** At least so much of the score must come from what is no hub: this share of the floor. */
  carried: 0.5,
  /** The list ends here. */
  longest: 100,
};

/** Below which scores nothing is shown, and how much of them must come from what is no hub. */
export function limitsOf({ ids }: Projection, { target }: Profile): { floor: number; carried: number } {
  // A question about a hub itself (a country, a theme) is answered all the same.
  const asksForHub = target !== null && !ids[target]!.startsWith('publication/');
  return { floor: rules.floor, carried: asksForHub ? 0 : rules.floor * rules.carried };
}

/** A publication that may come into a list. */
export interface Candidate {
  publication: number;
  score: number;
}

/** The best that are above the floor, none of the target's own work, and share more with it than hubs. */
export function bestOf(
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

/** Best first; the newer before the older, then by id, so that no two lists differ. */
const byScore = (projection: Projection) => (a: Candidate, b: Candidate) =>
  round(b.score) - round(a.score) || compareAge(projection, a.publication, b.publication);

/** Sums of the same parts in another order differ in their last digits: those must not decide. */
const round = (score: number) => Math.round(score * 1e9);
