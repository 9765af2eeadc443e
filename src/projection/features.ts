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
export const spreadFactor = 0.5;

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
  const { relation, spread, steps } = familyRules[name];
  const pairs = createPairs();
  const factors: number[] = [];
  const via: number[] = [];
  for (const publication of projection.ofKind.publication) {
    const direct = [...neighbours(projection.out[relation], publication)];
    if (name === 'CITATION') direct.push(publication);
    for (const [entity, feature] of spreadFrom(projection, direct, spread, steps)) {
      addPair(pairs, publication, entity);
      factors.push(feature.factor);
      via.push(feature.via);
    }
  }
  // Publications come in ascending order, so the pairs stand as the adjacency sorts them, and the columns beside them.
  const profile = createAdjacency(projection.ids.length, pairs);
  const holders = reverse(profile);
  return {
    name,
    profile,
    factors: Float32Array.from(factors),
    via: Uint32Array.from(via),
    holders,
    holderFactors: columnOf(holders, profile, factors),
  };
}

/** Each entity reached from the direct ones, with its strength and the direct one it was reached from. */
function spreadFrom(projection: Projection, direct: number[], spread: readonly RelationName[], steps: number) {
  const reached = new Map(direct.map((entity) => [entity, { factor: 1, via: entity }]));
  let edge = [...reached];
  for (let step = 1; step <= steps; step++) {
    const next: typeof edge = [];
    for (const [entity, { factor, via }] of edge)
      for (const relation of spread)
        for (const wider of neighbours(projection.out[relation], entity)) {
          if (reached.has(wider)) continue; // reached before: at least as strongly
          const feature = { factor: factor * spreadFactor, via };
          reached.set(wider, feature);
          next.push([wider, feature]);
        }
    edge = next;
  }
  return reached;
}

/** The factors of the reversed adjacency: for each entity those of its holders, in their (ascending) order. */
function columnOf(holders: Adjacency, profile: Adjacency, factors: number[]): Float32Array {
  const column = new Float32Array(factors.length);
  const next = holders.offsets.slice();
  for (let i = 0; i < profile.targets.length; i++) column[next[profile.targets[i]!]!++] = factors[i]!;
  return column;
}
