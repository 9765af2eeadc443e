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
  const values = parsed(args);
  const engines = engineChoices[values.engine];
  if (!engines) throw new Misuse(`--engine ${values.engine} is none of ${Object.keys(engineChoices).join(', ')}.`);
  const size = wholeNumber('--size', values.size);
  return {
    engines,
    size,
    exportSize: values['export-size'] === undefined ? size : wholeNumber('--export-size', values['export-size']),
    rounds: wholeNumber('--rounds', values.rounds),
    memory: values.memory,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        engine: { type: 'string', default: 'both' },
        size: { type: 'string', default: '100000' },
        'export-size': { type: 'string' },
        rounds: { type: 'string', default: '3' },
        memory: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

function wholeNumber(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Misuse(`${option} ${value} is not a whole number above 0.`);
  return Number(value);
}
