import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from './context.ts';

/** What was asked, read. */
export interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What is to be known of an answer by who sends it on: noted while it is worked out. */
export interface AnswerNotes {
  /** Seconds that anybody may keep it. */
  keepFor: number;
  /** Whether the projection alone determines it: then the same question has the same answer until the next write. */
  settled: boolean;
  /** Whether there are errors in it. */
  failed: boolean;
  /** `OK`, or the code of the first error. */
  outcome: string;
  /** What the request is called in the log. */
  request?: string;
  /** Whether nothing may be changed: said before the question is read. */
  onlyQueries: boolean;
  /** When its time is over, by `performance.now()`, and how many milliseconds that was; null where it may take any. */
  ends: { at: number; after: number } | null;
  /** Null where the question could not be read. */
  asked: Asked | null;
}

/** Seconds that answers may be kept. */
export const keepFor = {
  /** What the catalogue says. */
  catalogue: 60,
  /** What is asked for to see whether something is new. */
  news: 5,
  /** What a reader gave us to look at. */
  nothing: 0,
};

export const createNotes = (): AnswerNotes => ({
  keepFor: keepFor.catalogue,
  settled: true,
  failed: false,
  outcome: 'OK',
  onlyQueries: false,
  ends: null,
  asked: null,
});

/**
 * Notes that an answer stands on more than the projection and may be kept for so many seconds at most. Whatever reads
 * link checks, history, other sites or a text of the reader says so here; only the answers of all others are kept
 * in memory.
 */
export function keepAtMost(notes: AnswerNotes, seconds: number): void {
  notes.keepFor = Math.min(notes.keepFor, seconds);
  notes.settled = false;
}

/** Notes what was asked, and whether it went well; refuses what changes something where only queries may be. */
export const noteAnswer: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { notes } }) {
    return {
      async didResolveOperation({ schema, document, operation }) {
        const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
        const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
        notes.asked = operation ? { schema, operation, fragments: byName } : null;
        if (operation?.operation === 'query') return;
        keepAtMost(notes, keepFor.nothing);
        if (operation && notes.onlyQueries) throw onlyQueries(operation.operation);
      },
      async willSendResponse({ response: { body } }) {
        const errors = body.kind === 'single' ? body.singleResult.errors : [];
        notes.failed = errors !== undefined;
        if (errors) notes.outcome = String(errors[0]?.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
      },
    };
  },
};

const onlyQueries = (operation: string) =>
  new GraphQLError(`This is answered for queries alone, not for a ${operation}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
