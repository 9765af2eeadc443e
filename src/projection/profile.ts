import { kindOf, type Kind } from '../model.ts';
import { neighbours } from './adjacency.ts';
import {
  countHolders,
  familyRules,
  heldBy,
  linkedFamilies,
  spreadOut,
  type FamilyName,
  type Held,
  type LinkedFamily,
} from './features.ts';
import type { Projection } from './projection.ts';
import { textOf } from './text-of.ts';
import { weighWords, type Texts } from './words.ts';

/** One thing the target is about. */
export interface Feature extends Held {
  family: FamilyName;
  /** What holding it as strongly as the target does adds to a score, for each unit of `factor`. */
  unit: number;
  /** Held by so many publications that it carries no result alone. */
  hub: boolean;
}

/** What an answer about a target is measured by. What nobody else holds is left out; the rest makes a score of 1. */
export interface Profile {
  /** The target's number; null for a text that is not in the catalogue. */
  target: number | null;
  features: Feature[];
  /** Whether what a publication holds counts the less the more of its family it holds: where one entity is asked for. */
  diluted?: boolean;
}

/** What decides how much each thing counts, in one place; see docs/decisions/005. */
export const weighing = {
  /** How much of the score the words make, where both links and words are there. */
  textShare: 0.6,
  /** An entity held by more than this share of all publications is a hub … */
  hub: 0.1,
  /** … but not before it is held by so many. */
  smallestHub: 10,
  /** A word that stands in more than this share of them, and in more than two, says nothing at all. */
  commonWord: 0.2,
};

/** Of which families an entity of another kind is a feature, when it is itself the target. */
const familiesOfKind: Record<Kind, LinkedFamily[]> = {
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
  if (kind !== 'publication') return profileOfEntity(projection, target, familiesOfKind[kind]);
  const { words, weights } = textOf(projection, target);
  const held = linkedFamilies.map((family) => ({ family, held: heldBy(projection, family, target) }));
  const text = words.map((word, place) => ({ entity: word, factor: weights[place]!, via: word }));
  return createProfile(projection, target, [...held, { family: 'TEXT', held: text }]);
}

/** What a text was found to name, by family, and how surely each counts (0–1). */
export type Named = Readonly<Partial<Record<LinkedFamily, { entities: readonly number[]; factor?: number }>>>;

/** The profile of a text that is not in the catalogue, and of the entities it was found to name. */
export function profileOfText(projection: Projection, texts: Texts, named: Named): Profile {
  const { words, weights } = weighWords(texts);
  const known = words.flatMap((word, place) => {
    const entity = projection.text.numbers.get(word);
    return entity === undefined ? [] : [{ entity, factor: weights[place]!, via: entity }];
  });
  const held = linkedFamilies.map((family) => {
    const { entities = [], factor: own = 1 } = named[family] ?? {};
    const found = spreadOut(projection, family, entities);
    return { family, held: found.map((feature) => ({ ...feature, factor: feature.factor * own })) };
  });
  // What nobody here has written of counts as rare: else a text on something else would seem all about the rest.
  const isKnown = (word: string) => countHolders(projection, 'TEXT', projection.text.numbers.get(word) ?? -1) > 0;
  const strange = words.reduce((sum, word, place) => (isKnown(word) ? sum : sum + weights[place]!), 0);
  const profile = createProfile(projection, null, [...held, { family: 'TEXT', held: known }], strange);
  const isAboutMore = profile.features.some(({ family }) => family !== 'COUNTRY' && family !== 'TEXT');
  // A country alone is no subject: what is on it is shown only where words carry it too.
  const features = profile.features.map((feature) => ({
    ...feature,
    hub: feature.hub || (feature.family === 'COUNTRY' && !isAboutMore),
  }));
  return { target: null, features };
}

function profileOfEntity(projection: Projection, target: number, families: LinkedFamily[]): Profile {
  const held = families.filter((family) => countHolders(projection, family, target) > 0);
  const features = held.map((family): Feature => ({
    family,
    entity: target,
    factor: 1,
    via: target,
    unit: 1 / held.length,
    hub: false,
  }));
  return { target, features, diluted: true };
}

/** How much of a publication one of the entities is that it is linked to in a family. */
export const dilution = (projection: Projection, family: FamilyName, publication: number): number =>
  family === 'TEXT'
    ? 1
    : 1 / Math.sqrt(Math.max(1, neighbours(projection.out[familyRules[family].relation], publication).length));

function createProfile(
  projection: Projection,
  target: number | null,
  families: { family: FamilyName; held: Held[] }[],
  strange = 0,
): Profile {
  const features = families.flatMap(({ family, held }) =>
    held.map((held): Feature => ({ family, ...held, ...judge(projection, family, held.entity, target) })),
  );
  const worthwhile = features.filter(({ unit }) => unit > 0);
  const isText = ({ family }: Feature) => family === 'TEXT';
  const text = total(worthwhile.filter(isText)) + strange * Math.log(projection.ofKind.publication.length);
  const linked = total(worthwhile.filter((feature) => !isText(feature)));
  const textShare = text === 0 ? 0 : linked === 0 ? 1 : weighing.textShare;
  for (const feature of worthwhile) feature.unit *= isText(feature) ? textShare / text : (1 - textShare) / linked;
  return { target, features: worthwhile };
}

const total = (features: Feature[]) => features.reduce((sum, { factor, unit }) => sum + factor * unit, 0);

/**
 * What sharing an entity is worth: the logarithm of (all publications ÷ those that hold it), times the family's weight.
 * Nothing for what everybody holds, and for what nobody but the target does.
 */
function judge(projection: Projection, family: FamilyName, entity: number, target: number | null) {
  const all = projection.ofKind.publication.length;
  const holders = countHolders(projection, family, entity);
  const hub = holders > Math.max(weighing.smallestHub, all * weighing.hub);
  const isCommonWord = family === 'TEXT' && holders > Math.max(2, all * weighing.commonWord);
  if (isCommonWord || holders < (target === null ? 1 : 2)) return { unit: 0, hub };
  const weight = family === 'TEXT' ? 1 : familyRules[family].weight;
  return { unit: Math.log(all / holders) * weight, hub };
}
