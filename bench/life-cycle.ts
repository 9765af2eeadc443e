import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFile } from './record-file.ts';
import { exportFile, findDuplicates, importFile, importRaw, startServer, type Stage } from './steps.ts';

/** What one round needs. */
export interface Round extends Stage {
  /** The catalogue that is imported and served. */
  catalogue: RecordFile;
  /** The catalogue that is exported; it may be the same. */
  toExport: RecordFile;
  /** Takes what was measured; null is nothing. */
  add(measure: string, value: number | null): void;
  /** Told what comes next. */
  say(step: string): void;
}

/**
 * The life of a catalogue once through the doors a curator uses, each step a process of its own with its answer
 * checked: the bare engine for comparison, import, import again, search for
 * duplicates, starts of the server, export, import of the export.
 * Gives back the SHA-256 of the export, or null when there was none to be had.
 */
export async function runLifeCycle(round: Round): Promise<string | null> {
  const { engine, catalogue, toExport, add, say } = round;
  say('the bare engine');
  const bare = await importRaw(round, await engine.emptyGraph(), catalogue);
  if (bare) add('bare engine', bare.seconds);

  let url = await engine.emptyGraph();
  say('import');
  const first = await importFile(round, url, catalogue, 'created');
  note('import', first);
  if (first) add('import, records a second', catalogue.lines / first.seconds);
  if (first && bare) add('import over bare engine', first.seconds / bare.seconds);

  say('import again');
  note('import again', await importFile(round, url, catalogue, 'unchanged'));
  say('search for duplicates');
  note('search for duplicates', await findDuplicates(round, url));
  say('start until ready');
  rmSync(join(round.program.scratch, 'projection'), { force: true });
  note('start until ready', await startServer(round, url, 'stop'));
  say('start after an orderly stop');
  note('start after an orderly stop', await startServer(round, url, 'kill'));
  say('start after kill -9');
  note('start after kill -9', await startServer(round, url, 'stop'));

  if (toExport.path !== catalogue.path) {
    say('import of the catalogue to export');
    url = await engine.emptyGraph();
    if (!(await importFile(round, url, toExport, 'created'))) return null;
  }
  say('export');
  const exported = await exportFile(round, url, toExport.lines);
  if (!exported) return null;
  note('export', exported.ran);
  add('export, records a second', exported.file.lines / exported.ran.seconds);
  say('import of the export');
  note('import of the export', await importFile(round, url, exported.file, 'unchanged'));
  rmSync(exported.file.path);
  return exported.file.sha256;

  function note(measure: string, ran: { seconds: number; peakMegabytes: number | null } | null) {
    if (!ran) return;
    add(measure, ran.seconds);
    add(`peak memory, ${measure}`, ran.peakMegabytes);
  }
}
