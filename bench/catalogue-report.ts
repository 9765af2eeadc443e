import { catalogueMeasures, memoryMeasures, targetSize } from './catalogue-measures.ts';
import type { CatalogueOptions } from './options.ts';
import type { Samples } from './samples.ts';
import { resultTable, type Column } from './table.ts';

/** With how many publications a Neo4j that has just started is warmed up. */
export const warmUpSize = 2_000;

/**
 * What `catalogue` prints: the machine, the table, and what one has to know to read it. `exports` are the digests of
 * all the exports that were made.
 */
export function catalogueReport(
  machine: string,
  options: CatalogueOptions,
  samples: Samples,
  exports: string[],
): string {
  const { size, exportSize, rounds, engines, memory } = options;
  const columns = engines.flatMap((engine): Column[] => {
    if (engine === 'embedded') return [{ title: engine, engine, rounds: () => true }];
    const first = { title: 'neo4j, first round', engine, rounds: (round: number) => round === 1 };
    const later = { title: 'neo4j, later rounds', engine, rounds: (round: number) => round > 1 };
    return rounds === 1 ? [first] : [first, later];
  });
  const measures = [...catalogueMeasures, ...(memory ? memoryMeasures : [])];
  const judged = size === targetSize;
  const sizes = `${counted(size)} publications${size === exportSize ? '' : `; the export is of ${counted(exportSize)}`}`;
  const notes = [
    'Each step is a process of its own, timed from its making to its end; of several rounds the median (lowest–highest).',
    'The memory is that of this process: what a Neo4j server takes is not in it.',
    engines.includes('neo4j') && `Neo4j was warmed up with ${counted(warmUpSize)} publications before, not measured.`,
    !judged && `The targets are for ${counted(targetSize)} publications: not judged here.`,
    exports.length > 1 &&
      new Set(exports).size === 1 &&
      `All ${exports.length} exports are the same byte for byte: sha256 ${exports[0]}`,
    ...new Set(samples.problems.map((problem) => `WRONG  ${problem}`)),
  ];
  return [
    `${machine}\nsize     ${sizes}, ${rounds} round${rounds === 1 ? '' : 's'}`,
    resultTable(measures, columns, samples, judged),
    notes.filter((note) => note !== false).join('\n'),
  ].join('\n\n');
}

const counted = (count: number) => count.toLocaleString('en');
