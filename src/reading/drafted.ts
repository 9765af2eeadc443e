import type { Draft } from '../ingest/draft.ts';
import type { PageText } from '../ingest/page/read-page.ts';
import { covered } from '../ingest/understand/private.ts';

/** A draft, and the words in which its evidence stands. */
export interface Drafted {
  draft: Draft;
  /** For whoever gave the page to look at, never to be kept; ways to reach somebody are covered. */
  page: { title: string; text: string };
}

/** A draft with the title and text that its evidence counts in. */
export const drafted = (draft: Draft, { title, text }: PageText): Drafted => ({
  draft,
  page: { title: covered(title), text: covered(text) },
});
