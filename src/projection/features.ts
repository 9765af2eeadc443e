import type { RelationName } from '../relations.ts';
import { addPair, createAdjacency, createPairs, neighbours, reverse, type Adjacency } from './adjacency.ts';
import { derived, type Projection } from './projection.ts';

/** The ways in which two publications can have something in common. */
export const familyNames = ['THEME', 'COUNTRY', 'INSTRUMENT', 'PROJECT', 'PUBLISHER', 'AUTHOR', 'CITATION'] as const;
export type FamilyName = (typeof familyNames)[number];

/** How features of a family arise from links, and how much they weigh against those of other families. */
interface FamilyRule {
  relation: RelationName;
  weight: number;
  /** Relations that lead on from a feature to weaker ones, each step at half the strength of the one before. */
  spread: readonly RelationName[];
  steps: number;
}

export const familyRules: Readonly<Record<FamilyName, FamilyRule>> = {
  THEME: { relation: 'ABOUT', weight: 1, spread: ['BROADER'], steps: 2 },
  COUNTRY: { relation: 'COVERS', weight: 1, spread: [], steps: 0 },
  INSTRUMENT: {
    relation: 'REFERS_TO',
    weight: 1,
    spread: ['AMENDS', 'REPEALS', 'IMPLEMENTS', 'PROTOCOL_TO', 'REPLACED_BY'],
    steps: 1,
  },
  PROJECT: { relation: 'PART_OF', weight: 1, spread: [], steps: 0 },
  PUBLISHER: { relation: 'PUBLISHED_BY', weight: 1, spread: [], steps: 0 },
  AUTHOR: { relation: 'AUTHORED_BY', weight: 1, spread: [], steps: 0 },
  // A publication stands here for itself too: so the one that cites it shares it.
  CITATION: { relation: 'CITES', weight: 1, spread: [], steps: 0 },
};

/** Half the strength for each step away. */
const spreadFactor = 0.5;

/** The features of one family: for each publication what it holds, for each entity who holds it. */
export interface Family {
  name: FamilyName;
  /** publication → entities, with `factors` (0–1) and `via` (the entity linked itself) beside `targets`. */
  profile: Adjacency;
  factors: Float32Array;
  via: Uint32Array;
  /** entity → publications that hold it, with `holderFactors` beside `targets`. */
  holders: Adjacency;
  holderFactors: Float32Array;
}

/** All families of a projection. */
export const familiesOf = derived((projection) => familyNames.map((name) => createFamily(projection, name)));

/**
 * What sharing an entity is worth: the logarithm of (all publications ÷ those that hold it), times the family's weight.
 * 0 for what everything holds, and for what only one publication holds: nobody can share that.
 */
export function worth(projection: Projection, family: Family, entity: number): number {
  const holders = family.holders.offsets[entity + 1]! - family.holders.offsets[entity]!;
  if (holders < 2) return 0;
  return Math.log(projection.ofKind.publication.length / holders) * familyRules[family.name].weight;
}

function createFamily(projection: Projection, name: FamilyName): Family {
  const { relation } = familyRules[name];
  const widerOf = createSpread(projection, name);
  const pairs = createPairs();
  const factors: number[] = [];
  const via: number[] = [];
  const best = new Float32Array(projection.ids.length); // the strength of what this publication holds
  for (const publication of projection.ofKind.publication) {
    const held: Feature[] = [];
    const hold = (feature: Feature) => {
      if (best[feature.entity]! >= feature.factor) return;
      best[feature.entity] = feature.factor;
      held.push(feature);
    };
    const direct = [...neighbours(projection.out[relation], publication)];
    if (name === 'CITATION') direct.push(publication);
    for (const entity of direct) hold({ entity, factor: 1, via: entity });
    for (const entity of direct) for (const wider of widerOf(entity)) hold(wider);
    for (const { entity, factor, via: from } of held) {
      if (best[entity] !== factor) continue; // held more strongly in another way
      addPair(pairs, publication, entity);
      factors.push(factor);
      via.push(from);
      best[entity] = 0;
    }
  }
  // Publications come in ascending order, so the pairs stand as the adjacency sorts them, and the columns beside them.
  const profile = createAdjacency(projection.ids.length, pairs);
  const holders = reverse(profile);
  const holderFactors = columnOf(holders, profile, factors);
  return { name, profile, factors: Float32Array.from(factors), via: Uint32Array.from(via), holders, holderFactors };
}

interface Feature {
  entity: number;
  factor: number;
  via: number;
}

/** A function that gives, for an entity linked itself, all it leads on to, the nearest first; worked out once each. */
function createSpread(projection: Projection, name: FamilyName): (entity: number) => Feature[] {
  const { spread, steps } = familyRules[name];
  const known = new Map<number, Feature[]>();
  return (entity) => {
    let features = known.get(entity);
    if (!features) known.set(entity, (features = steps === 0 ? [] : spreadFrom(projection, entity, spread, steps)));
    return features;
  };
}

function spreadFrom(projection: Projection, via: number, spread: readonly RelationName[], steps: number): Feature[] {
  const reached = new Set([via]);
  const features: Feature[] = [];
  let edge = [via];
  for (let step = 1; step <= steps; step++) {
    const next: number[] = [];
    for (const entity of edge)
      for (const relation of spread)
        for (const wider of neighbours(projection.out[relation], entity)) {
          if (reached.has(wider)) continue;
          reached.add(wider);
          features.push({ entity: wider, factor: spreadFactor ** step, via });
          next.push(wider);
        }
    edge = next;
  }
  return features;
}

/** The factors of the reversed adjacency: for each entity those of its holders, in their (ascending) order. */
function columnOf(holders: Adjacency, profile: Adjacency, factors: number[]): Float32Array {
  const column = new Float32Array(factors.length);
  const next = holders.offsets.slice();
  for (let i = 0; i < profile.targets.length; i++) column[next[profile.targets[i]!]!++] = factors[i]!;
  return column;
}
