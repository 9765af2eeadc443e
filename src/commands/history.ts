import { readLatestChanges, readVersions, versionAt } from '../graph/history.ts';
import { Refusal } from '../graph/refusal.ts';
import type { Command } from './command.ts';

/** Prints the last changes of the whole graph, or what one entity stood on, as it was at a revision or ever since. */
export const historyCommand: Command<{ id?: string; revision?: number; first: number }> = async (
  { store },
  { id, revision, first },
  say,
) => {
  if (!id) for (const change of await readLatestChanges(store, first)) await say.out(JSON.stringify(change));
  else if (revision === undefined)
    for (const version of await readVersions(store.read, id)) await say.out(JSON.stringify(version));
  else {
    const version = await versionAt(store.read, id, revision);
    if (!version) throw new Refusal(`${id} was not in the graph at revision ${revision}.`);
    await say.out(JSON.stringify(version));
  }
  return 0;
};
