import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraft } from '../src/ingest/draft.ts';
import { namedEntity } from '../src/ingest/names/names-of.ts';
import { createNames } from '../src/ingest/names/names.ts';
import { decodePage } from '../src/ingest/page/decode-page.ts';
import { benchIngestSpeed } from './ingest-speed.ts';
import { Misuse, parsed, wholeNumber } from './options.ts';
import { rates, scorePages, several, single, type Field } from './page-scores.ts';
import { readJudgedPages } from './pages.ts';
import { readSeed } from './quality-measures.ts';
import { aligned } from './table.ts';

/** Our own judged pages. */
const ownPages = 'test/pages';
/** Beside judged pages, what they reach at least: scores that only rise. */
const floorsOf = (folder: string) => join(folder, 'floors.json');

/**
 * Prints what ingestion reads right on judged pages, field by field; `--pages FOLDER` on others than our own,
 * `--faults FIELD` what is wrong; with `--speed` how fast and in how much memory. Gives back whether no floor beside the pages
 * is undercut; `--raise` raises them.
 */
export async function benchIngest(args: string[]): Promise<boolean> {
  const values = parsed(() =>
    parseArgs({
      args,
      options: {
        pages: { type: 'string' },
        faults: { type: 'string', multiple: true },
        raise: { type: 'boolean' },
        speed: { type: 'boolean' },
        size: { type: 'string', default: '10000' },
      },
    }),
  );
  if (values.speed) return benchIngestSpeed(wholeNumber('--size', values.size));
  const folder = values.pages ?? ownPages;
  if (!existsSync(folder)) throw new Misuse(`There is no folder ${folder}.`);
  const scores = scoresOf(folder);
  console.log(
    aligned([
      ['field', 'right', 'precision', 'recall', 'F1'],
      ...[...single, ...several].map((field) => {
        const { precision, recall, f1 } = rates(scores[field]);
        return [field, String(scores[field].right), precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)];
      }),
    ]),
  );
  for (const field of values.faults ?? []) {
    if (!(field in scores)) throw new Misuse(`There is no field ${field}.`);
    console.log(`\n${field}\n${scores[field as Field].faults.join('\n')}`);
  }
  if (!existsSync(floorsOf(folder))) return true;
  if (values.raise) raiseFloors(folder, f1Of(scores));
  return undercut(folder, f1Of(scores)).length === 0;
}

/** The scores of the pages of a folder, read with the names of the seed. */
export function scoresOf(folder: string) {
  const names = createNames(readSeed().map(namedEntity));
  const drafted = readJudgedPages(folder).map((page) => ({
    page,
    draft: createDraft(decodePage(page.content), names, { file: page.name, url: page.url }),
  }));
  return scorePages(drafted, names);
}

/** The fields whose score is below what was reached before, in a sentence each. */
export const undercut = (folder: string, reached: Record<string, number>): string[] =>
  Object.entries(readFloors(folder))
    .filter(([field, floor]) => (reached[field] ?? 0) < floor)
    .map(([field, floor]) => `${field}: ${reached[field]?.toFixed(3)} is below the ${floor} that was reached before`);

export const f1Of = (scores: ReturnType<typeof scoresOf>): Record<string, number> =>
  Object.fromEntries([...single, ...several].map((field) => [field, rates(scores[field]).f1]));

const readFloors = (folder: string): Record<string, number> =>
  JSON.parse(readFileSync(floorsOf(folder), 'utf8')) as Record<string, number>;

/** Floors have three digits, cut and not rounded, and never sink. */
function raiseFloors(folder: string, reached: Record<string, number>): void {
  const floors = readFloors(folder);
  const raised = Object.entries(reached).map(([field, f1]) => [
    field,
    Math.max(floors[field] ?? 0, Math.floor(f1 * 1000) / 1000),
  ]);
  writeFileSync(floorsOf(folder), `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`);
}
