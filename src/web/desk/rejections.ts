/** Rejections: each waits a little, so that a slip of a finger leaves no trace in the history. */
export interface Rejections {
  /** Takes one in; the one before is sent now. Gives what takes it back: false where it is sent already. */
  hold(send: () => Promise<void>): () => boolean;
  /** Sends what is held; done when all is sent. */
  flush(): Promise<void>;
  /** For how long one is held from now on, in seconds. */
  wait(seconds: number): void;
}

export function holdRejections(usual: number): Rejections {
  let seconds = usual;
  let held: (() => Promise<void>) | null = null;
  let sent = Promise.resolve();
  let timer = 0;
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    const sending = held?.();
    held = null;
    if (sending) sent = sent.then(() => sending);
    return sent;
  };
  return {
    hold(send) {
      void flush();
      held = send;
      timer = window.setTimeout(() => void flush(), seconds * 1_000);
      return () => {
        if (held !== send) return false;
        clearTimeout(timer);
        held = null;
        return true;
      };
    },
    flush,
    wait(next) {
      seconds = next;
    },
  };
}
