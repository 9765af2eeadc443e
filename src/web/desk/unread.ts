import { IngestPageDocument, type ReviewQuery } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { actionBar } from './action-bar.ts';
import type { Bench } from './bench.ts';
import { element, foreign, listed } from './element.ts';
import type { Opened } from './pane.ts';
import type { Action } from './shortcuts.ts';

type Review = NonNullable<ReviewQuery['review']>;

/** A page whose rejection was taken back: nothing of it was kept, so that it has to be read again before it can go in. */
export function unreadPage(bench: Bench, title: string, review: Review, reject: Action, again: () => void): Opened {
  const { id, fromId, evidence } = review;
  const isAddress = /^https?:\/\//i.test(fromId);
  const read: Action = {
    key: 'w',
    label: deskWords.readAgain,
    run: () =>
      void bench.attempt(async () => {
        const { ingestPage } = await bench.session.ask(IngestPageDocument, { url: fromId, write: true, ask: true });
        if (!ingestPage.page) throw new Error(filled(deskWords.skipped, ingestPage.skipped ?? ''));
        bench.words.set(id, ingestPage.page);
        again();
      }),
  };
  const actions = isAddress ? [read, reject] : [reject];
  const heading = element('h2', { tabindex: '-1' }, foreign(title));
  return {
    heading,
    actions,
    element: element(
      'div',
      {},
      heading,
      element('p', { class: 'by' }, foreign(fromId)),
      actionBar(actions),
      element('p', { class: 'hint' }, isAddress ? deskWords.unread : deskWords.unreadFile),
      element('h3', {}, deskWords.whyWaits),
      listed(evidence),
    ),
  };
}
