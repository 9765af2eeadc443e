import type { Kind } from '../model.ts';
import type { RelationName } from '../relations.ts';
import type { Adjacency } from './adjacency.ts';

/**
 * The graph held in memory for traversal, as it was at one revision. Nodes and words are numbered from 0 in the order
 * they were first seen; the next projection made from this one keeps the numbers. Its links and words are never changed:
 * a list that was ranked by one projection is explained by the same. Names and columns (`ids`, `numbers`, `dates` …) are
 * shared with the projections that follow it, and always those of the latest. The number of a node that has gone is not
 * used again: no id leads to it, no link.
 */
export interface Projection {
  readonly revision: number;
  readonly ids: readonly string[];
  /** The number of each id; a merged id has that of what it was merged into. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Of publications; empty where unknown and for every other kind. */
  readonly dates: readonly string[];
  /** All that a work is in, its main language first, with spaces between. */
  readonly languages: readonly string[];
  /** Of publications, organisations and instruments: what sort of it. */
  readonly types: readonly string[];
  /** What each node is called, as it is written. */
  readonly labels: readonly string[];
  /** Publications none of whose addresses works any more. */
  readonly dead: ReadonlySet<number>;
  /** Each relation from the record that states it to what it names, and back. */
  readonly out: Readonly<Record<RelationName, Adjacency>>;
  readonly in: Readonly<Record<RelationName, Adjacency>>;
  readonly text: Vocabulary;
  readonly search: SearchIndex;
  /** The numbers of all nodes of a kind, ascending. */
  readonly ofKind: Readonly<Record<Kind, Uint32Array>>;
}

/** The words of names and summaries. */
export interface Vocabulary {
  /** Folded words by number, and back: shared as the ids of nodes are. */
  readonly words: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** The words of each country's names, which no title is told from another by. */
  readonly ofCountries: ReadonlyMap<number, readonly string[]>;
}

/** Which words stand where in all nodes' names and summaries; words have the numbers they have in `text`. */
export interface SearchIndex {
  /** Node → its words, as search-text.ts puts them one after the other. */
  readonly sequences: Adjacency;
  /** Word → nodes, with what it is in each (see postings.ts). */
  readonly postings: Adjacency;
}

/** What a projection is made of: nodes that are new or changed, with all links that go out from them, in order. */
export interface ProjectionChanges {
  nodes: {
    id: string;
    language: string | null;
    /** All it is in, where there are several. */
    languages?: readonly string[] | null;
    date: string | null;
    type: string | null;
    dead?: boolean | null;
    /** Everything it is called, its own name first; of a publication its titles. */
    names?: readonly string[];
    summary?: string | null;
  }[];
  links: { from: string; relation: string; to: string }[];
  /** Ids that lead to no node of their own any more, and the id of what they were merged into. */
  gone?: readonly { id: string; survivor: string | null }[];
}
