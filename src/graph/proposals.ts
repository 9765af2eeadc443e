import type { Publication } from '../model.ts';
import { readEntities } from './entities.ts';
import { viewOf } from './entity.ts';
import { Refusal } from './refusal.ts';
import { merge } from './retire.ts';
import { saveRecords } from './save.ts';
import { accept, type Act } from './revision.ts';
import type { GraphStore } from './store.ts';

/** A question for a curator: are these two publications one, or one a translation of the other? */
export interface Proposal {
  id: string;
  kind: 'duplicate' | 'translation';
  /** The entity that would go, or be called a translation; and the one that would stay, or be the original. */
  from: string;
  into: string;
  /** What speaks for it, in a few words each: `same DOI 10.1000/182`. */
  evidence: string[];
  status: 'open' | 'accepted' | 'rejected';
  /** Who decided, and when (ISO). */
  decidedBy: string | null;
  decided: string | null;
}

const columns = `p.id AS id, p.kind AS kind, p.from AS from, p.into AS into, p.evidence AS evidence, p.status AS status,
   p.decidedBy AS decidedBy, p.decided AS decided`;

/** Puts proposals into the queue; one that was decided before, either way, is not asked again. Gives how many are new. */
export async function propose(
  store: GraphStore,
  proposals: readonly Pick<Proposal, 'id' | 'kind' | 'from' | 'into' | 'evidence'>[],
): Promise<number> {
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

/** The proposals of a status, by id; those whose entities have gone meanwhile are left out of the open ones. */
export async function readProposals(store: GraphStore, status: Proposal['status'] = 'open'): Promise<Proposal[]> {
  const proposals = await store.read<Proposal>(
    `MATCH (p:Proposal) WHERE p.status = $status RETURN ${columns} ORDER BY id`,
    { status },
  );
  if (status !== 'open') return proposals;
  const there = await readEntities(store.read, new Set(proposals.flatMap(({ from, into }) => [from, into])));
  return proposals.filter(({ from, into }) => there.has(from) && there.has(into));
}

/**
 * Decides a proposal for good: accepted, the duplicate is merged, or the translation is said in a record of the
 * review's own; rejected, it is remembered and not proposed again. Throws a `Refusal` for one that was decided otherwise.
 */
export async function decide(
  store: GraphStore,
  act: Act,
  id: string,
  decision: 'accepted' | 'rejected',
): Promise<Proposal> {
  const [proposal] = await store.read<Proposal>(`MATCH (p:Proposal {id: $id}) RETURN ${columns}`, { id });
  if (!proposal) throw new Refusal(`${id} is not in the review queue; look at: review list`);
  if (proposal.status === decision) return proposal;
  if (proposal.status !== 'open')
    throw new Refusal(`${id} was ${proposal.status} by ${proposal.decidedBy} on ${proposal.decided}.`);
  const why = { ...act, reason: act.reason ?? proposal.evidence.join('; ') };
  // The work first: cut off in between, the proposal is still open, and accepting it again changes nothing more.
  if (decision === 'accepted' && proposal.kind === 'duplicate') await merge(store, why, proposal.from, proposal.into);
  if (decision === 'accepted' && proposal.kind === 'translation') await sayTranslation(store, why, proposal);
  const decided = { status: decision, decidedBy: act.author, decided: act.time ?? new Date().toISOString() };
  await accept(store, act, async ({ run }) => {
    const [now] = await run<Proposal>(`MATCH (p:Proposal {id: $id}) RETURN ${columns}`, { id });
    // What was accepted meanwhile is done; what was rejected meanwhile and is done now was accepted after all.
    if (now!.status === 'accepted' && decision === 'rejected')
      throw new Refusal(`${id} was accepted by ${now!.decidedBy} on ${now!.decided}.`);
    await run(`MATCH (p:Proposal {id: $id}) SET p.status = $status, p.decidedBy = $decidedBy, p.decided = $decided`, {
      id,
      ...decided,
    });
  });
  return { ...proposal, ...decided };
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
