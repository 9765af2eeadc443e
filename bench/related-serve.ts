import { openEngine, type EngineName } from './engines.ts';
import { settings } from './peers.ts';
import type { Program } from './program.ts';
import type { RecordFile } from './record-file.ts';
import type { Asked } from './related-measure.ts';
import { openServer } from './server.ts';
import { importFile } from './steps.ts';

/** Our server on one engine with the catalogue in it. */
export interface Served extends Asked {
  /** The graph it serves, as GRAPH_URL takes it. */
  graph: string;
  /** Stops it and its engine. */
  stop(): Promise<void>;
}

/** Opens an engine, imports the catalogue and serves it, with `more` settings. Throws when a record is not accepted or nothing answers. */
export async function serveCatalogue(
  name: EngineName,
  program: Program,
  catalogue: RecordFile,
  more: Record<string, string> = {},
): Promise<Served> {
  const engine = await openEngine(name, program.scratch);
  const fail = (problem: string) => {
    throw new Error(`${name}: ${problem}`);
  };
  try {
    const graph = await engine.emptyGraph();
    await importFile({ engine, program, fail }, graph, catalogue, 'created');
    const server = await openServer([program.server], { ...settings(graph), ...more });
    const stop = async () => {
      await server.stop();
      await engine.stop();
    };
    return { name: `ours, ${name}`, answerer: 'ours', url: server.url, graph, stop };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
