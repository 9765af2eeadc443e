import { holdersOf } from './features.ts';
import type { Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { apart } from './series.ts';

/** What publications share with a profile. */
export interface Scored {
  /** Those that share anything at all, in no order. */
  publications: Uint32Array;
  /** For each node number: 0–1, against what the target itself would score. */
  scores: Float64Array;
  /** For each node number: how much of the score comes from what is no hub. */
  carried: Float64Array;
}

/** Kept from one question to the next: what a question has written is wiped before the next one. */
const scratch = { scores: new Float64Array(0), carried: new Float64Array(0), seen: new Uint32Array(0), turn: 0 };
let wipe = () => {};

/**
 * The score of every publication that shares something with a profile: the sum, over what both hold, of its unit times
 * the weaker of the two factors. Costs as much as the publications that hold these things are many. What it gives is
 * overwritten by the next call.
 */
export function scoreAll(projection: Projection, { target, features }: Profile): Scored {
  wipe();
  const size = projection.ids.length;
  if (scratch.scores.length < size) {
    const room = Math.ceil(size * 1.1);
    scratch.scores = new Float64Array(room);
    scratch.carried = new Float64Array(room);
    scratch.seen = new Uint32Array(room);
  }
  const { scores, carried, seen } = scratch;
  let touched = new Uint32Array(1024);
  let count = 0;
  for (const { family, entity, factor, unit, hub } of features) {
    const lists = holdersOf(projection, family, entity);
    const turn = ++scratch.turn;
    for (const list of lists) {
      const { publications, weights } = list;
      const same = Math.min(factor, list.factor) * unit;
      if (count + publications.length > touched.length) touched = enlarged(touched, count + publications.length);
      for (let place = 0; place < publications.length; place++) {
        const publication = publications[place]!;
        if (lists.length > 1) {
          if (seen[publication] === turn) continue; // held more strongly in another way
          seen[publication] = turn;
        }
        const part = weights ? Math.min(factor, weights[place]!) * unit : same;
        if (scores[publication] === 0) touched[count++] = publication;
        scores[publication]! += part;
        if (!hub) carried[publication]! += part;
      }
    }
  }
  const publications = touched.subarray(0, count);
  wipe = () => {
    for (const publication of publications) scores[publication] = carried[publication] = 0;
  };
  for (const { publication, factor } of apart(projection, target, scores)) {
    scores[publication]! *= factor;
    carried[publication]! *= factor;
  }
  return { publications, scores, carried };
}

function enlarged(list: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, list.length * 2));
  larger.set(list);
  return larger;
}
