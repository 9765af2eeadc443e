import type { Say } from '../channel/request.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Act } from '../graph/revision.ts';

/**
 * What one command of the command line does with an open catalogue. It runs in the process that holds the graph: the
 * command's own or, for an embedded graph that is being served, the server. Gives the exit code, 0 or 1.
 */
export type Command<Arguments> = (
  catalogue: Catalogue,
  given: Arguments,
  say: Say,
  signal: AbortSignal,
) => Promise<number>;

/** Who runs a command that writes, and why. */
export interface Authored {
  author: string;
  reason?: string;
}

export const actOf = ({ author, reason }: Authored): Act => ({ author, reason });
