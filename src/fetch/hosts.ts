/** How many hosts are worked on, and how far the source is read ahead. */
export interface HostsOptions {
  /** Hosts that are worked on at once. Default: 8. */
  hosts?: number;
  /** Most items that wait for their host to be free. Default: 1000. */
  readAhead?: number;
  /** Ends the run: the generator throws its reason. The work itself has to heed it too. */
  signal?: AbortSignal;
}

/**
 * Does work on each item, several hosts at once and one item per host at a time. Results come as they are ready. No more
 * than `readAhead` items are held, and nothing new begins while nobody takes the results. Throws what the source or the
 * work throws.
 */
export async function* workByHost<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  hostOf: (item: Item) => string,
  work: (item: Item) => Promise<Result>,
  { hosts = 8, readAhead = 1000, signal }: HostsOptions = {},
): AsyncGenerator<Result> {
  const source = (async function* () {
    yield* items;
  })();
  const waiting = new Map<string, Item[]>();
  const busy = new Set<string>();
  const finished: Result[] = [];
  let held = 0;
  let reading = false;
  let exhausted = false;
  let failed: { error: unknown } | undefined;
  let wake = () => {};
  const fail = (error: unknown) => {
    failed ??= { error };
  };

  const readOne = async () => {
    reading = true;
    const { done, value } = await source.next();
    reading = false;
    if (done) exhausted = true;
    else {
      const host = hostOf(value);
      const queue = waiting.get(host) ?? [];
      queue.push(value);
      waiting.set(host, queue);
      held++;
    }
  };
  const workOn = async (host: string) => {
    const queue = waiting.get(host)!;
    const item = queue.shift()!;
    if (queue.length === 0) waiting.delete(host);
    held--;
    busy.add(host);
    finished.push(await work(item));
    busy.delete(host);
  };
  const inBackground = (task: Promise<void>) => void task.catch(fail).finally(() => wake());
  const abort = () => {
    fail(signal?.reason);
    wake();
  };

  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      if (failed) throw failed.error;
      if (!reading && !exhausted && held < readAhead) inBackground(readOne());
      for (const host of waiting.keys()) if (busy.size < hosts && !busy.has(host)) inBackground(workOn(host));
      if (finished.length > 0) yield finished.shift()!;
      else if (exhausted && held === 0 && busy.size === 0) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    // A source that is waiting for its next item cannot be closed before it has it.
    const closed = source.return(undefined);
    if (reading) closed.catch(fail);
    else await closed;
  }
}
