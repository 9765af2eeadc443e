import { parseArgs } from 'node:util';
import type { EngineName } from './engines.ts';

/** How a benchmark of the catalogue's life is to be run. */
export interface CatalogueOptions {
  engines: EngineName[];
  size: number;
  exportSize: number;
  rounds: number;
  /** Whether an import of three times the size is measured too. */
  memory: boolean;
}

/** Something the caller wrote that cannot be used. */
export class Misuse extends Error {}

const engineChoices: Record<string, EngineName[]> = {
  embedded: ['embedded'],
  neo4j: ['neo4j'],
  both: ['embedded', 'neo4j'],
};

/** Reads the options of `catalogue`. Throws a Misuse that names what cannot be used. */
export function readCatalogueOptions(args: string[]): CatalogueOptions {
  const values = parsed(() =>
    parseArgs({
      args,
      options: { ...common, 'export-size': { type: 'string' }, memory: { type: 'boolean', default: false } },
    }),
  );
  const size = wholeNumber('--size', values.size);
  return {
    engines: enginesOf(values.engine),
    size,
    exportSize: values['export-size'] === undefined ? size : wholeNumber('--export-size', values['export-size']),
    rounds: wholeNumber('--rounds', values.rounds),
    memory: values.memory,
  };
}

/** What every benchmark takes. */
export const common = {
  engine: { type: 'string', default: 'both' },
  size: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '3' },
} as const;

/** The values that `parse` reads; what it cannot read is a Misuse. */
export function parsed<Values>(parse: () => { values: Values }): Values {
  try {
    return parse().values;
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** The engines that `--engine` means. */
export function enginesOf(value: string): EngineName[] {
  const engines = engineChoices[value];
  if (!engines) throw new Misuse(`--engine ${value} is none of ${Object.keys(engineChoices).join(', ')}.`);
  return engines;
}

/** The value of an option that takes a whole number above 0. */
export function wholeNumber(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Misuse(`${option} ${value} is not a whole number above 0.`);
  return Number(value);
}
