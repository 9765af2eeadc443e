import { merge, undo, withdraw, withdrawSource } from '../graph/retire.ts';
import { actOf, type Authored, type Command } from './command.ts';

/** Merges one entity into another; the first id leads to the second from then on. */
export const mergeCommand: Command<Authored & { from: string; into: string }> = async ({ store }, given, say) => {
  const survivor = await merge(store, actOf(given), given.from, given.into);
  await say.out(JSON.stringify({ merged: given.from, into: survivor }));
  return 0;
};

/** Takes an entity out of the graph, or only what one source says of it. */
export const withdrawCommand: Command<
  Authored & { id: string; reason: string; source?: string; erase?: boolean }
> = async ({ store }, given, say) => {
  const { id, reason, source } = given;
  if (source) await withdrawSource(store, actOf(given), id, source, given.erase);
  else await withdraw(store, { ...actOf(given), reason }, id, given.erase);
  if (given.erase)
    await say.note(
      "Erased here. Backups, exports, rejects files and the change feed's reasons are as they were; a server's PROJECTION_FILE goes when it next looks.",
    );
  await say.out(JSON.stringify({ withdrawn: id, source, reason }));
  return 0;
};

/** Takes a merge or a withdrawal back. */
export const undoCommand: Command<Authored & { id: string }> = async ({ store }, given, say) => {
  await undo(store, actOf(given), given.id);
  await say.out(JSON.stringify({ restored: given.id }));
  return 0;
};
