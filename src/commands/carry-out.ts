import type { RunCommand } from '../channel/answer.ts';
import type { Say } from '../channel/request.ts';
import type { Catalogue } from '../catalogue.ts';
import { mustBeWhole, readState } from '../graph/revision.ts';
import { commandOf } from './commands.ts';

/** Answers the commands that are sent to the server which holds `catalogue`. */
export const answerWith =
  (catalogue: Catalogue): RunCommand =>
  async (request, say, signal) => {
    const exit = await carryOut(catalogue, request.command, request.arguments, say, signal);
    await catalogue.refresh(); // who has written asks next
    return exit;
  };

/**
 * Runs a command on an open graph and gives its exit code; throws what a person should be told. A graph that is half
 * restored takes no other command than the one that makes it whole.
 */
export async function carryOut(
  catalogue: Catalogue,
  name: string,
  given: unknown,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  const command = commandOf(name);
  if (!command) throw new Error(`What holds the graph knows no command ${name}: it may be of another version.`);
  if (name !== 'restore') mustBeWhole(await readState(catalogue.store));
  return command(catalogue, given as never, say, signal);
}
