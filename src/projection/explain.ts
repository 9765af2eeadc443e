import type { Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { reasonsFor, type SharedThing } from './reasons.ts';
import { limitsOf, rules } from './candidates.ts';
import type { RelatedItem } from './related.ts';
import { scoreAll } from './score.ts';
import { heldApart } from './series.ts';
import { versionsOf } from './works.ts';

/** What became of a publication in the related list of a target. */
export const outcomes = [
  'LISTED',
  'SAME_WORK',
  'NOTHING_SHARED',
  'BELOW_FLOOR',
  'ONLY_HUBS',
  'BEYOND_THE_LIST',
] as const;
export type Outcome = (typeof outcomes)[number];

export interface Explanation {
  outcome: Outcome;
  /** 0–1, against what the target itself would score; the sum of the reasons. */
  score: number;
  /** Whether it counts half, as a report of the target's own series on other countries. */
  heldApart: boolean;
  /** From 1; null where it is not in the list. */
  place: number | null;
  /** The version of the same work that stands in the list for it; null where it is itself the one, or none is. */
  listedAs: number | null;
  reasons: SharedThing[];
}

/** Why a publication is in the related list of a target, or why it is not. `list` is that list. */
export function explain(
  projection: Projection,
  profile: Profile,
  list: readonly RelatedItem[],
  candidate: number,
): Explanation {
  const versions = versionsOf(projection, candidate);
  const found = list.findIndex(({ publication }) => versions.includes(publication));
  const item = list[found];
  // Of a work in several versions the one that scores best makes its place.
  const scored = item?.scored ?? candidate;
  const { scores } = scoreAll(projection, profile, limitsOf(projection, profile));
  const isCarried = scores[scored]! > 0;
  const isApart = heldApart(projection, profile.target, scored);
  const reasons = reasonsFor(projection, profile, scored, isApart);
  const score = reasons.reduce((sum, reason) => sum + reason.score, 0);
  const outcome = (): Outcome => {
    if (profile.target !== null && versions.includes(profile.target)) return 'SAME_WORK';
    if (item) return 'LISTED';
    if (score === 0) return 'NOTHING_SHARED';
    if (score < rules.floor) return 'BELOW_FLOOR';
    return isCarried ? 'BEYOND_THE_LIST' : 'ONLY_HUBS';
  };
  return {
    outcome: outcome(),
    score,
    heldApart: isApart,
    place: item ? found + 1 : null,
    listedAs: item && item.publication !== candidate ? item.publication : null,
    reasons,
  };
}
