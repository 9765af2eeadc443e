import { answerByItself, askAboutPage, entityOf, placeAs, questionId, type WaitingPage } from './graph/drafts.ts';
import { findKnown, type Known } from './graph/known.ts';
import { keyOf, placedRecord } from './graph/page-record.ts';
import { readProposal, type Proposal } from './graph/proposals.ts';
import type { Act } from './graph/revision.ts';
import { saveRecords } from './graph/save.ts';
import type { GraphStore } from './graph/store.ts';
import { doubtsOf } from './ingest/doubts.ts';
import type { Draft } from './ingest/draft.ts';
import { recordOfDraft } from './ingest/record-of-draft.ts';
import type { Publication } from './model.ts';

/** What became of a draft. */
export interface Filed extends Draft {
  known?: Known;
  /** Names and values of the draft that no record can hold. */
  leftOut?: { field: string; value: unknown; reason: string }[];
  /** Only where it was to be written: into the graph, into the review queue, or nowhere, as nothing is new. */
  filed?: 'graph' | 'review' | 'unchanged';
  /** The publication, or the question in the review queue. */
  id?: string;
  /** Where a part of it went in: the question about the rest. */
  question?: string;
  /** Why it waits, or what of it. */
  waits?: string[];
  /** Where nothing can be made of it. */
  skipped?: { reason: string };
}

export interface FilingOptions {
  write: boolean;
  /** Into the review queue, however sure it is: somebody wants to look at it first. */
  ask?: boolean;
  act: Act;
  /** When the pages were read, an ISO date. */
  retrieved?: string;
}

/**
 * Says what the catalogue knows of a page, and with `write` takes it in: into the graph where its title, date and
 * publisher are sure and the work is new or known for sure, without the links that are not sure; those, or the whole
 * page, go as one question into the review queue. A page that was filed before and says the same changes nothing; one
 * that a curator has rejected stays as it is, and a single link they have stays out.
 */
export async function fileDraft(store: GraphStore, draft: Draft, options: FilingOptions): Promise<Filed> {
  const made = recordOfDraft(draft, options.retrieved);
  if ('reason' in made) return { ...draft, skipped: made };
  const { record, leftOut } = made;
  const versions = draft.translations.map(({ url }) => url);
  const question = await readProposal(store, questionId(record));
  const known = await knownBy(store, question, record, versions);
  const told = { ...draft, known, ...(leftOut.length > 0 && { leftOut }) };
  if (!options.write) return told;
  if (question?.status === 'rejected') return { ...told, filed: 'unchanged', id: question.id };
  if (known.outcome === 'withdrawn') return { ...told, filed: 'unchanged', id: known.id };
  const page = { draft, record, versions, known };
  if (options.ask) return { ...told, ...(await ask(store, page, ['somebody wants to look at it'])) };
  return { ...told, ...(await take(store, page, question, options.act)) };
}

/** A page that a curator has decided about is what they said. */
async function knownBy(store: GraphStore, question: Proposal | null, record: Publication, versions: string[]) {
  const by = question && `${question.status} by ${question.decidedBy} on ${question.decided}`;
  const known = await findKnown(store.read, record, versions);
  if (question?.status === 'rejected') return { ...known, because: [...known.because, by!] };
  if (question?.status !== 'accepted' || known.outcome === 'same') return known;
  const entity = await entityOf(store.read, question.into);
  return entity ? ({ outcome: 'same', id: entity.id, because: [by!] } satisfies Known) : known;
}

async function take(
  store: GraphStore,
  page: WaitingPage & { draft: Draft },
  question: Proposal | null,
  act: Act,
): Promise<Pick<Filed, 'filed' | 'id' | 'question' | 'waits'>> {
  const { draft, known, ...read } = page;
  const isSure = known.outcome === 'new' || known.outcome === 'same';
  const placing = isSure ? await placeAs(store.read, read.record, known) : { id: read.record.id };
  const placed = (without: string[]) =>
    placedRecord(read.record, { ...placing, without: [...(question?.without ?? []), ...without] });
  const whole = placed([]);
  const { standing } = placing;
  const doubts = doubtsOf(draft, whole, standing);
  const waits = [...(isSure ? [] : [mayBe(known)]), ...doubts.page, ...doubts.links.map(({ doubt }) => doubt)];
  if (!isSure || doubts.page.length > 0) return ask(store, page, waits);

  const sure = placed(doubts.links.map(({ link }) => keyOf(link)));
  const filed = sure === standing ? 'unchanged' : 'graph';
  if (sure !== standing) await saveRecords(store, act, [sure]);
  const id = known.id ?? sure.id;
  if (waits.length === 0) {
    if (question?.status === 'open') await answerByItself(store, act, question.id, id);
    return { filed, id };
  }
  // It is known from now on, and will be when it is read again.
  const asked = await ask(store, { ...page, known: await findKnown(store.read, read.record, read.versions) }, waits);
  return filed === 'graph' || asked.filed === 'unchanged' ? { filed, id, question: asked.id, waits } : asked;
}

async function ask(store: GraphStore, page: WaitingPage, waits: string[]) {
  const id = questionId(page.record);
  const isNew = await askAboutPage(store, id, page, waits);
  return { filed: isNew ? ('review' as const) : ('unchanged' as const), id, waits };
}

function mayBe({ outcome, id, because }: Known): string {
  const article = outcome === 'edition' ? 'another' : 'a';
  const what = outcome === 'unsure' ? (id ?? 'one of several') : `${article} ${outcome} of ${id}`;
  return `may be ${what}: ${because.join('; ')}`;
}
