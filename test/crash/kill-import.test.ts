import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/check.ts';
import { exportLines } from '../../src/graph/export.ts';
import { openStore } from '../../src/graph/store.ts';
import { fileOf, publication, smallCatalogue } from '../records.ts';
import { buildForNode } from './build-for-node.ts';
import { randomFrom } from './random.ts';

const seed = 7;
const file = fileOf([
  ...Array.from({ length: 3_000 }, (_, i) =>
    publication(`p${i}`, {
      themes: [i % 2 ? 'theme/residence' : 'theme/asylum'],
      countries: ['country/RS'],
      publishers: ['organisation/astra'],
      cites: [`publication/p${(i + 1_500) % 3_000}`],
    }),
  ),
  ...smallCatalogue,
]);

/** Runs the command until it ends, or is killed some milliseconds after it has told its progress so often; true then. */
async function importInto(folder: string, program: string, kill?: { lines: number; milliseconds: number }) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program, 'import', file], { env: { PATH, HOME, GRAPH_URL: folder } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!kill || said.split('\n').length <= kill.lines) return;
    setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
    kill = undefined;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((end) =>
    child.on('close', (code, signal) => end([code, signal])),
  );
  if (signal === null) expect(code, said).toBe(0);
  return signal === 'SIGKILL';
}

async function contentOf(folder: string) {
  const store = await openStore({ engine: 'embedded', folder });
  const lines: string[] = [];
  for await (const page of exportLines(store)) lines.push(...page);
  const faults = [];
  for await (const fault of checkGraph(store)) faults.push(fault);
  await store.close();
  return { lines, faults };
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'common-thread-crash-'));

it(`gives the same export when the import is killed ten times and run again as when nothing happens (seed ${seed})`, async () => {
  const program = buildForNode('src/cli.ts');
  const [undisturbed, folder] = [newFolder(), newFolder()];
  await importInto(undisturbed, program);
  const random = randomFrom(seed);
  for (let kills = 0, runs = 0; kills < 10; runs++) {
    expect(runs, 'the import ends before it can be killed').toBeLessThan(30);
    const moment = { lines: 1 + Math.floor(random() * 10), milliseconds: random() * 200 };
    if (await importInto(folder, program, moment)) kills++;
    else rmSync(folder, { recursive: true });
  }
  await importInto(folder, program);
  const { lines, faults } = await contentOf(folder);
  expect(faults).toEqual([]);
  expect(lines).toHaveLength(3_000 + smallCatalogue.length);
  expect(lines).toEqual((await contentOf(undisturbed)).lines);
}, 240_000);
