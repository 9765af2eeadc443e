import * as ask from './api-requests.ts';
import type { ApiTargets, Variables } from './api-targets.ts';
import type { LoadRequest } from './load.ts';
import { relatedByGraphql, relatedByPeer } from './related-requests.ts';
import type { Answerer } from './related-questions.ts';

/** What our answers must reach with the many connections. */
export interface Goal {
  /** Requests/s. */
  rate?: number;
  /** Milliseconds at most. */
  p50?: number;
  p99?: number;
}

/** One thing that is asked of all who can answer it. */
export interface ApiQuestion {
  name: string;
  about: keyof ApiTargets;
  goal: Goal;
  /** How each is asked about a target; who is not here has no such answer. */
  ask: Partial<Record<Answerer, (variables: Variables) => LoadRequest>>;
  /** A hand-written statement that goes through every publication: right, and too slow to be measured. */
  oracle?: (variables: Variables) => LoadRequest;
  /** Whether the hand-written statement gives the same answer, to be checked by. */
  checked?: true;
}

/** What is asked, in the order of the table. */
export const apiQuestions: ApiQuestion[] = [
  {
    name: 'entity, five nested lists',
    about: 'publications',
    goal: { rate: 1_000 },
    ask: { ours: ask.entity, '@neo4j/graphql': ask.entityByPeer, raw: ask.raw('/entity') },
    checked: true,
  },
  {
    name: 'filtered list of 20, nested entities',
    about: 'filters',
    goal: { rate: 300 },
    ask: { ours: ask.filtered, '@neo4j/graphql': ask.filteredByPeer, raw: ask.raw('/filtered') },
    checked: true,
  },
  {
    name: 'ten related, with reasons',
    about: 'publications',
    goal: { rate: 600, p99: 80 },
    ask: {
      ours: ({ id }) => relatedByGraphql(String(id)),
      '@neo4j/graphql': ({ id }) => relatedByPeer(String(id)),
    },
  },
  {
    name: 'shortest paths ≤ 6 hops',
    about: 'ends',
    goal: { rate: 300 },
    ask: { ours: ask.path, raw: ask.raw('/path') },
    checked: true,
  },
  {
    name: 'search of 98,000 hits, four facets',
    about: 'words',
    goal: { p50: 25, p99: 120 },
    ask: { ours: ask.search },
    oracle: ask.raw('/search'),
    checked: true,
  },
  {
    name: 'search of two words since a year, four facets',
    about: 'searches',
    goal: {},
    ask: { ours: ask.filteredSearch },
    oracle: ask.raw('/search'),
    checked: true,
  },
  {
    name: 'theme × country, timeline',
    about: 'all',
    goal: { rate: 200 },
    ask: { ours: ask.matrix, raw: ask.raw('/matrix') },
    checked: true,
  },
  {
    name: 'theme × country, timeline, filtered',
    about: 'filters',
    goal: {},
    ask: { ours: ask.filteredMatrix, raw: ask.raw('/filtered-matrix') },
    checked: true,
  },
];
