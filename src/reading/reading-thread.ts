// oxlint-disable unicorn/require-post-message-target-origin -- threads have none
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { NamedEntity } from '../ingest/names/names.ts';
import type { Answer, FromThread, Question } from './page-worker.ts';

/** A thread that reads one page at a time, and is replaced when a page was too much for it. */
export interface ReadingThread {
  /** The answer, or within the budget why there is none. Not to be called again before. */
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Memory of a thread, in MiB: names of a large catalogue, and a page beside them. */
const resourceLimits = { maxOldGenerationSizeMb: 768 };

const closedAnswer = { reason: 'the reader of pages was closed' };

/** Opens a thread that knows these names; it starts with the first question. `budget` in milliseconds, from when it begins to read. */
export function openReadingThread(entities: readonly NamedEntity[], budget: number): ReadingThread {
  let current: Worker | null = null;
  let started: Promise<Worker> | null = null;
  let closed = false;

  function start(): Promise<Worker> {
    const worker = newWorker({ workerData: { entities }, resourceLimits, stdout: true, stderr: true });
    current = worker;
    worker.on('error', () => {}); // what it dies of is told by whoever waits for it; nobody may
    worker.unref(); // a reader that nobody closes keeps no process from its end
    started = new Promise<Worker>((ready, failed) => {
      worker.once('message', () => ready(worker)).once('error', failed);
      worker.once('exit', () => {
        forget(worker);
        failed(new Error('The thread that reads pages ended before it began.'));
      });
    });
    started.catch(() => {}); // told to whoever asks next
    return started;
  }
  const forget = (worker: Worker) => {
    if (worker === current) current = started = null;
  };

  /** In place of one that hangs, at once: the next page need not wait for it. */
  function replace(worker: Worker) {
    forget(worker);
    void worker.terminate(); // its end is not waited for: a page's time is up
    if (!closed) void start();
  }

  return {
    async ask(question) {
      if (closed) return closedAnswer;
      const starting = started ?? start();
      current?.ref();
      const worker = await starting.catch((error: unknown) => {
        if (closed) return null;
        throw error;
      });
      if (!worker) return closedAnswer;
      return new Promise((answered) => {
        let timer: NodeJS.Timeout | undefined;
        const end = (answer: Answer) => {
          clearTimeout(timer);
          worker.off('message', told).off('error', died).off('exit', ended).unref();
          answered(answer);
        };
        const told = (message: FromThread) => {
          if (message !== 'begun') return end(message);
          timer = setTimeout(() => {
            replace(worker);
            end({ reason: `reading it takes longer than ${budget / 1000} s` });
          }, budget);
        };
        const died = ({ code, message }: Error & { code?: string }) => {
          replace(worker);
          const isMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
          end({
            reason: isMemory
              ? `reading it takes more than ${resourceLimits.maxOldGenerationSizeMb} MB of memory`
              : `it cannot be read (${message})`,
          });
        };
        const ended = () => end(closedAnswer);
        worker.on('message', told).once('error', died).once('exit', ended);
        worker.postMessage(question);
      });
    },
    async close() {
      closed = true;
      await current?.terminate();
    },
  };
}

/** The compiled thread; or this source, for which Node 20 needs to be told of tsx within the thread. */
function newWorker(options: WorkerOptions): Worker {
  const isCompiled = import.meta.url.endsWith('.js');
  const file = new URL(isCompiled ? './page-worker.js' : './page-worker.ts', import.meta.url);
  if (isCompiled) return new Worker(file, options);
  const underTsx = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}'); });`;
  return new Worker(underTsx, { ...options, eval: true, execArgv: [] });
}
