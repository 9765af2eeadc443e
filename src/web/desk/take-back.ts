import { ComparedDocument, ReopenDocument, UndoDocument, WithdrawDocument } from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import type { Bench } from './bench.ts';

/** Takes a merge back: the id that went stands for itself again. */
export const takeMergeBack = (bench: Bench, from: string, label: string): void =>
  takeBack(bench, label, async () => {
    await bench.session.ask(UndoDocument, { id: from });
  });

/**
 * Takes back what was accepted: what this source says of it; or all of it, where nobody else says anything. The
 * question stays decided.
 */
export const takeSourceBack = (bench: Bench, id: string, source: string, label: string): void =>
  takeBack(bench, label, async () => {
    const { nodes } = await bench.session.ask(ComparedDocument, { ids: [id] });
    const isAlone = nodes[0]?.sources.length === 1;
    const reason = deskWords.takenBackReason;
    await bench.session.ask(WithdrawDocument, { id, reason, ...(!isAlone && { source }) });
  });

/** Takes a rejection back: the question is asked again, and `putBack` puts it on the desk. */
export const takeRejectionBack = (bench: Bench, id: string, label: string, putBack: () => void): void =>
  takeBack(bench, label, async () => {
    await bench.session.ask(ReopenDocument, { id });
    putBack();
  });

function takeBack({ attempt, notices }: Bench, label: string, work: () => Promise<void>): void {
  void attempt(async () => {
    await work();
    notices.tell(filled(deskWords.back, label));
  });
}

/** What the source of a record is called that was read off a page. */
export const readSource = ({ url, file }: { url?: string; file?: string }): string => `${url ?? file} read by ingest`;

/** What the source of a record is called that says whose translation a publication is. */
export const reviewSource = (review: string): string => `review ${review}`;
