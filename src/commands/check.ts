import type { Say } from '../channel/request.ts';
import { checkLinks, type CheckLinksOptions } from '../fetch/check-links.ts';
import { publicationAddresses, saveChecks, type AddressCheck } from '../graph/addresses.ts';
import { checkGraph } from '../graph/check.ts';
import { Refusal } from '../graph/refusal.ts';
import { readRevision } from '../graph/revision.ts';
import type { GraphStore } from '../graph/store.ts';
import { actOf, type Authored, type Command } from './command.ts';

/** Prints what in the graph is not as it was accepted. Ends 1 when there is anything. */
export const checkCommand: Command<object> = async ({ store }, _, say) => {
  let faults = 0;
  const before = await readRevision(store);
  for await (const fault of checkGraph(store)) {
    faults++;
    await say.out(JSON.stringify(fault));
  }
  if (faults > 0 && (await readRevision(store)) !== before)
    throw new Refusal('The graph was written to while it was looked at, so these may be none. Run it again.');
  await say.note(
    faults === 0 ? 'Everything is as it was accepted.' : `${faults} faults. A backup can put it right: restore FILE`,
  );
  return faults === 0 ? 0 : 1;
};

interface LinksArguments extends Authored {
  contact: string;
  /** Addresses looked at within so many days are left alone. */
  olderThan: number;
  limit?: number;
}

const batchSize = 20;

/** Follows the addresses of publications and prints and records what is there. Ends 1 when one is dead. */
export const checkLinksCommand: Command<LinksArguments> = async ({ store }, given, say, signal) => {
  const counts = await followLinks(store, given, say, { contact: given.contact, signal });
  const told = Object.entries(counts).map(([status, count]) => `${count} ${status}`);
  await say.note(told.join(', ') || 'Nothing was due.');
  return counts.dead ? 1 : 0;
};

/** Follows what is due and records it, a few at a time; gives how many were found to be what. */
export async function followLinks(
  store: GraphStore,
  given: Pick<LinksArguments, 'author' | 'reason' | 'olderThan' | 'limit'>,
  say: Pick<Say, 'out'>,
  options: CheckLinksOptions,
): Promise<Partial<Record<AddressCheck['status'], number>>> {
  const counts: Partial<Record<AddressCheck['status'], number>> = {};
  let batch: AddressCheck[] = [];
  const save = async () => {
    if (batch.length > 0) await saveChecks(store, actOf(given), batch);
    batch = [];
  };
  for await (const check of checkLinks(addressesDue(store, given), options)) {
    await say.out(JSON.stringify(check));
    counts[check.status] = (counts[check.status] ?? 0) + 1;
    batch.push(check);
    if (batch.length >= batchSize) await save();
  }
  await save();
  return counts;
}

async function* addressesDue(
  store: GraphStore,
  { olderThan, limit = Infinity }: Pick<LinksArguments, 'olderThan' | 'limit'>,
): AsyncGenerator<string> {
  const since = new Date(Date.now() - olderThan * 86_400_000).toISOString();
  let left = limit;
  for await (const { url, last } of publicationAddresses(store.read)) {
    if (last && last.checkedAt > since) continue;
    if (left-- <= 0) return;
    yield url;
  }
}
