import { heldBy, type FamilyName, type Held, type LinkedFamily } from './features.ts';
import { compareText } from './order.ts';
import { dilution, type Feature, type Profile } from './profile.ts';
import type { Projection } from './projection.ts';
import { seriesRules } from './series.ts';
import { textOf } from './text-of.ts';

/** An entity that the target and a candidate share, and what that adds to the candidate's score. */
export interface SharedEntity {
  family: LinkedFamily;
  entity: number;
  /** The entities that target and candidate are linked to themselves: this one, or what it was reached through. */
  targetVia: number;
  candidateVia: number;
  score: number;
}

/** The words that both texts have, folded, those that add most first. */
export interface SharedWords {
  family: 'TEXT';
  words: string[];
  score: number;
}

export type SharedThing = SharedEntity | SharedWords;

/**
 * The parts of a candidate's score, largest first, equal ones by name; they sum to what `scoreAll` gives it. `apart`: whether it counts
 * less, as the target's series on other countries.
 */
export function reasonsFor(projection: Projection, profile: Profile, candidate: number, apart: boolean): SharedThing[] {
  const times = (family: FamilyName) =>
    (apart ? seriesRules.factor : 1) * (profile.diluted ? dilution(projection, family, candidate) : 1);
  const held = new Map<FamilyName, Map<number, Held>>();
  const shared = profile.features.flatMap((feature) => {
    let ofFamily = held.get(feature.family);
    if (!ofFamily) held.set(feature.family, (ofFamily = holdings(projection, feature.family, candidate)));
    const own = ofFamily.get(feature.entity);
    return own
      ? [{ feature, own, score: feature.unit * Math.min(feature.factor, own.factor) * times(feature.family) }]
      : [];
  });
  const isWord = ({ feature }: { feature: Feature }) => feature.family === 'TEXT';
  const entities = shared
    .filter((part) => !isWord(part))
    .map(({ feature, own, score }): SharedEntity => {
      const { family, entity, via } = feature;
      return { family: family as LinkedFamily, entity, targetVia: via, candidateVia: own.via, score };
    });
  const name = (thing: SharedThing) => (thing.family === 'TEXT' ? '' : projection.ids[thing.entity]!);
  return [...entities, ...wordsOf(projection, shared.filter(isWord))].sort(
    (a, b) => b.score - a.score || compareText(name(a), name(b)),
  );
}

function wordsOf({ text }: Projection, shared: { feature: Feature; score: number }[]): SharedWords[] {
  if (shared.length === 0) return [];
  const word = ({ feature }: { feature: Feature }) => text.words[feature.entity]!;
  const ordered = shared.toSorted((a, b) => b.score - a.score || compareText(word(a), word(b)));
  return [{ family: 'TEXT', words: ordered.map(word), score: shared.reduce((sum, { score }) => sum + score, 0) }];
}

function holdings(projection: Projection, family: FamilyName, publication: number): Map<number, Held> {
  if (family !== 'TEXT') return new Map(heldBy(projection, family, publication).map((held) => [held.entity, held]));
  const { words, weights } = textOf(projection, publication);
  return new Map(words.map((word, place) => [word, { entity: word, factor: weights[place]!, via: word }]));
}
