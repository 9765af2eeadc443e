import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchEngine } from './engines.ts';
import { measure, type Measured } from './measure.ts';
import type { Program } from './program.ts';
import { describeFile, type RecordFile } from './record-file.ts';
import { measureStart, type Ending, type Started } from './start.ts';

/** Where a step is done, and who is told when its answer is not the right one. */
export interface Stage {
  engine: BenchEngine;
  program: Program;
  fail(problem: string): void;
}

const rawImport = fileURLToPath(new URL('raw-import.ts', import.meta.url));

/** Imports a file of which every record must come out as `expected`; null when one does not. */
export async function importFile(
  { program, fail }: Stage,
  url: string,
  file: RecordFile,
  expected: 'created' | 'unchanged',
): Promise<Measured | null> {
  // The search for duplicates is measured by itself.
  const ran = await measure([program.cli, 'import', '--no-review', file.path], { GRAPH_URL: url });
  const wanted = { read: file.lines, created: 0, updated: 0, unchanged: 0, rejected: 0, [expected]: file.lines };
  const problem = failure(ran) ?? difference(ran, wanted);
  if (problem) fail(`the import of ${file.lines} records, all to be ${expected}: ${problem}`);
  return problem ? null : ran;
}

/** Writes a file into an empty graph with nothing but the engine's own package; null when it fails. */
export async function importRaw({ fail }: Stage, url: string, file: RecordFile): Promise<Measured | null> {
  const ran = await measure(['--import', 'tsx', rawImport, url, file.path], {});
  const problem = failure(ran) ?? difference(ran, { nodes: file.lines });
  if (problem) fail(`the import by the bare engine: ${problem}`);
  return problem ? null : ran;
}

/** Starts the server on a graph until it is ready, and ends it; null when it does not become ready. */
export async function startServer({ program, fail }: Stage, url: string, ending: Ending): Promise<Started | null> {
  const settings = { GRAPH_URL: url, ...(url.includes('://') && { PROJECTION_FILE: join(program.scratch, 'projection') }) }; // prettier-ignore
  return measureStart(program.server, settings, ending).catch((error: Error) => {
    fail(error.message);
    return null;
  });
}

/** Looks through a graph for duplicates; null when it fails. */
export async function findDuplicates({ program, fail }: Stage, url: string): Promise<Measured | null> {
  const ran = await measure([program.cli, 'review', 'list', '--find'], { GRAPH_URL: url });
  const problem = failure(ran);
  if (problem) fail(`the search for duplicates: ${problem}`);
  return problem ? null : ran;
}

/** Exports a graph that holds `records` records to a file with a line for each; null when it does not. */
export async function exportFile(
  { engine, program, fail }: Stage,
  url: string,
  records: number,
): Promise<{ ran: Measured; file: RecordFile } | null> {
  const path = join(program.scratch, `export-${engine.name}.jsonl`);
  const ran = await measure([program.cli, 'export'], { GRAPH_URL: url }, path);
  const file = await describeFile(path);
  const problem = failure(ran) ?? (file.lines === records ? null : `${file.lines} lines of ${records} records`);
  if (problem) fail(`the export: ${problem}`);
  return problem ? null : { ran, file };
}

const failure = ({ code, stderr }: Measured) => (code === 0 ? null : `exit code ${code}: ${stderr.trim().slice(-500)}`);

/** How the JSON object that a process printed last differs from what is wanted; null when it does not. */
function difference({ stdout }: Measured, wanted: Record<string, number>): string | null {
  const printed = stdout.trim().split('\n').at(-1)!;
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(printed) as Record<string, unknown>;
  } catch {
    return `it printed ${JSON.stringify(printed)} where counts were expected`;
  }
  const wrong = Object.keys(wanted).filter((key) => answer[key] !== wanted[key]);
  return wrong.length > 0 ? wrong.map((key) => `${key} is ${answer[key]}, not ${wanted[key]}`).join(', ') : null;
}
