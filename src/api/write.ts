import { Refusal } from '../graph/refusal.ts';
import { problemOfAct, type Act } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';
import { holderOf } from './access.ts';
import { renew, type Context } from './context.ts';
import { badInput, refused } from './errors.ts';

/** How the reason of a write may be given, for the description of an argument. */
export const reasonRule = 'Why, in one line of at most 500 characters: everybody can read it in `changes`.';
const longestReason = 500;

/**
 * Carries out a write in the name of whoever's key it is, and lets the rest of the answer see it. What cannot be done is an
 * error that says why; nothing was changed then.
 */
export async function write<Result>(
  context: Context,
  reason: string | undefined,
  work: (store: GraphStore, act: Act) => Promise<Result>,
): Promise<Result> {
  const act = { author: holderOf(context).name, reason };
  if (reason !== undefined && reason.length > longestReason)
    throw badInput(`reason: it has ${reason.length} characters; the limit is ${longestReason}.`);
  const problem = problemOfAct(act);
  if (problem !== null) throw badInput(problem);
  try {
    return await work(context.catalogue.store, act);
  } catch (error) {
    throw error instanceof Refusal ? refused(error.message) : error;
  } finally {
    await renew(context); // a write of several steps may have done the first when it fails
  }
}
