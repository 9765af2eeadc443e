import { kindOf, type Kind } from '../model.ts';
import { neighbours } from './adjacency.ts';
import { familiesOf, worth, type Family, type FamilyName } from './features.ts';
import { compareText } from './order.ts';
import type { Projection } from './projection.ts';

/** One thing the target is about: what sharing it fully adds to a score is `worth`. */
export interface Feature {
  family: Family;
  entity: number;
  /** 1 for what is linked itself, less for what was reached through it. */
  factor: number;
  /** The entity linked itself, through which this one was reached. */
  via: number;
  worth: number;
}

/** What an answer about the target is measured by; features that nobody else holds are left out. */
export interface Profile {
  features: Feature[];
  /** What the target itself would score. */
  total: number;
}

/** Of which families an entity of another kind is a feature, when it is itself the target. */
const familiesOfKind: Record<Kind, FamilyName[]> = {
  publication: [],
  organisation: ['PUBLISHER', 'AUTHOR'],
  country: ['COUNTRY'],
  instrument: ['INSTRUMENT'],
  theme: ['THEME'],
  project: ['PROJECT'],
  person: ['AUTHOR'],
};

/** The profile of a publication: all it holds. Of any other entity: that entity, in each way it can be held. */
export function profileOf(projection: Projection, target: number): Profile {
  const kind = kindOf(projection.ids[target]!)!;
  const features = familiesOf(projection).flatMap((family): Feature[] => {
    if (kind === 'publication') return featuresOf(projection, family, target);
    const held = familiesOfKind[kind].includes(family.name) && neighbours(family.holders, target).length > 0;
    return held ? [{ family, entity: target, factor: 1, via: target, worth: 1 }] : [];
  });
  const worthwhile = features.filter(({ worth }) => worth > 0);
  return { features: worthwhile, total: sum(worthwhile.map(({ factor, worth }) => factor * worth)) };
}

function featuresOf(projection: Projection, family: Family, publication: number): Feature[] {
  const { profile, factors, via } = family;
  const features: Feature[] = [];
  for (let i = profile.offsets[publication]!; i < profile.offsets[publication + 1]!; i++) {
    const entity = profile.targets[i]!;
    features.push({ family, entity, factor: factors[i]!, via: via[i]!, worth: worth(projection, family, entity) });
  }
  return features;
}

/**
 * The score of every publication against a profile, by node number: the sum, over what both hold, of its worth times
 * the weaker of the two factors; as a share of what the target itself would score (0–1).
 */
export function scoreAll(projection: Projection, { features, total }: Profile): Float64Array {
  const scores = new Float64Array(projection.ids.length);
  for (const { family, entity, factor, worth } of features) {
    const { offsets, targets } = family.holders;
    for (let i = offsets[entity]!; i < offsets[entity + 1]!; i++)
      scores[targets[i]!]! += (worth * Math.min(factor, family.holderFactors[i]!)) / total;
  }
  return scores;
}

/** What one feature adds to the score of a candidate. */
export interface Contribution {
  feature: Feature;
  /** The entity that links the candidate to the feature: the feature itself, or what it was reached through. */
  candidateVia: number;
  score: number;
}

/** The parts of a candidate's score, largest first, equal ones by id; they sum to what `scoreAll` gives it. */
export function contributions(projection: Projection, { features, total }: Profile, candidate: number): Contribution[] {
  const parts: Contribution[] = [];
  for (const feature of features) {
    const { profile, factors, via } = feature.family;
    for (let i = profile.offsets[candidate]!; i < profile.offsets[candidate + 1]!; i++) {
      if (profile.targets[i] !== feature.entity) continue;
      const score = (feature.worth * Math.min(feature.factor, factors[i]!)) / total;
      parts.push({ feature, candidateVia: via[i]!, score });
    }
  }
  const id = ({ feature }: Contribution) => projection.ids[feature.entity]!;
  return parts.sort((a, b) => b.score - a.score || compareText(id(a), id(b)));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
