// oxlint-disable unicorn/require-post-message-target-origin -- threads have none
import { parentPort, workerData } from 'node:worker_threads';
import { draftOfPage, type Draft, type Skipped } from '../ingest/draft.ts';
import { createNames, type NamedEntity } from '../ingest/names/names.ts';
import type { PageText } from '../ingest/page/read-page.ts';
import { drafted, type Drafted } from './drafted.ts';
import { prepareFor, readBytes, type PageSource, type Unread } from './read-bytes.ts';

/** What the thread is asked: the page itself, a draft of it, or the draft with the words it was made of. */
export interface Question {
  want: 'page' | 'draft' | 'both';
  bytes: Uint8Array;
  source: PageSource;
}
export type Answer = PageText | Draft | Drafted | Skipped | Unread;
/** `begun` when all that is needed is loaded: from then on it is the page that takes time. */
export type FromThread = 'begun' | Answer;

/** The thread in which pages are read: it may be ended at any time. It answers each question in turn. */
const { entities } = workerData as { entities: NamedEntity[] };
const names = createNames(entities);

async function answer({ want, bytes, source }: Question): Promise<Answer> {
  try {
    await prepareFor(bytes, source);
    parentPort!.postMessage('begun');
    const page = await readBytes(bytes, source);
    if (want === 'page' || 'reason' in page) return page;
    const draft = draftOfPage(page, names, source.file);
    return want === 'draft' || 'skipped' in draft ? draft : drafted(draft, page);
  } catch (error) {
    return { reason: `it cannot be read (${(error as Error).message.slice(0, 200)})` };
  }
}

parentPort!.on('message', (question: Question) => {
  void answer(question).then((answered) => parentPort!.postMessage(answered));
});
parentPort!.postMessage('ready');
