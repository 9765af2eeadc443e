import { namedEntity } from '../src/ingest/names/names-of.ts';
import { openPageReader, type PageReader } from '../src/reading/page-reader.ts';
import { hostilePages, samplePages } from './ingest-pages.ts';
import { describeMachine } from './machine.ts';
import { readSeed } from './quality-measures.ts';
import { aligned } from './table.ts';

const warmUp = 50;
const longest = 2_000; // milliseconds for any page
const goals = { text: 150, html: 40 };

/**
 * Prints how many pages a second one thread reads and links with the names of the seed, by the clock and by the time that
 * the processor spent, the memory over `size` pages, and how long hostile pages take. Gives back whether every hostile
 * page was done in time.
 */
export async function benchIngestSpeed(size: number): Promise<boolean> {
  console.log(describeMachine());
  const seed = readSeed();
  const reader = openPageReader(seed.map(namedEntity));
  const pages = samplePages(seed);
  try {
    const rows = [
      await rateOf('text, 3 kB', reader, pages.text, 1_000, goals.text),
      await rateOf('HTML, 100 kB, with <main>', reader, (number) => pages.html(number, 'main'), 200, goals.html),
      await rateOf('HTML, 100 kB, without', reader, (number) => pages.html(number, 'div'), 200, goals.html),
    ];
    console.log(`\n${aligned([['pages', 'pages/s', 'pages/s of processor time', 'goal'], ...rows])}`);
    console.log(`\n${aligned(await memoryOver(reader, pages.text, size))}`);
    const { rows: hostile, inTime } = await hostileTimes(reader);
    console.log(`\n${aligned([['hostile page', 'ms', 'outcome'], ...hostile])}`);
    return inTime;
  } finally {
    await reader.close();
  }
}

async function rateOf(
  name: string,
  reader: PageReader,
  page: (number: number) => Buffer,
  count: number,
  goal: number,
): Promise<string[]> {
  const made = Array.from({ length: count }, (_, number) => page(number));
  for (const bytes of made.slice(0, warmUp)) await reader.draft(bytes, { file: name });
  const [began, spent] = [performance.now(), process.cpuUsage()];
  for (const bytes of made) await reader.draft(bytes, { file: name });
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(spent);
  return [name, (count / seconds).toFixed(1), (count / ((user + system) / 1e6)).toFixed(1), String(goal)];
}

async function memoryOver(reader: PageReader, page: (number: number) => Buffer, size: number): Promise<string[][]> {
  const rows = [['pages read', 'resident MB']];
  for (let number = 0; number <= size; number++) {
    if (number % Math.max(1, Math.floor(size / 4)) === 0)
      rows.push([String(number), (process.memoryUsage.rss() / 1e6).toFixed(0)]);
    await reader.draft(page(number), { file: 'page' });
  }
  return rows;
}

async function hostileTimes(reader: PageReader): Promise<{ rows: string[][]; inTime: boolean }> {
  let inTime = true;
  const rows: string[][] = [];
  for (const [name, make] of Object.entries(hostilePages)) {
    const bytes = make();
    await reader.read(Buffer.from('%PDF-1.7 is none, and what reads it is loaded.'), { file: 'small' });
    const began = performance.now();
    const answer = await reader.draft(bytes, { file: name });
    const took = performance.now() - began;
    // A timer is late by a little, and 30 MB are handed over first.
    if (took > longest * 1.25) inTime = false;
    rows.push([name, took.toFixed(0), 'skipped' in answer ? answer.skipped.reason : 'a draft']);
  }
  return { rows, inTime };
}
