import { fileDraft } from '../filing.ts';
import type { Draft } from '../ingest/draft.ts';
import { actOf, type Authored, type Command } from './command.ts';

/**
 * Prints each draft with what the catalogue knows of it; with `write` takes it into the graph or the review queue.
 * `retrieved` is the ISO date on which the pages were read.
 */
export const fileDraftsCommand: Command<Authored & { drafts: Draft[]; write: boolean; retrieved?: string }> = async (
  { store },
  given,
  say,
  signal,
) => {
  const { drafts, write, retrieved } = given;
  for (const draft of drafts) {
    signal.throwIfAborted();
    await say.out(JSON.stringify(await fileDraft(store, draft, { write, retrieved, act: actOf(given) })));
  }
  return 0;
};
