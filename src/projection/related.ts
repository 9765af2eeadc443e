import { kindOf } from '../model.ts';
import { neighbours } from './adjacency.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';
import { contributions, profileOf, scoreAll, type Contribution, type Profile } from './score.ts';
import { membersOf, worksOf } from './works.ts';

/** One related publication, with all it was chosen for. */
export interface RelatedItem {
  publication: number;
  /** The version of the same work whose links make the score; mostly the publication itself. */
  scored: number;
  /** 0–1, the sum of its reasons. */
  score: number;
  readonly reasons: Contribution[];
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
  floor: 0.12,
  /** An entity held by more than this share of all publications is a hub: hubs alone carry no result … */
  hub: 0.1,
  /** … but not before it is held by so many. */
  smallestHub: 10,
  /** At most so many items of one publisher … */
  publisherCap: 2,
  /** … among the first so many … */
  publisherWindow: 6,
  /** … while something of at least this share of the held-back item's score is there. */
  near: 0.8,
  /** The list ends here. */
  longest: 100,
};

/**
 * What to read next: publications related to the target, best first, those whose addresses are all dead last. The same
 * question gives the same answer.
 */
export function relatedTo(projection: Projection, target: number, options: RelatedOptions = {}): RelatedItem[] {
  const profile = profileOf(projection, target);
  const language = options.language ?? projection.languages[target]!;
  const scores = scoreAll(projection, profile);
  const candidates = best(candidatesOf(projection, target, profile, scores, options.only), scores);
  const works = onePerWork(projection, candidates, scores, { ...options, language });
  const ranked = works.sort((a, b) => byScore(projection, scores)(a.scored, b.scored));
  const isDead = ({ shown }: RankedWork) => projection.dead.has(shown);
  const [live, dead] = [ranked.filter((work) => !isDead(work)), ranked.filter(isDead)];
  const list = [...spreadPublishers(projection, live.slice(0, rules.longest), scores), ...dead];
  return list.slice(0, rules.longest).map(({ shown, scored }) => ({
    publication: shown,
    scored,
    score: scores[scored]!,
    // Worked out when looked at: of a long list only a page is.
    get reasons() {
      return contributions(projection, profile, scored);
    },
    get alsoIn() {
      return siblings(projection, shown);
    },
  }));
}

/** The publications of the same work, without this one, by id. */
export function siblings(projection: Projection, publication: number): number[] {
  const members = membersOf(projection).get(worksOf(projection)[publication]!) ?? [];
  const others = members.filter((member) => member !== publication);
  return others.sort((a, b) => compareText(projection.ids[a]!, projection.ids[b]!));
}

/** Everything above the floor that is not the target's own work and shares more with it than hubs. */
function candidatesOf(
  projection: Projection,
  target: number,
  profile: Profile,
  scores: Float64Array,
  only?: Uint8Array,
) {
  const works = worksOf(projection);
  const carried = carriedByMoreThanHubs(projection, target, profile);
  return projection.ofKind.publication.filter(
    (publication) =>
      scores[publication]! >= rules.floor &&
      works[publication] !== works[target] &&
      carried[publication] &&
      (!only || only[publication]),
  );
}

/** Of very many candidates those that can come into the list at all: sorting the others would be for nothing. */
function best(candidates: Uint32Array, scores: Float64Array): Uint32Array {
  const enough = rules.longest * 4; // versions of one work fall together afterwards
  if (candidates.length <= enough) return candidates;
  const sorted = new Float64Array(candidates.length);
  for (let i = 0; i < candidates.length; i++) sorted[i] = scores[candidates[i]!]!;
  sorted.sort();
  const least = sorted[sorted.length - enough]!;
  return candidates.filter((publication) => scores[publication]! >= least);
}

function carriedByMoreThanHubs(projection: Projection, target: number, { features }: Profile): Uint8Array {
  const carried = new Uint8Array(projection.ids.length);
  const most = Math.max(rules.smallestHub, projection.ofKind.publication.length * rules.hub);
  // A question about a hub itself (a country, a theme) is answered all the same.
  const askedFor = kindOf(projection.ids[target]!) !== 'publication';
  for (const { family, entity } of features) {
    const holders = neighbours(family.holders, entity);
    if (askedFor || holders.length <= most) for (const publication of holders) carried[publication] = 1;
  }
  return carried;
}

/** A work in the list: the version that is shown and the one whose links make the score. */
interface RankedWork {
  shown: number;
  scored: number;
}

/** Each work once: with its best version's score, in the version that the reader reads best. */
function onePerWork(
  projection: Projection,
  candidates: Uint32Array,
  scores: Float64Array,
  { language = '', only }: RelatedOptions,
): RankedWork[] {
  const works = worksOf(projection);
  const members = membersOf(projection);
  const better = byScore(projection, scores);
  const ranked: RankedWork[] = [];
  const bestOf = new Map<number, number>();
  for (const publication of candidates) {
    const work = works[publication]!;
    if (!members.has(work)) ranked.push({ shown: publication, scored: publication });
    else if (!bestOf.has(work) || better(publication, bestOf.get(work)!) < 0) bestOf.set(work, publication);
  }
  const readable = (publication: number) => speaks(projection.languages[publication]!, language);
  for (const [work, scored] of bestOf) {
    const versions = members.get(work)!.filter((member) => !only || only[member]);
    const dead = (publication: number) => Number(projection.dead.has(publication));
    const [shown = scored] = versions.sort((a, b) => readable(b) - readable(a) || dead(a) - dead(b) || better(a, b));
    ranked.push({ shown, scored });
  }
  return ranked;
}

/** How well a publication in one language serves a reader of another: 2 the same, 1 in another script or region, 0 not. */
function speaks(language: string, reader: string): 0 | 1 | 2 {
  if (language === '' || language.split('-')[0] !== reader.split('-')[0]) return 0;
  return language === reader ? 2 : 1;
}

/** Best first; the newer before the older, then by id, so that no two lists differ. */
const byScore = (projection: Projection, scores: Float64Array) => (a: number, b: number) =>
  round(scores[b]!) - round(scores[a]!) ||
  compareText(projection.dates[b]!, projection.dates[a]!) ||
  compareText(projection.ids[a]!, projection.ids[b]!);

/** Sums of the same parts in another order differ in their last digits: those must not decide. */
const round = (score: number) => Math.round(score * 1e9);

/** Holds back the third item of a publisher among the first ones while something near waits behind it. */
function spreadPublishers(projection: Projection, ranked: RankedWork[], scores: Float64Array): RankedWork[] {
  const waiting = [...ranked];
  const first: RankedWork[] = [];
  const shownOf = new Map<number, number>();
  const publishersOf = ({ shown }: RankedWork) => neighbours(projection.out.PUBLISHED_BY, shown);
  const full = (work: RankedWork) =>
    publishersOf(work).some((publisher) => (shownOf.get(publisher) ?? 0) >= rules.publisherCap);
  while (first.length < rules.publisherWindow && waiting.length > 0) {
    const near = scores[waiting[0]!.scored]! * rules.near;
    const free = waiting.findIndex((work) => scores[work.scored]! >= near && !full(work));
    const [chosen] = waiting.splice(Math.max(free, 0), 1);
    first.push(chosen!);
    for (const publisher of publishersOf(chosen!)) shownOf.set(publisher, (shownOf.get(publisher) ?? 0) + 1);
  }
  return [...first, ...waiting];
}
