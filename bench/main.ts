import { Misuse } from './options.ts';

interface Benchmark {
  about: string;
  options: string;
  /** Runs it and gives back whether every answer was right. */
  run(args: string[]): Promise<boolean>;
}

/** Every benchmark there is. */
const benchmarks: Record<string, Benchmark> = {
  catalogue: {
    about: 'import, import again, start and export of a generated catalogue, beside the bare engine',
    options: '[--engine embedded|neo4j|both] [--size 100000] [--export-size SIZE] [--rounds 3] [--memory]',
    run: async (args) => (await import('./catalogue.ts')).benchCatalogue(args),
  },
  projection: {
    about: 'memory, building, related lists and patches of the projection alone, at several sizes',
    options: '[--sizes 10000,100000,1000000]',
    run: async (args) => (await import('./projection.ts')).benchProjection(args),
  },
  'related-quality': {
    about: 'how good the related lists of the seed are, by judged queries and by what can be counted',
    options: '',
    run: async () => (await import('./related-quality.ts')).benchRelatedQuality(),
  },
  ingest: {
    about:
      'what ingestion reads right on judged pages, field by field; or how fast, in how much memory, hostile pages too',
    options: '[--pages test/pages] [--faults FIELD] [--raise] | --speed [--size 10000]',
    run: async (args) => (await import('./ingest.ts')).benchIngest(args),
  },
  related: {
    about:
      'related lists and nested lists over HTTP, at 1 connection and at more, beside the peers in test/bench/peers',
    options: '[--engine embedded|neo4j|both] [--size 100000] [--rounds 3] [--connections 16] [--peers]',
    run: async (args) => (await import('./related.ts')).benchRelated(args),
  },
  api: {
    about: 'entities, filtered lists, paths and counts by GraphQL over HTTP, checked by plain Cypher, beside the peers',
    options: '[--engine embedded|neo4j|both] [--size 100000] [--rounds 3] [--connections 16] [--peers]',
    run: async (args) => (await import('./api.ts')).benchApi(args),
  },
  several: {
    about:
      'related lists of one server and of two on one Neo4j and one Redis, behind a program that shares requests out',
    options: '[--size 10000] [--rounds 3] [--connections 16]',
    run: async (args) => (await import('./several.ts')).benchSeveral(args),
  },
  overload: {
    about: 'what becomes of answers, and of those sent away, at many times the rate that a server can sustain',
    options: '[--engine embedded|neo4j|both] [--size 100000] [--times 10]',
    run: async (args) => (await import('./overload.ts')).benchOverload(args),
  },
  soak: {
    about: 'memory and handles of a server that is asked and written to for long, while clients vanish',
    options: '[--engine embedded|neo4j|both] [--size 1000] [--minutes 30]',
    run: async (args) => (await import('./soak.ts')).benchSoak(args),
  },
};

const usage = [
  'Usage: npm run bench -- NAME [options]',
  '',
  ...Object.entries(benchmarks).map(([name, { about, options }]) => `  ${name}  ${about}\n    ${options}`),
  '',
  'Example: npm run bench -- catalogue --engine embedded --size 2000 --rounds 1',
].join('\n');

/** Results go to stdout, progress to stderr; exit 0 every answer was right, 1 one was not, 2 misused. */
async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '--help' || args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  if (!Object.hasOwn(benchmarks, name)) throw new Misuse(name ? `There is no benchmark ${name}.` : 'Which benchmark?');
  return (await benchmarks[name]!.run(args)) ? 0 : 1;
}

// Node would end without a word to what waits for its end: folders of gigabytes would stay.
for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const])
  process.once(signal, () => process.exit(code));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const misused = error instanceof Misuse;
  console.error(misused ? `${error.message}\n\n${usage}` : error);
  process.exitCode = misused ? 2 : 1;
}
