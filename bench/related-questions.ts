import type { LoadRequest } from './load.ts';
import {
  nestedByGet,
  nestedByGraphql,
  nestedByPeer,
  relatedByGet,
  relatedByGraphql,
  relatedByPeer,
} from './related-requests.ts';
import type { Targets } from './targets.ts';

/** The programs that are asked: ours, on whichever engine, and the peers. */
export type Answerer = 'ours' | '@neo4j/graphql' | 'raw';

/** One thing that is asked of all who can answer it. */
export interface RelatedQuestion {
  name: string;
  about: keyof Targets;
  /** Whether an answer is asked for again, with the ETag that it had: 304. */
  again?: true;
  /** How each is asked about an id; who is not here has no such answer. */
  ask: Partial<Record<Answerer, (id: string) => LoadRequest>>;
}

/** What is asked, in the order of the table. */
export const relatedQuestions: RelatedQuestion[] = [
  {
    name: 'ten related, GraphQL',
    about: 'publication',
    ask: { ours: relatedByGraphql, '@neo4j/graphql': relatedByPeer, raw: relatedByGet },
  },
  { name: 'GET /related', about: 'publication', ask: { ours: relatedByGet, raw: relatedByGet } },
  {
    name: 'GET /related, If-None-Match',
    about: 'publication',
    again: true,
    ask: { ours: relatedByGet, raw: relatedByGet },
  },
  {
    name: 'nested lists, GraphQL',
    about: 'organisation',
    ask: {
      ours: nestedByGraphql,
      '@neo4j/graphql': nestedByPeer,
      raw: nestedByGet,
    },
  },
];
