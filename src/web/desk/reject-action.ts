import { deskWords, filled } from '../../shown/desk-words.ts';
import type { Bench } from './bench.ts';
import { isRefusal } from './session.ts';
import type { Action } from './shortcuts.ts';
import { takeRejectionBack } from './take-back.ts';

/** What is rejected, and how. */
export interface Rejecting {
  label: string;
  title: string;
  /** Takes it off the desk; gives what puts it back. */
  take(): () => void;
  /** Gives the id of the question. */
  send(): Promise<string>;
}

/** A rejection is held for some seconds, in which it can be taken back without a trace; after that it is reopened. */
export function rejectAction(bench: Bench, { label, title, take, send }: Rejecting): Action {
  const { notices, rejections } = bench;
  const run = (): void => {
    const putBack = take();
    let isLast = () => false;
    const release = rejections.hold(async () => {
      try {
        const id = await send();
        // Else something newer can be taken back.
        if (isLast())
          notices.tell(filled(deskWords.rejected, title), () => takeRejectionBack(bench, id, title, putBack));
      } catch (error) {
        putBack();
        if (!isRefusal(error)) notices.warn((error as Error).message);
      }
    });
    isLast = notices.tell(filled(deskWords.held, title), () => {
      if (!release()) return;
      putBack();
      notices.tell(filled(deskWords.back, title));
    });
  };
  return { key: 'r', label, run };
}
