import { exportLines } from '../graph/export.ts';
import type { Command } from './command.ts';

/** Prints every record of the graph, and what became of ids that were merged or withdrawn. */
export const exportCommand: Command<object> = async ({ store }, _, say) => {
  for await (const lines of exportLines(store)) if (lines.length > 0) await say.out(lines.join('\n'));
  return 0;
};
