import type { Choice } from '../graph/drafts.ts';
import { proposeDuplicates } from '../graph/duplicates.ts';
import { decide, proposalOf, readProposals, type Proposal } from '../graph/proposals.ts';
import { reopen } from '../graph/reopen.ts';
import { actOf, type Authored, type Command } from './command.ts';

/** Looks for publications that may be one, and prints the open questions, pages that wait among them. */
export const reviewListCommand: Command<{ find?: boolean }> = async ({ store }, { find }, say) => {
  if (find) await say.note(`${await proposeDuplicates(store)} new`);
  for (const proposal of await readProposals(store)) await say.out(JSON.stringify(shortly(proposal)));
  return 0;
};

/** Prints one question whole: of a page also the draft with its evidence and the record it would become. */
export const reviewShowCommand: Command<{ id: string }> = async ({ store }, { id }, say) => {
  const { page, about: _, without, ...rest } = await proposalOf(store, id);
  await say.out(JSON.stringify({ ...rest, ...(rest.kind === 'draft' && { without }), ...page }));
  return 0;
};

/** Accepts or rejects one question. */
export const reviewDecideCommand: Command<
  Authored & { id: string; decision: 'accepted' | 'rejected'; choice?: Choice }
> = async ({ store }, given, say) => {
  const { id, kind, from, into, status } = await decide(store, actOf(given), given.id, given.decision, given.choice);
  await say.out(JSON.stringify({ id, kind, from, into, status }));
  return 0;
};

/** Takes a rejection back: the question is asked again. */
export const reviewReopenCommand: Command<Authored & { id: string }> = async ({ store }, given, say) => {
  const { id, kind, from, into, status, past } = await reopen(store, actOf(given), given.id);
  if (kind === 'draft') await say.note(`Nothing was kept of the page; read it again: ingest ${from} --write`);
  await say.out(JSON.stringify({ id, kind, from, into, status, past }));
  return 0;
};

function shortly({ id, kind, from, into, evidence, about }: Proposal) {
  return about ? { id, kind, ...about, into, evidence } : { id, kind, from, into, evidence };
}
