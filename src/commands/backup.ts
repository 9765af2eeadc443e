import { backup, restore } from '../backup.ts';
import type { Command } from './command.ts';

/** Copies the whole graph into a file while it goes on being served. */
export const backupCommand: Command<{ file: string }> = async ({ store }, { file }, say) => {
  await say.out(JSON.stringify({ file, ...(await backup(store, file)) }));
  return 0;
};

/** Makes the graph what a backup says. */
export const restoreCommand: Command<{ file: string }> = async (catalogue, { file }, say) => {
  const summary = await restore(catalogue.store, file, (done, of) => void say.progress({ done, of }));
  await catalogue.refresh();
  await say.out(JSON.stringify({ file, ...summary }));
  return 0;
};
