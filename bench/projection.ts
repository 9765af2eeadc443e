import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { keepProjection, readProjection } from '../src/keeping/kept-projection.ts';
import { neighbours, type Adjacency } from '../src/projection/adjacency.ts';
import { createBuilder } from '../src/projection/builder.ts';
import type { CatalogueRecord } from '../src/model.ts';
import { atOnce, inTurns } from '../src/projection/turns.ts';
import { patch } from '../src/projection/patch.ts';
import type { Projection } from '../src/projection/projection.ts';
import { newestFirst } from '../src/projection/publications.ts';
import { relatedTo } from '../src/projection/related.ts';
import { relationNames } from '../src/relations.ts';
import { changesOf } from '../test/projection/project.ts';
import { generateRecords } from './generate.ts';
import { describeMachine } from './machine.ts';
import { Misuse, parsed } from './options.ts';
import { createRandom } from './random.ts';
import { quantile } from './samples.ts';
import { aligned } from './table.ts';

/** What one size of catalogue costs in memory and time; milliseconds and megabytes. */
interface Costs {
  publications: number;
  links: number;
  words: number;
  arrays: number;
  resident: number;
  build: number;
  longestBlock: number;
  relatedMedian: number;
  relatedWorst: number;
  holders: number;
  patch: number;
  rebuildBlock: number;
  /** Its file: megabytes, milliseconds to write and to read it, and how long others waited at most while it was written. */
  file: number;
  keep: number;
  keepBlock: number;
  takeBack: number;
}

/** Measures the projection alone, without an engine, at several sizes; true when patches tell what was written. */
export async function benchProjection(args: string[]): Promise<boolean> {
  const sizes = readSizes(args);
  console.error(describeMachine());
  const rows: string[][] = [];
  for (const size of sizes) rows.push(rowOf(await measure(size)));
  console.log(aligned([header, ...rows]));
  return true;
}

function readSizes(args: string[]): number[] {
  const options = { sizes: { type: 'string', default: '10000,100000,1000000' } } as const;
  const { sizes } = parsed(() => parseArgs({ args, options }));
  return sizes.split(',').map((text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Misuse(`--sizes ${sizes}: ${text} is not a whole number above 0.`);
    return Number(text);
  });
}

const header = [
  'publications',
  'links',
  'words',
  'arrays MB',
  'resident MB',
  'build s',
  'longest block ms',
  'related p50 ms',
  'related p99 ms',
  'holders looked at',
  'patch of one ms',
  'block while made anew ms',
  'file MB',
  'file written s',
  'block meanwhile ms',
  'file read s',
];
const rowOf = (costs: Costs) => [
  costs.publications.toLocaleString('en'),
  costs.links.toLocaleString('en'),
  costs.words.toLocaleString('en'),
  costs.arrays.toFixed(0),
  costs.resident.toFixed(0),
  (costs.build / 1000).toFixed(1),
  costs.longestBlock.toFixed(0),
  costs.relatedMedian.toFixed(2),
  costs.relatedWorst.toFixed(2),
  Math.round(costs.holders).toLocaleString('en'),
  costs.patch.toFixed(1),
  costs.rebuildBlock.toFixed(0),
  costs.file.toFixed(0),
  (costs.keep / 1000).toFixed(2),
  costs.keepBlock.toFixed(0),
  (costs.takeBack / 1000).toFixed(2),
];

async function measure(size: number): Promise<Costs> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const builder = createBuilder();
  let page: CatalogueRecord[] = [];
  let build = 0;
  let longestBlock = 0;
  const inOurTime = async <Value>(steps: Generator<void, Value>): Promise<Value> => {
    const [value, block] = await withBlocks(async () => {
      const began = performance.now();
      const done = await inTurns(steps);
      build += performance.now() - began;
      return done;
    });
    longestBlock = Math.max(longestBlock, block);
    return value;
  };
  const takeIn = async () => {
    const changes = changesOf(page); // in the time of nobody: a graph would be read instead
    page = [];
    await inOurTime(builder.add(changes));
  };
  for (const record of generateRecords(size, 42)) {
    page.push(record);
    if (page.length === 2_000) await takeIn();
  }
  await takeIn();
  console.error(`${size.toLocaleString('en')} publications: taken in after ${(build / 1000).toFixed(1)} s of work`);
  const projection = await inOurTime(builder.build(1));
  globalThis.gc?.();
  const resident = process.memoryUsage().rss - before;
  newestFirst(projection);
  const { times, holders } = askRelated(projection, size);
  let patched = projection;
  const patches = Array.from({ length: 20 }, (_, i) => {
    const changes = changesOf([...generateRecords(60, i + 1)].filter(({ kind }) => kind === 'publication').slice(0, 1));
    return timed(() => (patched = atOnce(patch(patched, changes, 2 + i))));
  });
  const [, rebuildBlock] = await withBlocks(() => inTurns(createBuilder(projection).build(2)));
  return {
    publications: size,
    links: relationNames.reduce((sum, name) => sum + projection.out[name].size, 0),
    words: projection.search.postings.size,
    arrays: bytesOf(projection) / 1e6,
    resident: resident / 1e6,
    build,
    longestBlock,
    relatedMedian: quantile(times, 0.5),
    relatedWorst: quantile(times, 0.99),
    holders,
    patch: quantile(patches, 0.5),
    rebuildBlock,
    ...(await keepInFile(patched)),
  };
}

async function keepInFile(projection: Projection): Promise<Pick<Costs, 'file' | 'keep' | 'keepBlock' | 'takeBack'>> {
  const folder = mkdtempSync(join(tmpdir(), 'common-thread-projection-'));
  try {
    const file = join(folder, 'projection');
    const origin = { epoch: '', revision: 1, lastWrite: '' };
    const [keep, keepBlock] = await withBlocks(() => timedAsync(() => keepProjection(file, origin, projection)));
    const takeBack = await timedAsync(() => readProjection(file, async () => true));
    return { file: statSync(file).size / 1e6, keep, keepBlock, takeBack };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Asks for the first ten with their reasons of publications taken by chance. */
function askRelated(projection: Projection, size: number): { times: number[]; holders: number } {
  const { between } = createRandom(7);
  const { publication } = projection.ofKind;
  let holders = 0;
  const questions = Array.from({ length: 400 }, () => publication[between(0, size - 1)]!);
  const times = questions.map((target) => {
    for (const name of relationNames)
      for (const entity of neighbours(projection.out[name], target))
        holders += neighbours(projection.in[name], entity).length;
    return timed(() =>
      relatedTo(projection, target)
        .slice(0, 10)
        .map(({ reasons, alsoIn }) => [reasons, alsoIn]),
    );
  });
  return { times: times.slice(100), holders: holders / questions.length };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The result of some work, and for how long others waited at most meanwhile. */
async function withBlocks<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const result = await work();
  await new Promise((resume) => setTimeout(resume, 5));
  delays.disable();
  return [result, delays.max / 1e6];
}

function bytesOf({ out, in: back, search, ofKind }: Projection): number {
  const lists = [...Object.values(out), ...Object.values(back), search.sequences, search.postings];
  const bytes = ({ offsets, targets, weights }: Adjacency) =>
    offsets.byteLength + targets.byteLength + (weights?.byteLength ?? 0);
  return (
    lists.reduce((sum, list) => sum + bytes(list), 0) +
    Object.values(ofKind).reduce((sum, list) => sum + list.byteLength, 0)
  );
}
