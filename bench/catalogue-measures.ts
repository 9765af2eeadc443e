import type { Measure } from './samples.ts';

/** The size, in publications, that the targets are set for. */
export const targetSize = 100_000;

/** An import of three times as many may need this many times the memory: flat but for the noise of the collector. */
const flat = 1.2;

const memory = { embedded: { atMost: 700 }, neo4j: { atMost: 700 } };

/** What `catalogue` measures, in the order of the table. */
export const catalogueMeasures: Measure[] = [
  { name: 'bare engine', unit: 's' },
  { name: 'import', unit: 's', target: { embedded: { atMost: 45 }, neo4j: { atMost: 60 } } },
  { name: 'import over bare engine', unit: '×' },
  { name: 'import, records a second', unit: '/s' },
  { name: 'import again', unit: 's' },
  { name: 'search for duplicates', unit: 's' },
  { name: 'start until ready', unit: 's', target: { embedded: { atMost: 5 }, neo4j: { atMost: 5 } } },
  { name: 'start after an orderly stop', unit: 's', target: { embedded: { atMost: 5 }, neo4j: { atMost: 5 } } },
  { name: 'start after kill -9', unit: 's', target: { embedded: { atMost: 5 }, neo4j: { atMost: 5 } } },
  { name: 'export', unit: 's' },
  {
    name: 'export, records a second',
    unit: '/s',
    target: { embedded: { atLeast: 20_000 }, neo4j: { atLeast: 20_000 } },
  },
  { name: 'import of the export', unit: 's' },
  { name: 'peak memory, import', unit: 'MB', target: memory },
  { name: 'peak memory, import again', unit: 'MB' },
  { name: 'peak memory, start until ready', unit: 'MB' },
  { name: 'peak memory, start after an orderly stop', unit: 'MB' },
  { name: 'peak memory, start after kill -9', unit: 'MB' },
  { name: 'peak memory, export', unit: 'MB' },
  { name: 'peak memory, import of the export', unit: 'MB' },
];

/** What `--memory` adds. */
export const memoryMeasures: Measure[] = [
  { name: 'import of three times as many', unit: 's' },
  { name: 'peak memory, import of three times as many', unit: 'MB', target: memory },
  {
    name: 'peak memory, three times as many over once',
    unit: '×',
    target: { embedded: { atMost: flat }, neo4j: { atMost: flat } },
  },
];
