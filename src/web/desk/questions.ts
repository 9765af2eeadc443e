import {
  ComparedDocument,
  DecideDocument,
  IngestPageDocument,
  MergeDocument,
  ReviewDocument,
  type ReviewsQuery,
} from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { actionBar } from './action-bar.ts';
import type { Bench } from './bench.ts';
import type { Draft, Known, Sheet } from './draft.ts';
import { element, foreign, listed } from './element.ts';
import { isOnTheWeb } from './page-words.ts';
import type { Opened } from './pane.ts';
import { pairTable } from './pair.ts';
import { idsIn, sheetView } from './sheet.ts';
import { rejectAction } from './reject-action.ts';
import type { Action } from './shortcuts.ts';
import { unreadPage } from './unread.ts';
import { readSource, reviewSource, takeMergeBack, takeSourceBack } from './take-back.ts';

export type Question = ReviewsQuery['reviews']['nodes'][number];

/** What a question is called in a list and in messages. */
export const titleOf = ({ kind, title, from, into, fromId, intoId }: Question): string =>
  kind === 'DRAFT' ? (title ?? fromId) : `${from?.label ?? fromId} – ${into?.label ?? intoId}`;

/** What the list does when a question is decided, or is not any more. */
export interface Deciding {
  /** Takes it out, and gives what puts it back. */
  take(question: Question): () => void;
  /** Shows it anew. */
  again(question: Question): void;
}

/** Opens a question: a page with its draft, or two publications side by side. */
export const openQuestion = (bench: Bench, question: Question, deciding: Deciding): Promise<Opened> =>
  question.kind === 'DRAFT' ? openPage(bench, question, deciding) : openPair(bench, question, deciding);

interface Waiting {
  draft: Draft;
  known: Known;
  record: { source: { url?: string; file?: string } };
}

async function openPage(bench: Bench, question: Question, deciding: Deciding): Promise<Opened> {
  const { session, words } = bench;
  const { review } = await session.ask(ReviewDocument, { id: question.id });
  if (!review) throw new Error(filled(deskWords.notThere, question.id));
  const reject = rejection(bench, question, deciding, deskWords.reject);
  if (!review.page) return unreadPage(bench, titleOf(question), review, reject, () => deciding.again(question));
  const { draft, known, record } = review.page as Waiting;
  const sheet: Sheet = { draft, known, waits: review.evidence, without: review.without, words: words.get(question.id) };
  const [address] = draft.urls;
  const whole: Action = {
    key: 'w',
    label: deskWords.whole,
    run: () =>
      void bench.attempt(async () => {
        const { ingestPage } = await session.ask(IngestPageDocument, { url: address, write: false });
        if (!ingestPage.page) throw new Error(filled(deskWords.skipped, ingestPage.skipped ?? ''));
        words.set(question.id, ingestPage.page);
        deciding.again(question);
        bench.notices.tell(deskWords.asOfNow);
      }),
  };
  const accept = () =>
    void bench.attempt(async () => {
      const { decide } = await session.ask(DecideDocument, { id: question.id, decision: 'ACCEPT', ...view.choice() });
      const id = decide.review.intoId!;
      deciding.take(question);
      bench.notices.tell(filled(deskWords.accepted, draft.title), () =>
        takeSourceBack(bench, id, readSource(record.source), draft.title),
      );
    });
  const actions: Action[] = [
    { key: 'a', label: deskWords.accept, run: accept },
    reject,
    ...(isOnTheWeb(sheet) && !sheet.words ? [whole] : []),
  ];
  const labels = await bench.labels(idsIn(sheet));
  const view = sheetView(bench, sheet, labels, actionBar(actions));
  return { ...view, actions };
}

async function openPair(bench: Bench, question: Question, deciding: Deciding): Promise<Opened> {
  const { session, home } = bench;
  const { id, kind, fromId, intoId, evidence } = question;
  const { nodes } = await session.ask(ComparedDocument, { ids: [fromId, intoId!], language: 'en' });
  const [from, into] = nodes;
  if (!from || !into) throw new Error(filled(deskWords.notThere, from ? intoId! : fromId));
  const isTranslation = kind === 'TRANSLATION';
  const accept = () =>
    void bench.attempt(async () => {
      await session.ask(DecideDocument, { id, decision: 'ACCEPT' });
      deciding.take(question);
      if (isTranslation)
        bench.notices.tell(filled(deskWords.accepted, titleOf(question)), () =>
          takeSourceBack(bench, fromId, reviewSource(id), titleOf(question)),
        );
      else tellMerge(bench, fromId, into.label);
    });
  const turned = () =>
    void bench.attempt(async () => {
      await session.ask(MergeDocument, { from: into.id, into: from.id, reason: evidence.join('; ').slice(0, 500) });
      deciding.take(question);
      tellMerge(bench, into.id, from.label);
    });
  const actions: Action[] = isTranslation
    ? [
        { key: 'a', label: deskWords.acceptTranslation, run: accept },
        rejection(bench, question, deciding, deskWords.notTranslation),
      ]
    : [
        { key: 'a', label: deskWords.keepSecond, run: accept },
        { key: 's', label: deskWords.keepFirst, run: turned },
        rejection(bench, question, deciding, deskWords.notSame),
      ];
  const heading = element('h2', { tabindex: '-1' }, foreign(titleOf(question)));
  const roles: [string, string] = isTranslation
    ? [deskWords.wouldBe, deskWords.original]
    : [deskWords.goes, deskWords.stays];
  return {
    heading,
    actions,
    element: element(
      'div',
      {},
      heading,
      actionBar(actions),
      element('h3', {}, deskWords.why),
      listed(evidence),
      pairTable(home, [from, into], roles),
    ),
  };
}

/** Says that two have become one, and lets that be taken back. */
export const tellMerge = (bench: Bench, from: string, into: string): void =>
  void bench.notices.tell(filled(deskWords.merged, into), () => takeMergeBack(bench, from, from));

const rejection = (bench: Bench, question: Question, deciding: Deciding, label: string): Action =>
  rejectAction(bench, {
    label,
    title: titleOf(question),
    take: () => deciding.take(question),
    async send() {
      await bench.session.askToTheEnd(DecideDocument, { id: question.id, decision: 'REJECT' });
      return question.id;
    },
  });
