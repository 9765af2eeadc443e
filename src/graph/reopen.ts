import { proposalOf, type Proposal } from './proposals.ts';
import { Refusal } from './refusal.ts';
import { accept, type Act } from './revision.ts';
import type { GraphStore } from './store.ts';

/**
 * Takes a rejection back: the question is asked again, and keeps who had said no, who asks again, and why. A page that was
 * rejected waits as an empty question until it is read again, as nothing that was read off it has been kept. One that is
 * open stays as it is. Throws a `Refusal` for one that was accepted.
 */
export const reopen = (store: GraphStore, act: Act, id: string): Promise<Proposal> =>
  accept(store, act, async ({ run }) => {
    const { page: _, ...proposal } = await proposalOf({ read: run }, id);
    const { status, decidedBy, decided, kind, from, into } = proposal;
    if (status === 'open') return proposal;
    if (status === 'accepted')
      throw new Refusal(
        `${id} was accepted by ${decidedBy} on ${decided}; take back what was done then: ` +
          { duplicate: `undo ${from}`, translation: `withdraw ${from} --reason … --source "review ${id}"`, draft: `withdraw ${into} --reason …` }[kind], // prettier-ignore
      );
    const reopened = act.time ?? new Date().toISOString();
    const said = {
      decidedBy: decidedBy!,
      decided: decided!,
      reopenedBy: act.author,
      reopened,
      reason: act.reason ?? null,
    };
    const past = [...proposal.past, said];
    await run(
      `MATCH (p:Proposal {id: $id}) SET p.status = 'open', p.decidedBy = null, p.decided = null, p.past = $past`,
      { id, past: past.map((one) => JSON.stringify(one)) },
    );
    return { ...proposal, status: 'open', decidedBy: null, decided: null, past };
  });
