import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms of src/ each room may import from. What stands directly in src/ is a room by its file name. */
const arrows: Record<string, string[]> = {
  'model.ts': [],
  'relations.ts': ['model.ts'],
  'fold.ts': [],
  'names.ts': ['model.ts'],
  'config.ts': [],
  ingest: ['model.ts', 'fold.ts'],
  graph: ['model.ts', 'names.ts', 'relations.ts', 'config.ts', 'fold.ts'],
  fetch: ['model.ts'],
  channel: [],
  projection: ['model.ts', 'relations.ts', 'fold.ts'],
  formats: ['model.ts', 'names.ts', 'relations.ts'],
  'page-file.ts': ['ingest'],
  'linking.ts': ['model.ts', 'graph', 'ingest'],
  'pages.ts': ['fetch', 'graph', 'ingest'],
  'catalogue.ts': ['config.ts', 'fetch', 'graph', 'projection', 'linking.ts', 'pages.ts'],
  api: ['model.ts', 'names.ts', 'relations.ts', 'fold.ts', 'graph', 'projection', 'ingest', 'formats', 'catalogue.ts'],
  landing: ['model.ts', 'names.ts', 'relations.ts', 'formats', 'api'],
  client: [],
  shown: [],
  web: ['client', 'shown'],
  'import.ts': ['model.ts', 'graph', 'ingest'],
  'backup.ts': ['graph'],
  commands: [
    'model.ts',
    'config.ts',
    'catalogue.ts',
    'graph',
    'formats',
    'api',
    'fetch',
    'channel',
    'import.ts',
    'backup.ts',
    'related-table.ts',
  ],
  'terminal.ts': ['channel'],
  http: ['model.ts', 'relations.ts', 'graph', 'projection', 'formats', 'landing', 'shown', 'api', 'catalogue.ts'],
  'related-table.ts': ['api'],
};
/** The entries: where the rooms meet. */
const entries = ['server.ts', 'cli.ts', 'http.ts'];

/** Packages that only one room may know. */
const packagesOfRooms: [pattern: RegExp, rooms: string[]][] = [
  [/^(neo4j-driver|@grafeo-db\/)/, ['graph']],
  [/^(type-graphql|@apollo\/server)/, ['api', 'http', 'http.ts']],
  [/^(@mozilla\/readability|linkedom|franc)$/, ['ingest']],
  [/^negotiator$/, ['http']],
  [/^csv-stringify/, ['http', 'formats']],
  [/^(citeproc|@citation-js\/name|n3|jsonld)/, ['formats']],
  [/^(graphiql|@graphiql\/|react)/, ['web']],
  [/^(undici|ipaddr\.js|robots-parser)$/, ['fetch']],
  [
    /^node:(fs|http|net)/,
    [
      'graph',
      'fetch',
      'formats',
      'channel',
      'http',
      'http.ts',
      'import.ts',
      'page-file.ts',
      'backup.ts',
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
