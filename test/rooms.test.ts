import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms of src/ each room may import from. What stands directly in src/ is a room by its file name. */
const arrows: Record<string, string[]> = {
  'model.ts': [],
  'relations.ts': ['model.ts'],
  'fold.ts': [],
  'deadline.ts': [],
  observe: [],
  'names.ts': ['model.ts'],
  redis: ['deadline.ts', 'observe'],
  clients: ['redis'],
  'config.ts': ['observe', 'clients'],
  ingest: ['model.ts', 'fold.ts'],
  graph: ['deadline.ts', 'model.ts', 'names.ts', 'relations.ts', 'config.ts', 'fold.ts'],
  fetch: ['model.ts'],
  channel: [],
  keys: [],
  projection: ['model.ts', 'relations.ts', 'fold.ts'],
  formats: ['model.ts', 'names.ts', 'relations.ts'],
  reading: ['fold.ts', 'fetch', 'ingest'],
  'linking.ts': ['model.ts', 'graph', 'ingest'],
  'pages.ts': ['fetch', 'graph', 'ingest'],
  keeping: ['observe', 'graph', 'projection'],
  'catalogue.ts': [
    'keeping',
    'observe',
    'config.ts',
    'fetch',
    'graph',
    'projection',
    'linking.ts',
    'pages.ts',
    'draft-reader.ts',
  ],
  'draft-reader.ts': ['fetch', 'graph', 'ingest', 'linking.ts', 'reading'],
  api: [
    'deadline.ts',
    'observe',
    'redis',
    'model.ts',
    'names.ts',
    'relations.ts',
    'fold.ts',
    'graph',
    'projection',
    'ingest',
    'formats',
    'keys',
    'catalogue.ts',
    'import-values.ts',
    'draft-reader.ts',
    'filing.ts',
  ],
  landing: ['model.ts', 'names.ts', 'relations.ts', 'formats', 'shown', 'api'],
  client: [],
  explorer: ['model.ts', 'relations.ts', 'formats', 'landing', 'client', 'shown'],
  shown: [],
  web: ['client', 'shown'],
  'import-lines.ts': ['model.ts', 'graph', 'ingest'],
  'import-values.ts': ['graph', 'import-lines.ts'],
  'import.ts': ['graph', 'ingest', 'import-lines.ts'],
  'backup.ts': ['graph'],
  'filing.ts': ['model.ts', 'graph', 'ingest'],
  'opening.ts': ['observe', 'config.ts', 'catalogue.ts', 'graph', 'ingest', 'import.ts'],
  commands: [
    'model.ts',
    'config.ts',
    'catalogue.ts',
    'graph',
    'formats',
    'api',
    'fetch',
    'channel',
    'linking.ts',
    'ingest',
    'import.ts',
    'filing.ts',
    'backup.ts',
    'related-table.ts',
  ],
  'ingesting.ts': ['config.ts', 'channel', 'commands', 'fetch', 'ingest', 'reading'],
  'terminal.ts': ['channel'],
  http: [
    'fold.ts',
    'observe',
    'clients',
    'model.ts',
    'relations.ts',
    'graph',
    'projection',
    'formats',
    'keys',
    'landing',
    'explorer',
    'client',
    'shown',
    'api',
    'catalogue.ts',
  ],
  'related-table.ts': ['api'],
};
/** The entries: where the rooms meet. */
const entries = ['server.ts', 'cli.ts', 'http.ts'];

/** Packages that only one room may know. */
const packagesOfRooms: [pattern: RegExp, rooms: string[]][] = [
  [/^(neo4j-driver|@grafeo-db\/)/, ['graph']],
  [/^(type-graphql|@apollo\/server)/, ['api', 'http', 'http.ts']],
  [/^(@mozilla\/readability|linkedom|franc|chardet)$/, ['ingest']],
  [/^(unpdf|marked|node:worker_threads)(\/|$)/, ['reading']],
  [/^negotiator$/, ['http']],
  [/^(pino$|prom-client$|@opentelemetry\/)/, ['observe']],
  [/^csv-stringify/, ['http', 'formats']],
  [/^(citeproc|@citation-js\/name|n3|jsonld)/, ['formats']],
  [/^(graphiql|@graphiql\/|react|sigma|graphology)/, ['web']],
  [/^(d3-geo|topojson-client|iso-3166)$/, ['explorer']],
  [/^(undici|robots-parser)$/, ['fetch']],
  [/^ipaddr\.js$/, ['fetch', 'clients']],
  [/^@redis\/client$/, ['redis']],
  [
    /^node:(fs|http|net)/,
    [
      'graph',
      'fetch',
      'formats',
      'channel',
      'keys',
      'http',
      'http.ts',
      'import.ts',
      'reading',
      'backup.ts',
      'keeping',
      'observe',
      'server.ts',
      'cli.ts',
    ],
  ],
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const roomOf = (file: string) => normalize(file).split('/')[0]!;
const importsOf = (file: string) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1]!);

describe('the rooms', () => {
  it('are all known', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in arrows) && !entries.includes(room))).toEqual([]);
  });

  it('import only from where the arrows allow', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      return importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) => roomOf(join(dirname(file), path)))
        .filter((other) => other !== room && !entries.includes(room) && !arrows[room]!.includes(other))
        .map((other) => `${file} → ${other}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keep engines, decorators and the network where they belong', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) =>
          packagesOfRooms.some(([pattern, rooms]) => pattern.test(name) && !rooms.includes(roomOf(file))),
        )
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have Cypher nowhere but in graph/', () => {
    const cypher = /\b(MATCH|MERGE) \(|RETURN \w+\.\w+/;
    expect(
      files.filter((file) => roomOf(file) !== 'graph' && cypher.test(readFileSync(join('src', file), 'utf8'))),
    ).toEqual([]);
  });
});
