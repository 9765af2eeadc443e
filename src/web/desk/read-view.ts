import { ApiError } from '../../client/api-error.ts';
import {
  DecideDocument,
  IngestPageDocument,
  type DecideMutationVariables,
  type IngestPageMutation,
  type IngestPageMutationVariables,
} from '../../client/operations.generated.ts';
import { deskWords, filled } from '../../shown/desk-words.ts';
import { actionBar } from './action-bar.ts';
import type { Bench, View } from './bench.ts';
import type { Draft, Known, Sheet } from './draft.ts';
import { element } from './element.ts';
import { base64Of, largestFile } from './files.ts';
import { giveForm, type GivenPage } from './give-form.ts';
import { createList } from './list.ts';
import { createPane, type Opened } from './pane.ts';
import { rejectAction } from './reject-action.ts';
import { idsIn, sheetView } from './sheet.ts';
import type { Action } from './shortcuts.ts';
import { readSource, takeSourceBack } from './take-back.ts';

/** A page that was given, and what was read off it: nothing yet, a draft, or why there is none. */
interface Read {
  given: GivenPage;
  asked?: IngestPageMutationVariables;
  page?: IngestPageMutation['ingestPage'];
  skipped?: string;
}

/** Reads pages that are given, and shows each before anything of it is written. */
export function createReadView(bench: Bench): View & { give(pages: GivenPage[]): void } {
  const { session, notices, words } = bench;
  const pane = createPane(bench, deskWords.chooseRead);
  const list = createList<Read>(
    deskWords.readList,
    ({ given, page, skipped }) => ({
      title: (page?.draft as Draft | null)?.title ?? given.name,
      sort: page || skipped ? deskWords.draft : '…',
      note: skipped ? filled(deskWords.skipped, skipped) : page ? given.name : filled(deskWords.reading, ''),
    }),
    (read) => pane.show(read?.page && (() => openRead(read))),
  );
  let reading = Promise.resolve();

  function give(pages: GivenPage[]): void {
    const reads = pages.map((given): Read => ({ given }));
    list.add(reads);
    // One after another: the server reads a few at once, and others wait for it too.
    for (const read of reads) reading = reading.then(() => bench.beside(() => readOne(read)));
  }
  async function readOne(read: Read): Promise<void> {
    notices.tell(filled(deskWords.reading, read.given.name));
    try {
      read.asked = await questionOf(read.given);
      const { ingestPage } = await patiently(() => session.ask(IngestPageDocument, { ...read.asked, write: false }));
      if (ingestPage.draft) read.page = ingestPage;
      else read.skipped = ingestPage.skipped ?? '';
    } catch (error) {
      read.skipped = (error as Error).message.replace(/\.$/, '');
      if (!(error instanceof ApiError || error instanceof RangeError)) throw error;
    } finally {
      list.renew(read);
    }
    notices.tell(filled(read.page ? deskWords.wasRead : deskWords.skipped, read.skipped ?? read.given.name));
    if (read.page && !list.current()?.page) list.open(read);
  }

  async function openRead(read: Read): Promise<Opened> {
    const { page, asked } = read;
    const { known, ...draft } = page!.draft as Draft & { known?: Known };
    const sheet: Sheet = { draft, known, waits: page!.waits, without: [], words: page!.page ?? undefined };
    const { title } = draft;
    const file = async (ask: boolean) => {
      const { ingestPage } = await session.ask(IngestPageDocument, { ...asked, write: true, ask });
      return ingestPage;
    };
    /** Asks about it first, so that the answer stands in the history as any other, and is remembered. */
    const decide = async (choice: Omit<DecideMutationVariables, 'id'>) => {
      const { id, skipped } = await file(true);
      if (!id) throw new Error(filled(deskWords.skipped, skipped ?? ''));
      if (id.startsWith('publication/')) throw new Error(filled(deskWords.outcome.withdrawn, id));
      const { decide } = await session.ask(DecideDocument, { id, ...choice });
      return decide.review;
    };
    const accept = () =>
      void bench.attempt(async () => {
        const { intoId } = await decide({ decision: 'ACCEPT', ...view.choice() });
        list.remove(read);
        notices.tell(filled(deskWords.accepted, title), () => takeSourceBack(bench, intoId!, sourceOf(draft), title));
      });
    const reject = rejectAction(bench, {
      label: deskWords.reject,
      title,
      take() {
        const place = list.remove(read);
        return () => {
          list.add([read], Math.min(place, list.items().length));
          list.open(read);
        };
      },
      async send() {
        return (await decide({ decision: 'REJECT' })).id;
      },
    });
    const keep = () =>
      void bench.attempt(async () => {
        const { filed, id, question, skipped } = await file(false);
        if (!filed) throw new Error(filled(deskWords.skipped, skipped ?? ''));
        const waiting = question ?? (filed === 'REVIEW' ? id : null);
        if (waiting && page!.page) words.set(waiting, page!.page);
        list.remove(read);
        const text = { GRAPH: question ? deskWords.filedPartly : deskWords.filedGraph, REVIEW: deskWords.filedReview, UNCHANGED: deskWords.filedUnchanged }[filed]; // prettier-ignore
        notices.tell(filled(text, title), filed === 'GRAPH' ? () => takeSourceBack(bench, id!, sourceOf(draft), title) : undefined); // prettier-ignore
      });
    const actions: Action[] = [
      { key: 'a', label: deskWords.accept, run: accept },
      { key: 'f', label: deskWords.file, run: keep },
      reject,
    ];
    const view = sheetView(bench, sheet, await bench.labels(idsIn(sheet)), actionBar(actions));
    return { ...view, actions };
  }

  const form = giveForm(give);
  return {
    name: deskWords.read,
    give,
    element: element(
      'section',
      { class: 'with-list', 'aria-label': deskWords.read },
      element('div', { class: 'list-pane' }, element('p', { class: 'hint' }, deskWords.giveLead), form, list.element),
      pane.element,
    ),
    open() {
      bench.shortcuts.set('list', [
        { key: 'j', label: deskWords.next, run: () => list.move(1) },
        { key: 'k', label: deskWords.previous, run: () => list.move(-1) },
      ]);
      const current = list.current();
      if (current) list.open(current);
    },
  };
}

/** What the API is asked to read. */
async function questionOf({ url, html, text, file, name }: GivenPage): Promise<IngestPageMutationVariables> {
  if (!file) return { url, html, text };
  if (file.size > largestFile) throw new RangeError(deskWords.tooLarge);
  return { url, file: await base64Of(file), name };
}

/** Asks again, a few times, where too many pages are being read. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let times = 0; ; times++)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'BUSY' && times < 5)) throw error;
      await new Promise((later) => setTimeout(later, (error.retryAfter ?? 1) * 1_000));
    }
}

const sourceOf = ({ urls, file }: Draft): string => readSource({ url: urls[0], file });
