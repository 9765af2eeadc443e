import { parseArgs } from 'node:util';
import type { EngineName } from './engines.ts';
import { common, enginesOf, Misuse, parsed, wholeNumber } from './options.ts';

/** How a benchmark of the answers is to be run. */
export interface RelatedOptions {
  engines: EngineName[];
  size: number;
  rounds: number;
  /** How many connections ask at once: one alone, and as many as were asked for. */
  connections: number[];
  /** Whether the peers are measured too, on the same Neo4j. */
  peers: boolean;
}

/** Reads the options of `related`. Throws a Misuse that names what cannot be used. */
export function readRelatedOptions(args: string[]): RelatedOptions {
  const values = parsed(() =>
    parseArgs({
      args,
      options: {
        ...common,
        connections: { type: 'string', default: '16' },
        peers: { type: 'boolean', default: false },
      },
    }),
  );
  const engines = enginesOf(values.engine);
  if (values.peers && !engines.includes('neo4j'))
    throw new Misuse(`--peers ask a Neo4j: --engine ${values.engine} has none.`);
  return {
    engines,
    size: wholeNumber('--size', values.size),
    rounds: wholeNumber('--rounds', values.rounds),
    connections: [...new Set([1, wholeNumber('--connections', values.connections)])],
    peers: values.peers,
  };
}
