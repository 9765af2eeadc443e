import { catalogueReport, warmUpSize } from './catalogue-report.ts';
import { openEngine, type BenchEngine } from './engines.ts';
import { runLifeCycle, type Round } from './life-cycle.ts';
import { describeMachine } from './machine.ts';
import { readCatalogueOptions, type CatalogueOptions } from './options.ts';
import { buildProgram } from './program.ts';
import { recordFile } from './record-file.ts';
import { createSamples, median, type Samples } from './samples.ts';
import { importFile, type Stage } from './steps.ts';

/**
 * Measures the life of a catalogue (import, import again, start, export, import of the export) on the engines side by
 * side and prints the results. Gives back whether every answer was right; a target that is missed is only shown.
 */
export async function benchCatalogue(args: string[]): Promise<boolean> {
  const options = readCatalogueOptions(args);
  const machine = describeMachine(); // before this run makes a load of its own
  const program = buildProgram();
  const samples = createSamples();
  const exports: string[] = [];
  const engines: BenchEngine[] = [];
  try {
    for (const name of options.engines) engines.push(await openEngine(name, program.scratch));
    const stages = engines.map((engine): Stage => {
      return { engine, program, fail: (problem) => samples.fail(engine.name, problem) };
    });
    for (const stage of stages) if (stage.engine.name === 'neo4j') await warmUp(stage);
    const catalogue = await recordFile(options.size);
    const toExport = await recordFile(options.exportSize);
    for (let number = 1; number <= options.rounds; number++)
      for (const stage of stages) {
        const { name } = stage.engine;
        const add: Round['add'] = (measure, value) => samples.add(measure, name, number, value);
        const say = (step: string) => console.error(`round ${number} of ${options.rounds}, ${name}: ${step} …`);
        const sha256 = await runLifeCycle({ ...stage, catalogue, toExport, add, say });
        if (sha256) exports.push(sha256);
      }
    if (options.memory) for (const stage of stages) await measureMemory(stage, options, samples);
  } finally {
    for (const engine of engines) await engine.stop();
    program.remove();
  }
  if (new Set(exports).size > 1) samples.fail('every engine', 'the exports are not the same byte for byte');
  console.log(catalogueReport(machine, options, samples, exports));
  return samples.problems.length === 0;
}

/** A Neo4j that has just started compiles itself while it works: what that costs belongs to no measure. */
async function warmUp(stage: Stage): Promise<void> {
  console.error(`warm-up of Neo4j with ${warmUpSize} publications, not measured …`);
  await importFile(stage, await stage.engine.emptyGraph(), await recordFile(warmUpSize), 'created');
}

async function measureMemory(stage: Stage, { size, rounds }: CatalogueOptions, samples: Samples): Promise<void> {
  const { name } = stage.engine;
  console.error(`memory, ${name}: import of ${3 * size} publications …`);
  const ran = await importFile(stage, await stage.engine.emptyGraph(), await recordFile(3 * size), 'created');
  if (!ran) return;
  const once = samples.values('peak memory, import', name, () => true);
  samples.add('import of three times as many', name, rounds, ran.seconds);
  samples.add('peak memory, import of three times as many', name, rounds, ran.peakMegabytes);
  if (ran.peakMegabytes !== null && once.length > 0)
    samples.add('peak memory, three times as many over once', name, rounds, ran.peakMegabytes / median(once));
}
