import type { RelationName } from '../relations.ts';
import { links, neighbours } from './adjacency.ts';
import { derived } from './derived.ts';
import { toldBy } from './postings.ts';
import type { Projection } from './projection.ts';

/** The ways in which two publications can have something in common. */
export const familyNames = [
  'THEME',
  'COUNTRY',
  'INSTRUMENT',
  'PROJECT',
  'PUBLISHER',
  'AUTHOR',
  'CITATION',
  'TEXT',
] as const;
export type FamilyName = (typeof familyNames)[number];
/** Those that stand on links; a word is no entity. */
export type LinkedFamily = Exclude<FamilyName, 'TEXT'>;
export const linkedFamilies = familyNames.filter((name): name is LinkedFamily => name !== 'TEXT');

/** How features of a family arise from links, and how much they weigh against those of other families. */
interface FamilyRule {
  relation: RelationName;
  weight: number;
  /** Relations that lead on from a feature to weaker ones, each step at half the strength of the one before. */
  spread: readonly RelationName[];
  steps: number;
}

export const familyRules: Readonly<Record<LinkedFamily, FamilyRule>> = {
  THEME: { relation: 'ABOUT', weight: 1, spread: ['BROADER'], steps: 2 },
  COUNTRY: { relation: 'COVERS', weight: 1, spread: [], steps: 0 },
  INSTRUMENT: {
    relation: 'REFERS_TO',
    weight: 0.5,
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

/** An entity that a link leads to, or that was reached through it. */
export interface Held {
  entity: number;
  /** 1 for what is linked itself, less for what was reached through it. */
  factor: number;
  /** The entity linked itself. */
  via: number;
}

/** What a publication holds of a family: what it is linked to, then what that leads on to, each as strongly as it can be. */
export function heldBy(projection: Projection, family: LinkedFamily, publication: number): Held[] {
  const direct = [...neighbours(projection.out[familyRules[family].relation], publication)];
  if (family === 'CITATION') direct.push(publication);
  return spreadOut(projection, family, direct);
}

/** What follows from being linked to these entities. */
export function spreadOut(projection: Projection, family: LinkedFamily, entities: readonly number[]): Held[] {
  const found = new Map<number, Held>();
  for (const entity of entities) found.set(entity, { entity, factor: 1, via: entity });
  const { spread, steps } = familyRules[family];
  for (const via of entities)
    for (const { node, step } of walk(projection.out, via, spread, steps)) {
      const factor = spreadFactor ** step;
      if ((found.get(node)?.factor ?? 0) < factor) found.set(node, { entity: node, factor, via });
    }
  return [...found.values()];
}

/** Publications that hold an entity: all equally strongly, or each by its weight. */
export interface Holders {
  publications: Uint32Array;
  factor: number;
  /** Of words, as postings have them: those that tell nothing do not hold it. */
  weights: Uint16Array | null;
}

/** Who holds an entity, the strongest first: a publication in several of these lists holds it as the first one says. */
export function holdersOf(projection: Projection, family: FamilyName, entity: number): Holders[] {
  if (family === 'TEXT') {
    const { targets, weights } = links(projection.search.postings, entity);
    return [{ publications: targets, factor: 1, weights }];
  }
  const { relation, spread, steps } = familyRules[family];
  const linkedTo = (node: number, factor: number) => ({
    publications: neighbours(projection.in[relation], node),
    factor,
    weights: null,
  });
  const lists = [linkedTo(entity, 1)];
  if (family === 'CITATION') lists.unshift({ publications: Uint32Array.of(entity), factor: 1, weights: null });
  for (const { node, step } of walk(projection.in, entity, spread, steps))
    lists.push(linkedTo(node, spreadFactor ** step));
  return lists.filter(({ publications }) => publications.length > 0);
}

/** All that some relations lead to in so many steps, the nearest first, each once. */
function* walk(
  direction: Projection['out'],
  start: number,
  relations: readonly RelationName[],
  steps: number,
): Generator<{ node: number; step: number }> {
  const reached = new Set([start]);
  let edge = [start];
  for (let step = 1; step <= steps; step++) {
    const next: number[] = [];
    for (const from of edge)
      for (const relation of relations)
        for (const node of neighbours(direction[relation], from)) {
          if (reached.has(node)) continue;
          reached.add(node);
          next.push(node);
          yield { node, step };
        }
    edge = next;
  }
}

/** How many publications hold an entity; counted once for each projection. */
export function countHolders(projection: Projection, family: FamilyName, entity: number): number {
  const lists = holdersOf(projection, family, entity);
  if (lists.length < 2 && !lists[0]?.weights) return lists[0]?.publications.length ?? 0;
  const counts = holderCounts(projection);
  const key = `${family} ${entity}`;
  let count = counts.get(key);
  if (count === undefined) counts.set(key, (count = countIn(lists, projection.ids.length)));
  return count;
}

function countIn([first, ...others]: readonly Holders[], nodes: number): number {
  if (first?.weights) return first.weights.reduce((count, weight) => count + Number(toldBy(weight) > 0), 0);
  let count = 0;
  const counted = new Uint8Array(nodes);
  for (const { publications } of [first!, ...others])
    for (const publication of publications) {
      if (counted[publication] === 0) count++;
      counted[publication] = 1;
    }
  return count;
}

const holderCounts = derived(() => new Map<string, number>());
