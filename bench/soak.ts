import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createKeyFor } from '../src/keys/manage-keys.ts';
import type { EngineName } from './engines.ts';
import { describeMachine } from './machine.ts';
import { common, enginesOf, parsed, wholeNumber } from './options.ts';
import { buildProgram, type Program } from './program.ts';
import { recordFile } from './record-file.ts';
import { serveCatalogue } from './related-serve.ts';
import { soak } from './soak-clients.ts';
import { aligned } from './table.ts';
import { drawTargets } from './targets.ts';

/** What is read off `/metrics`, and by how much its last third may be above its middle one. */
const watched = [
  { name: 'resident MB', metric: 'process_resident_memory_bytes', divisor: 1e6, growth: 1.15 },
  { name: 'heap MB', metric: 'nodejs_heap_size_used_bytes', divisor: 1e6, growth: 1.3 },
  { name: 'open files', metric: 'process_open_fds', divisor: 1, growth: 1.15 },
  { name: 'active resources', metric: 'nodejs_active_resources_total', divisor: 1, growth: 1.3 },
];
const looks = 60;

/**
 * Asks a server and writes to it for a long time, while other clients vanish, and prints its memory and handles as a plot.
 * Gives back whether they stayed flat and every answer was right.
 */
export async function benchSoak(args: string[]): Promise<boolean> {
  const { engine, size, minutes } = parsed(
    () =>
    parseArgs({ args, options: { engine: common.engine, size: { type: 'string', default: '1000' }, minutes: { type: 'string', default: '30' } } }), // prettier-ignore
  );
  const lasting = wholeNumber('--minutes', minutes) * 60_000;
  const publications = wholeNumber('--size', size);
  console.log(describeMachine());
  const program = buildProgram();
  try {
    let isFlat = true;
    for (const name of enginesOf(engine)) isFlat = (await soakEngine(name, program, publications, lasting)) && isFlat;
    return isFlat;
  } finally {
    program.remove();
  }
}

async function soakEngine(name: EngineName, program: Program, size: number, lasting: number): Promise<boolean> {
  const keysFile = join(mkdtempSync(join(program.scratch, 'keys-')), 'keys.json');
  const { key } = await createKeyFor(keysFile, 'soak', 'curator');
  const catalogue = await recordFile(size);
  const served = await serveCatalogue(name, program, catalogue, { API_KEYS_FILE: keysFile });
  const series: number[][] = watched.map(() => []);
  let isOver = false;
  const { soaked, ended } = soak(served.url, await drawTargets(catalogue.path), key, () => isOver);
  try {
    for (let look = 0; look < looks; look++) {
      await pause(lasting / looks);
      const text = await (await fetch(`${served.url}/metrics`)).text();
      for (const [place, { metric, divisor }] of watched.entries())
        series[place]!.push(valueOf(text, metric) / divisor);
    }
  } finally {
    isOver = true;
    await ended.finally(served.stop);
  }
  const { answered, written, left, sentAway, problems } = soaked;
  const grown = watched.map(({ growth }, place) => growthOf(series[place]!) > growth);
  console.log(`\n${name}, ${size} publications, ${lasting / 60_000} minutes: ${answered} answered, ${written} of them writes, ${left} clients gone before, ${sentAway} requests sent away as too many`); // prettier-ignore
  const rows = watched.map(({ name }, place) => {
    const values = series[place]!;
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return [name, plot(values), least.toFixed(0), most.toFixed(0), growthOf(values).toFixed(2), grown[place] ? 'grows' : 'flat']; // prettier-ignore
  });
  console.log(aligned([['', 'from beginning to end', 'least', 'most', 'last third ÷ middle one', ''], ...rows]));
  for (const problem of problems.slice(0, 5)) console.log(`wrong: ${problem}`);
  return problems.length === 0 && !grown.includes(true);
}

function valueOf(text: string, metric: string): number {
  const line = new RegExp(`^${metric}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text);
  if (!line) throw new Error(`/metrics has no ${metric}.`);
  return Number(line[1]);
}

/** By how much the middle of the last third of a series is above that of the third before. */
function growthOf(values: readonly number[]): number {
  const third = Math.floor(values.length / 3);
  const middle = (from: number) => values.slice(from, from + third).toSorted((a, b) => a - b)[Math.floor(third / 2)]!;
  return middle(values.length - third) / middle(values.length - 2 * third);
}

/** A series as a row of blocks, from nothing to its highest. */
function plot(values: readonly number[]): string {
  const most = Math.max(...values);
  return values.map((value) => '▁▂▃▄▅▆▇█'[Math.min(7, Math.floor((value / most) * 8))]).join('');
}
