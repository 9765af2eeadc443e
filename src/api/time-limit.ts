import type { ApolloServerPlugin } from '@apollo/server';
import { within } from '../deadline.ts';
import type { GraphStore } from '../graph/store.ts';
import type { AnswerNotes } from './answer-notes.ts';
import type { Context } from './context.ts';
import { tookTooLong } from './errors.ts';

/** Milliseconds that a query may take. */
export const timeLimit = 10_000;

/**
 * Gives each query so many milliseconds from when it is understood. Not a write: what has begun is carried out, and has
 * limits of its own.
 */
export const timeLimited = (milliseconds = timeLimit): ApolloServerPlugin<Context> => ({
  async requestDidStart({ contextValue: { notes } }) {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation === 'query')
          notes.ends = { at: performance.now() + milliseconds, after: milliseconds };
      },
    };
  },
});

/**
 * The store as one question may read it: until its time is over. A read that runs then is given up here and, where the
 * engine can, ended in the database too, and none is begun any more.
 */
export const readingInTime = (store: GraphStore, notes: AnswerNotes): GraphStore => ({
  ...store,
  read: (cypher, parameters, longest) =>
    inTime(notes, (left) =>
      store.read(cypher, parameters, left === undefined ? longest : Math.min(left, longest ?? left)),
    ),
});

/** What `work` comes to, if it does in the time that is left; `work` is told how much that is, undefined for any. */
export async function inTime<Result>(
  { ends }: AnswerNotes,
  work: (left: number | undefined) => Promise<Result>,
): Promise<Result> {
  if (!ends) return work(undefined);
  const left = Math.ceil(ends.at - performance.now());
  if (left <= 0) throw tookTooLong(ends.after);
  try {
    return await within(left, work(left), () => tookTooLong(ends.after));
  } catch (error) {
    // What the database has ended because the time was over says so in its own words.
    if (performance.now() >= ends.at) throw tookTooLong(ends.after);
    throw error;
  }
}
