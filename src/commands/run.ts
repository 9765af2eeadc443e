import { askServer } from '../channel/ask-server.ts';
import type { Say } from '../channel/request.ts';
import type { Catalogue } from '../catalogue.ts';
import type { GraphAddress } from '../config.ts';
import type { ArgumentsOf, CommandName } from './commands.ts';

/** Runs commands where the graph is. */
export interface Commands {
  /** Gives the exit code of a command; throws what a person should be told. */
  run<Name extends CommandName>(name: Name, given: ArgumentsOf<Name>, say: Say, signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

/**
 * Runs commands in the server when one holds the embedded graph, which only one process can open; else here, on a graph
 * that is opened with the first of them and held until `close`.
 */
export function openCommands(graph: GraphAddress): Commands {
  let held: Promise<Catalogue> | null = null;
  return {
    async run(name, given, say, signal) {
      if (graph.engine === 'embedded' && !held) {
        const request = { command: name, arguments: given as unknown as Record<string, unknown> };
        const exit = await askServer(graph.folder, request, say, signal);
        if (exit !== null) return exit;
      }
      // Loaded only here: who asks the server needs none of it.
      const [{ openCatalogue }, { carryOut }] = await Promise.all([
        import('../catalogue.ts'),
        import('./carry-out.ts'),
      ]);
      held ??= openCatalogue(graph, { follow: false, use: 'commands' });
      return carryOut(await held, name, given, say, signal);
    },
    async close() {
      await (await held?.catch(() => null))?.close();
    },
  };
}

/** Runs one command where the graph is, and lets go of it. */
export async function runCommand<Name extends CommandName>(
  graph: GraphAddress,
  name: Name,
  given: ArgumentsOf<Name>,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  const commands = openCommands(graph);
  try {
    return await commands.run(name, given, say, signal);
  } finally {
    await commands.close();
  }
}
