import type { Kind } from '../model.ts';
import type { RelationName } from '../relations.ts';
import { neighbours } from './adjacency.ts';
import { derived } from './derived.ts';
import type { Projection } from './projection.ts';
import { lower, numbersOf, withNarrower } from './publications.ts';
import { search } from './search.ts';

/** Every kind but publications. */
export type EntityKind = Exclude<Kind, 'publication'>;

/** By which relation publications lead to an entity of each kind, so that they are its publications. */
export const publicationRelation = {
  organisation: 'PUBLISHED_BY',
  country: 'COVERS',
  instrument: 'REFERS_TO',
  theme: 'ABOUT',
  project: 'PART_OF',
  person: 'AUTHORED_BY',
} as const satisfies Record<EntityKind, RelationName>;

/** Which entities of one kind are meant; all that is given must hold. */
export interface EntityFilter {
  /** Stands in every one of these lists of ids. */
  among?: readonly Iterable<string>[];
  /** Stands in none of these. */
  except?: readonly Iterable<string>[];
  /** Searched for in their names. */
  text?: string;
  types?: readonly string[];
  /** Marks of publications: at least one of them is its own. */
  publications?: Uint8Array;
  /** None of these is. */
  withoutPublications?: Uint8Array;
  /** Its links: by one of these relations it leads to one of these ids. */
  linked?: readonly { relations: readonly RelationName[]; ids: readonly string[] }[];
  /** Stands below one of these themes, at any depth. */
  broader?: readonly string[];
}

/** The entities of a kind that a filter means. */
export function matchingEntities(projection: Projection, kind: EntityKind, filter: EntityFilter): Uint32Array {
  const { among = [], except = [], text, types, publications, withoutPublications, linked = [], broader } = filter;
  let nodes = projection.ofKind[kind];
  const keepThose = (numbers: Iterable<number>) => {
    const meant = new Set(numbers);
    nodes = nodes.filter((node) => meant.has(node));
  };
  for (const ids of among) keepThose(numbersOf(projection, [...ids]));
  for (const ids of except) {
    const left = new Set(numbersOf(projection, [...ids]));
    nodes = nodes.filter((node) => !left.has(node));
  }
  if (text !== undefined) {
    const { scores } = search(projection, text);
    nodes = nodes.filter((node) => scores[node]! > 0);
  }
  if (types) {
    const wanted = types.map(lower);
    nodes = nodes.filter((node) => wanted.includes(lower(projection.types[node]!)));
  }
  for (const { relations, ids } of linked) {
    const targets = numbersOf(projection, ids);
    keepThose(targets.flatMap((to) => relations.flatMap((name) => [...neighbours(projection.in[name], to)])));
  }
  if (broader) {
    const themes = numbersOf(projection, broader);
    const below = withNarrower(projection, themes);
    for (const theme of themes) below.delete(theme);
    keepThose(below);
  }
  if (publications) nodes = nodes.filter((node) => hasOneOf(projection, kind, node, publications));
  if (withoutPublications) nodes = nodes.filter((node) => !hasOneOf(projection, kind, node, withoutPublications));
  return nodes;
}

/** The nodes that an entity's publications lead to: itself, of a theme the narrower ones too. */
const standFor = (projection: Projection, kind: EntityKind, node: number): Iterable<number> =>
  kind === 'theme' ? withNarrower(projection, [node]) : [node];

function hasOneOf(projection: Projection, kind: EntityKind, node: number, marks: Uint8Array): boolean {
  const adjacency = projection.in[publicationRelation[kind]];
  for (const one of standFor(projection, kind, node))
    for (const publication of neighbours(adjacency, one)) if (marks[publication] === 1) return true;
  return false;
}

/** How many publications each entity of a kind has, by number; with `only`, marks, how many of those. */
export function publicationCounts(projection: Projection, kind: EntityKind, only?: Uint8Array): Uint32Array {
  if (only) return count(projection, kind, only);
  const known = allCounts(projection);
  let counts = known.get(kind);
  if (!counts) known.set(kind, (counts = count(projection, kind)));
  return counts;
}

const allCounts = derived(() => new Map<EntityKind, Uint32Array>());

function count(projection: Projection, kind: EntityKind, only?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(projection.ids.length);
  const countedFor = new Uint32Array(projection.ids.length); // publication → the last node it was counted for, + 1
  const adjacency = projection.in[publicationRelation[kind]];
  for (const node of projection.ofKind[kind])
    for (const one of standFor(projection, kind, node))
      for (const publication of neighbours(adjacency, one)) {
        if ((only && !only[publication]) || countedFor[publication] === node + 1) continue;
        countedFor[publication] = node + 1;
        counts[node]!++;
      }
  return counts;
}
