import { holdersOf } from './features.ts';
import { hubHolders } from './hub-holders.ts';
import { dilution, type Feature, type Profile } from './profile.ts';
import { toldBy } from './postings.ts';
import type { Projection } from './projection.ts';
import { apart, seriesRules } from './series.ts';

/** What publications share with a profile. */
export interface Scored {
  /** Those that may be shown, in no order. */
  publications: Uint32Array;
  /** For each node number: 0–1, against what the target itself would score; 0 for all others. */
  scores: Float64Array;
  /** Those that count less, as the target's series on other countries. */
  apart: ReadonlySet<number>;
}

/** Kept from one question to the next: what a question has written is wiped before the next one. */
const scratch = { scores: new Float64Array(0), seen: new Uint32Array(0), found: new Uint32Array(0), count: 0, turn: 0 };
let wipe = () => {};

/**
 * The score of every publication that shares at least `carried` with a profile through what is no hub: the sum, over
 * all that both hold, of its unit times the weaker of the two factors. What it gives is overwritten by the next call.
 * Scores below `floor` are not looked at for series.
 */
export function scoreAll(
  projection: Projection,
  { target, features, diluted }: Profile,
  { floor, carried }: { floor: number; carried: number },
): Scored {
  wipe();
  makeRoom(projection.ids.length);
  const { scores, found } = scratch;
  scratch.count = 0;
  // What only hubs lead to is never shown: they are looked up for what the others have led to.
  const isSecond = ({ hub }: Feature) => hub && carried > 0;
  for (const feature of features) if (!isSecond(feature)) addUp(projection, feature, diluted);
  let kept = 0;
  for (let place = 0; place < scratch.count; place++) {
    const publication = found[place]!;
    if (scores[publication]! < carried) scores[publication] = 0;
    else found[kept++] = publication;
  }
  const publications = found.subarray(0, kept);
  for (const feature of features) if (isSecond(feature)) addHub(projection, feature, publications, diluted);
  const ofSeries = new Set(apart(projection, target, scores, floor));
  for (const publication of ofSeries) scores[publication]! *= seriesRules.factor;
  wipe = () => {
    for (let place = 0; place < kept; place++) scores[found[place]!] = 0;
  };
  return { publications, scores, apart: ofSeries };
}

/** Room for as many publications as there are nodes. */
function makeRoom(size: number): void {
  if (scratch.scores.length >= size) return;
  const room = Math.ceil(size * 1.1);
  scratch.scores = new Float64Array(room);
  scratch.seen = new Uint32Array(room);
  scratch.found = new Uint32Array(room);
}

/** Adds what each holder shares by a feature to its score. */
function addUp(projection: Projection, { family, entity, factor, unit }: Feature, diluted = false): void {
  const { scores, seen, found } = scratch;
  const lists = holdersOf(projection, family, entity);
  const turn = ++scratch.turn;
  const isOften = lists.length > 1;
  let { count } = scratch;
  for (const { publications, weights, factor: ofList } of lists) {
    for (let place = 0; place < publications.length; place++) {
      const held = weights === null ? ofList : toldBy(weights[place]!);
      if (held === 0) continue;
      const publication = publications[place]!;
      const before = scores[publication]!;
      if (isOften) {
        if (seen[publication] === turn) continue; // held more strongly in another way
        seen[publication] = turn;
      }
      if (before === 0) found[count++] = publication;
      const part = Math.min(factor, held) * unit;
      scores[publication] = before + (diluted ? part * dilution(projection, family, publication) : part);
    }
  }
  scratch.count = count;
}

/** Adds what these publications share by a feature to their scores. */
function addHub(
  projection: Projection,
  { family, entity, factor, unit }: Feature,
  publications: Uint32Array,
  diluted = false,
): void {
  const { scores } = scratch;
  const { codes, factors } = hubHolders(projection, family, entity);
  const parts = factors.map((held) => Math.min(factor, held) * unit);
  for (let place = 0; place < publications.length; place++) {
    const publication = publications[place]!;
    const part = parts[codes[publication]!]!;
    scores[publication]! += diluted ? part * dilution(projection, family, publication) : part;
  }
}
