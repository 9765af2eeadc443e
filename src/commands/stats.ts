import { readStats } from '../graph/stats.ts';
import type { Command } from './command.ts';

/** Prints what the catalogue covers, a line for each value. */
export const statsCommand: Command<object> = async ({ store }, _, say) => {
  for (const line of await readStats(store)) await say.out(JSON.stringify(line));
  return 0;
};
