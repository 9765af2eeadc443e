import { proposeDuplicates } from '../graph/duplicates.ts';
import { decide, readProposals } from '../graph/proposals.ts';
import { actOf, type Authored, type Command } from './command.ts';

/** Looks for publications that may be one, and prints the open questions. */
export const reviewListCommand: Command<{ find?: boolean }> = async ({ store }, { find }, say) => {
  if (find) await say.note(`${await proposeDuplicates(store)} new`);
  for (const { id, kind, from, into, evidence } of await readProposals(store))
    await say.out(JSON.stringify({ id, kind, from, into, evidence }));
  return 0;
};

/** Accepts or rejects one question for good. */
export const reviewDecideCommand: Command<Authored & { id: string; decision: 'accepted' | 'rejected' }> = async (
  { store },
  given,
  say,
) => {
  const { id, kind, from, into, status } = await decide(store, actOf(given), given.id, given.decision);
  await say.out(JSON.stringify({ id, kind, from, into, status }));
  return 0;
};
