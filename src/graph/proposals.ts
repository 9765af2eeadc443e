import type { Publication } from '../model.ts';
import { acceptPage, type AskedPage, type Choice, type WaitingPage } from './drafts.ts';
import { readEntities } from './entities.ts';
import { viewOf } from './entity.ts';
import { Refusal } from './refusal.ts';
import { merge } from './retire.ts';
import { saveRecords } from './save.ts';
import { accept, type Act } from './revision.ts';
import type { GraphStore } from './store.ts';

/**
 * A question for a curator: are these two publications one, or one a translation of the other? Or, of a `draft`: shall
 * this page go into the catalogue as it was read?
 */
export interface Proposal {
  id: string;
  kind: 'duplicate' | 'translation' | 'draft';
  /**
   * The entity that would go, or be called a translation; and the one that would stay, or be the original. Of a draft:
   * the address or file of the page, and the publication it is of, or may be of, or has become; empty for none.
   */
  from: string;
  into: string;
  /** What speaks for it, in a few words each: `same DOI 10.1000/182`. Of a draft: why it waits. */
  evidence: string[];
  status: 'open' | 'accepted' | 'rejected';
  /** Who decided, and when (ISO). */
  decidedBy: string | null;
  decided: string | null;
  /** Of a draft that is open, what the page is; null once it is decided: what was read off a page is not kept. */
  about: AskedPage | null;
  /** What of a page a curator has found wrong. */
  without: string[];
  /** Rejections that were taken back, the first one first. */
  past: TakenBack[];
}

/** A rejection that was taken back: who had said no, and who has asked again, when (ISO) and why. */
export interface TakenBack {
  decidedBy: string;
  decided: string;
  reopenedBy: string;
  reopened: string;
  reason: string | null;
}

/** What a row of a query has to have to become a proposal, of a node `p`. */
const proposalColumns = `p.id AS id, p.kind AS kind, p.from AS from, p.into AS into, p.evidence AS evidence, p.status AS status,
   p.decidedBy AS decidedBy, p.decided AS decided, p.about AS about, p.without AS without, p.past AS past`;

interface ProposalRow extends Omit<Proposal, 'about' | 'without' | 'past'> {
  about: string | null;
  without: string[] | null;
  past: string[] | null;
}

const fromRow = ({ about, without, past, ...row }: ProposalRow): Proposal => ({
  ...row,
  about: about === null ? null : (JSON.parse(about) as AskedPage),
  without: without ?? [],
  past: (past ?? []).map((text) => JSON.parse(text) as TakenBack),
});

/** What is asked of a pair. */
export type Pair = Pick<Proposal, 'id' | 'kind' | 'from' | 'into' | 'evidence'>;

/** Puts proposals into the queue; one that was decided before, either way, is not asked again. Gives how many are new. */
export async function propose(store: GraphStore, proposals: readonly Pair[]): Promise<number> {
  const known = await store.read<{ id: string }>(`MATCH (p:Proposal) WHERE p.id IN $ids RETURN p.id AS id`, {
    ids: proposals.map(({ id }) => id),
  });
  const ids = new Set(known.map(({ id }) => id));
  const rows = proposals.filter(({ id }) => !ids.has(id)).map((proposal) => ({ ...proposal }));
  if (rows.length > 0)
    await accept(store, { author: 'review' }, ({ run }) =>
      run(
        `UNWIND $rows AS row MERGE (p:Proposal {id: row.id})
         ON CREATE SET p.kind = row.kind, p.from = row.from, p.into = row.into, p.evidence = row.evidence,
                       p.status = 'open'`,
        { rows },
      ),
    );
  return rows.length;
}

/** One question, whatever became of it, with all that was read off a page that waits; null where there is none. */
export async function readProposal(
  store: Pick<GraphStore, 'read'>,
  id: string,
): Promise<(Proposal & { page: WaitingPage | null }) | null> {
  const [row] = await store.read<ProposalRow & { page: string | null }>(
    `MATCH (p:Proposal {id: $id}) RETURN ${proposalColumns}, p.page AS page`,
    { id },
  );
  if (!row) return null;
  const { page, ...rest } = row;
  return { ...fromRow(rest), page: page === null ? null : (JSON.parse(page) as WaitingPage) };
}

/** The same; throws a `Refusal` where there is none. */
export async function proposalOf(
  store: Pick<GraphStore, 'read'>,
  id: string,
): Promise<Proposal & { page: WaitingPage | null }> {
  const found = await readProposal(store, id);
  if (!found) throw new Refusal(`${id} is not in the review queue; look at: review list`);
  return found;
}

/** The proposals of a status, by id; those whose entities have gone meanwhile are left out of the open ones. */
export async function readProposals(store: GraphStore, status: Proposal['status'] = 'open'): Promise<Proposal[]> {
  const rows = await store.read<ProposalRow>(
    `MATCH (p:Proposal) WHERE p.status = $status RETURN ${proposalColumns} ORDER BY id`,
    { status },
  );
  const proposals = rows.map(fromRow);
  if (status !== 'open') return proposals;
  const pairs = proposals.filter(({ kind }) => kind !== 'draft');
  const there = await readEntities(store.read, new Set(pairs.flatMap(({ from, into }) => [from, into])));
  return proposals.filter(({ kind, from, into }) => kind === 'draft' || (there.has(from) && there.has(into)));
}

/**
 * Decides a proposal: accepted, the duplicate is merged, the translation is said in a record of the review's
 * own, or the record of the page goes in as `choice` says; rejected, it is remembered and not proposed again, until it is
 * reopened. Throws a `Refusal` for one that was decided otherwise.
 */
export async function decide(
  store: GraphStore,
  act: Act,
  id: string,
  decision: 'accepted' | 'rejected',
  choice: Choice = {},
): Promise<Proposal> {
  const { page, ...proposal } = await proposalOf(store, id);
  if (proposal.status === decision) return proposal;
  if (proposal.status !== 'open')
    throw new Refusal(
      `${id} was ${proposal.status} by ${proposal.decidedBy} on ${proposal.decided}.` +
        (proposal.status === 'rejected' ? ` Take that back first: review reopen ${id}` : ''),
    );
  if (decision === 'accepted' && proposal.kind === 'draft' && !page)
    throw new Refusal(
      `Nothing is kept of a page that was rejected; read it again first: ingest ${proposal.from} --write`,
    );
  const why = proposal.kind === 'draft' ? act : { ...act, reason: act.reason ?? proposal.evidence.join('; ') };
  // The work first: cut off in between, the proposal is still open, and accepting it again changes nothing more.
  const isAccepted = decision === 'accepted';
  if (isAccepted && proposal.kind === 'duplicate') await merge(store, why, proposal.from, proposal.into);
  if (isAccepted && proposal.kind === 'translation') await sayTranslation(store, why, proposal);
  const without = [...new Set([...proposal.without, ...(choice.without ?? [])])];
  const into = isAccepted && page ? await acceptPage(store, why, page, choice, without) : proposal.into;
  const decided = { status: decision, decidedBy: act.author, decided: act.time ?? new Date().toISOString(), into };
  await accept(store, act, async ({ run }) => {
    const now = await readProposal({ read: run }, id);
    // What was accepted meanwhile is done; what was rejected meanwhile and is done now was accepted after all.
    if (now!.status === 'accepted' && !isAccepted)
      throw new Refusal(`${id} was accepted by ${now!.decidedBy} on ${now!.decided}.`);
    await run(
      `MATCH (p:Proposal {id: $id})
       SET p.status = $status, p.decidedBy = $decidedBy, p.decided = $decided, p.into = $into`,
      { id, ...decided },
    );
    // What was read off a page is kept no longer than the question is open.
    if (page)
      await run(`MATCH (p:Proposal {id: $id}) SET p.page = null, p.about = null, p.without = $without`, {
        id,
        without,
      });
  });
  return { ...proposal, ...decided, about: null, without };
}

/** A record beside the publication's own, which says no more than whose translation it is. */
async function sayTranslation(store: GraphStore, act: Act, { id: proposal, from, into }: Proposal): Promise<void> {
  const entity = (await readEntities(store.read, [from])).get(from);
  if (!entity) throw new Refusal(`${from} is not in the graph any more.`);
  const { kind, title, language } = viewOf(from, entity.records) as Publication;
  // A source for each question, so that one answer does not take the place of another.
  const source = { file: `review ${proposal}`, verified: false };
  const record: Publication = { kind, id: from, title, language, translationOf: into, source };
  const { refused } = await saveRecords(store, act, [JSON.parse(JSON.stringify(record)) as Publication]);
  if (refused.length > 0) throw new Refusal(`${from} was withdrawn: ${refused[0]!.reason}`);
}
