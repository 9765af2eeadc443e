import { neighbours } from './adjacency.ts';
import type { Projection } from './projection.ts';
import type { RankedWork } from './related.ts';
import { isSameSeries } from './series.ts';

/** How the first items of a list are kept apart. */
export const spreadRules = {
  /** At most so many items of one publisher … */
  ofPublisher: 2,
  /** … among the first so many; */
  publisherWindow: 6,
  /** at most so many of one series on countries other than the target's … */
  ofSeries: 2,
  /** … among the first so many: */
  seriesWindow: 10,
  /** while something of at least this share of the held-back item's score is there. */
  nearOfPublisher: 0.8,
  nearOfSeries: 0.4,
};

/** Holds back what there is too much of among the first items, while something near waits behind it. */
export function keepApart(projection: Projection, target: number | null, ranked: readonly RankedWork[]): RankedWork[] {
  const waiting = [...ranked];
  const first: RankedWork[] = [];
  const publishersOf = ({ shown }: RankedWork) => neighbours(projection.out.PUBLISHED_BY, shown);
  const ofPublisher = (publisher: number) => first.filter((work) => publishersOf(work).includes(publisher)).length;
  const ofSeries = (work: RankedWork) =>
    first.filter(
      (other) => !coversTarget(projection, target, other) && isSameSeries(projection, other.scored, work.scored),
    ).length;
  const hasManyOfPublisher = (work: RankedWork) =>
    first.length < spreadRules.publisherWindow &&
    publishersOf(work).some((publisher) => ofPublisher(publisher) >= spreadRules.ofPublisher);
  const hasManyOfSeries = (work: RankedWork) =>
    !coversTarget(projection, target, work) && ofSeries(work) >= spreadRules.ofSeries;
  const isFree = (work: RankedWork) => !hasManyOfPublisher(work) && !hasManyOfSeries(work);
  while (first.length < spreadRules.seriesWindow && waiting.length > 0) {
    const [best] = waiting;
    const crowds = hasManyOfSeries(best!);
    const near = best!.score * (crowds ? spreadRules.nearOfSeries : spreadRules.nearOfPublisher);
    const end = waiting.findIndex((work) => work.score < near);
    const nearOnes = end < 0 ? waiting : waiting.slice(0, end);
    const free = nearOnes.findIndex(isFree);
    const next = free < 0 && crowds ? nearOnes.findIndex((work) => !hasManyOfSeries(work)) : free;
    first.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return [...first, ...waiting];
}

/** Whether a work is about a country of the target's: then it is no report on somewhere else. */
function coversTarget({ out }: Projection, target: number | null, { scored }: RankedWork): boolean {
  if (target === null) return false;
  const countries = neighbours(out.COVERS, target);
  return neighbours(out.COVERS, scored).some((country) => countries.includes(country));
}
