import { askServer } from '../channel/ask-server.ts';
import type { Say } from '../channel/request.ts';
import type { RunCommand } from '../channel/answer.ts';
import { openCatalogue, type Catalogue } from '../catalogue.ts';
import type { GraphAddress } from '../config.ts';
import { mustBeWhole, readState } from '../graph/revision.ts';
import { commandOf, type ArgumentsOf, type CommandName } from './commands.ts';
import type { Command } from './command.ts';

/**
 * Runs a command where the graph is: in the server when one holds the embedded graph, which only one process can open;
 * else here, on a graph that is opened and closed for it. Gives the exit code; throws what a person should be told.
 */
export async function runCommand<Name extends CommandName>(
  graph: GraphAddress,
  name: Name,
  given: ArgumentsOf<Name>,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  if (graph.engine === 'embedded') {
    const request = { command: name, arguments: given as unknown as Record<string, unknown> };
    const exit = await askServer(graph.folder, request, say, signal);
    if (exit !== null) return exit;
  }
  const catalogue = await openCatalogue(graph, { follow: false });
  try {
    return await carryOut(catalogue, commandOf(name)!, name, given, say, signal);
  } finally {
    await catalogue.close();
  }
}

/** Answers the commands that are sent to the server which holds `catalogue`. */
export const answerWith =
  (catalogue: Catalogue): RunCommand =>
  async (request, say, signal) => {
    const command = commandOf(request.command);
    if (!command) throw new Error(`This server knows no command ${request.command}: it may be of another version.`);
    const exit = await carryOut(catalogue, command, request.command, request.arguments, say, signal);
    await catalogue.refresh(); // who has written asks next
    return exit;
  };

/** A graph that is half restored takes no other command than the one that makes it whole. */
async function carryOut(
  catalogue: Catalogue,
  command: Command<never>,
  name: string,
  given: unknown,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  if (name !== 'restore') mustBeWhole(await readState(catalogue.store));
  return command(catalogue, given as never, say, signal);
}
