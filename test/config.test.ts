import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

/** What is said of the settings that cannot be used, a line each. */
function problemsOf(variables: Record<string, string>): string[] {
  try {
    readConfig(variables);
  } catch (error) {
    return (error as Error).message.split('\n').slice(1, -1);
  }
  return [];
}

describe('the settings', () => {
  it('have a default each', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      graph: { engine: 'embedded', folder: './data' },
      logLevel: 'info',
      tracing: false,
      writeOrigins: [],
      maxInFlight: 64,
      rateLimit: { budget: 1_200_000, given: false },
      trustProxy: [
        [expect.anything(), 8],
        [expect.anything(), 128],
      ],
    });
  });

  it('are taken from the environment', () => {
    const variables = {
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://thread.example',
      GRAPH_URL: '/var/graph',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      API_KEYS_FILE: '/etc/keys.json',
      LOG_LEVEL: 'warn',
      WRITE_ORIGINS: 'https://curate.example, http://localhost:5173/,',
      MAX_IN_FLIGHT: '10',
      RATE_LIMIT: '5000',
      TRUST_PROXY: '2',
      REDIS_URL: 'redis://localhost:6379/1',
    };
    expect(readConfig(variables)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      contact: 'https://thread.example',
      publicUrl: 'https://thread.example',
      graph: { engine: 'embedded', folder: '/var/graph' },
      tracing: true,
      keysFile: '/etc/keys.json',
      logLevel: 'warn',
      writeOrigins: ['https://curate.example', 'http://localhost:5173'],
      maxInFlight: 10,
      rateLimit: { budget: 5_000, given: true },
      trustProxy: 2,
      redisUrl: 'redis://localhost:6379/1',
    });
  });

  it('put the projection into a file of its own beside Neo4j alone', () => {
    const PROJECTION_FILE = '/var/lib/common-thread/projection';
    const GRAPH_URL = 'bolt://localhost:7687';
    expect(readConfig({ PROJECTION_FILE, GRAPH_URL })).toMatchObject({ projectionFile: PROJECTION_FILE });
    expect(() => readConfig({ PROJECTION_FILE })).toThrow(
      `PROJECTION_FILE="${PROJECTION_FILE}" is for a graph in Neo4j`,
    );
  });

  it('count as unset when empty', () => {
    const names = ['HOST', 'PORT', 'PUBLIC_URL', 'GRAPH_URL', 'GRAPH_USER', 'GRAPH_PASSWORD', 'GRAPH_DATABASE'];
    const empty = Object.fromEntries(
      [...names, 'API_KEYS_FILE', 'PROJECTION_FILE', 'WRITE_ORIGINS'].map((name) => [name, '']),
    );
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('leave variables that mean nothing here alone', () => {
    expect(readConfig({ PATH: '/bin', PORTS: 'x' })).toEqual(readConfig({}));
  });

  it.each(['0', '1', '65535'])('take port %s', (PORT) => {
    expect(readConfig({ PORT }).port).toBe(Number(PORT));
  });

  it('name the port in the public address that is assumed', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  it.each([
    ['https://thread.example/', 'https://thread.example'],
    ['https://thread.example', 'https://thread.example'],
    ['https://example.org/thread/', 'https://example.org/thread'],
  ])('take the slash off the end of PUBLIC_URL=%s', (PUBLIC_URL, publicUrl) => {
    expect(readConfig({ PUBLIC_URL }).publicUrl).toBe(publicUrl);
  });

  it.each([
    'bolt://localhost:7687',
    'bolt+s://graph.example',
    'bolt+ssc://graph.example',
    'neo4j://graph.example',
    'neo4j+s://graph.example',
    'neo4j+ssc://graph.example',
  ])('lead to Neo4j by %s, with user, password and database', (url) => {
    const variables = {
      GRAPH_URL: url,
      GRAPH_USER: 'reader',
      GRAPH_PASSWORD: 'p:/ä',
      GRAPH_DATABASE: 'thread',
    };
    expect(readConfig(variables).graph).toEqual({
      engine: 'neo4j',
      url,
      user: 'reader',
      password: 'p:/ä',
      database: 'thread',
    });
  });
});

const notSites = 'is not a list of sites such as https://curate.example,https://desk.example';

describe('a setting that cannot be used', () => {
  it.each([
    ['PORT', 'http', 'is not a number'],
    ['PORT', ' ', 'is not a number'],
    ['PORT', '80.5', 'is not a whole number'],
    ['PORT', '-1', 'is below 0'],
    ['PORT', '65536', 'is above 65535'],
    ['PUBLIC_URL', 'thread.example', 'is not an http(s) address'],
    ['PUBLIC_URL', 'ftp://thread.example', 'is not an http(s) address'],
    [
      'GRAPH_URL',
      'http://localhost:7474',
      'is neither a folder nor an address that starts with bolt://, neo4j:// or neo4j+s://',
    ],
    ['WRITE_ORIGINS', '*', notSites],
    ['WRITE_ORIGINS', 'null', notSites],
    ['WRITE_ORIGINS', 'curate.example', notSites],
    ['WRITE_ORIGINS', 'https://curate.example/desk', notSites],
    ['WRITE_ORIGINS', 'https://curate.example https://desk.example', notSites],
  ])('is named with its value: %s=%j', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([`  ${name}=${JSON.stringify(value)} ${problem}`]);
  });

  it('is told together with all the others', () => {
    const problems = problemsOf({ PORT: 'http', PUBLIC_URL: 'nowhere', GRAPH_URL: 'redis://localhost' });
    expect(problems.map((line) => line.trim().split('=')[0])).toEqual(['PORT', 'PUBLIC_URL', 'GRAPH_URL']);
  });

  it('comes with what to do', () => {
    expect(() => readConfig({ PORT: 'http' })).toThrow(
      /^These settings cannot be used:\n[\s\S]*\nUnset or correct them and start again\.$/,
    );
  });
});
