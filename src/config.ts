import { z } from 'zod';
import { readTrust, type Trust } from './clients/address.ts';
import { logLevels, type LogLevel } from './observe/log.ts';

/** Where the graph is: a folder for the embedded engine or a Bolt address of Neo4j. */
export type GraphAddress =
  | { engine: 'embedded'; folder: string }
  | { engine: 'neo4j'; url: string; user?: string; password?: string; database?: string };

export interface Config {
  host: string;
  port: number;
  /** The address this server is reached at, without a slash at the end. */
  publicUrl: string;
  /** The same where it was given: then whoever we visit can find out who asks. */
  contact?: string;
  graph: GraphAddress;
  /** The file of the keys that writing needs; without it nothing is written over HTTP. */
  keysFile?: string;
  /** Whether traces are sent, by OpenTelemetry's own settings. */
  tracing: boolean;
  /** How much is said in the log. */
  logLevel: LogLevel;
  /** Where the graph in memory is kept from one start to the next, if not where the graph itself decides. */
  projectionFile?: string;
  /** Sites whose pages may write with a key, such as `https://curate.example`. */
  writeOrigins: string[];
  /** Requests that are answered at once; whoever comes then is told to come again. */
  maxInFlight: number;
  /** Cost that a client may ask for in a minute; null for any. Given: to programs on this machine, too. */
  rateLimit: { budget: number; given: boolean } | null;
  /** Which proxies before this server are believed to say who asked. */
  trustProxy: Trust;
  /** Where several servers share budgets of clients and queries known by their hashes. */
  redisUrl?: string;
}

const boltSchemes = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => text.trim() !== '', { error: 'is not a number' })
    .pipe(
      z.coerce
        .number<string>('is not a number')
        .int('is not a whole number')
        .min(least, `is below ${least}`)
        .max(most, `is above ${most}`),
    );

/** Cost that a client may ask for in a minute: sixty questions of the most that one may cost. */
const usualBudget = 1_200_000;

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  GRAPH_URL: z
    .string()
    .default('./data')
    .refine((url) => !url.includes('://') || boltSchemes.includes(url.slice(0, url.indexOf('//'))), {
      error: 'is neither a folder nor an address that starts with bolt://, neo4j:// or neo4j+s://',
    }),
  GRAPH_USER: z.string().optional(),
  GRAPH_PASSWORD: z.string().optional(),
  GRAPH_DATABASE: z.string().optional(),
  API_KEYS_FILE: z.string().optional(),
  PROJECTION_FILE: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `is none of ${logLevels.join(', ')}` }).default('info'),
  WRITE_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((origin) => origin.trim().replace(/\/$/, '') || []))
    .refine((origins) => origins.every(isOrigin), {
      error: 'is not a list of sites such as https://curate.example,https://desk.example',
    }),
  MAX_IN_FLIGHT: wholeNumber(1, 100_000).default(64),
  RATE_LIMIT: z
    .union([z.literal('off'), wholeNumber(1, 1e12)], { error: 'is neither a whole number above 0 nor off' })
    .optional(),
  TRUST_PROXY: z
    .string()
    .default('loopback')
    .transform(readTrust)
    .refine((trust) => trust !== null, {
      error: 'is neither a number of proxies nor a list such as loopback,10.0.0.0/8',
    }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'is not an address that starts with redis:// or rediss://' })
    .optional(),
});

/** Whether a text names a site as browsers do: nothing behind its host and port. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/**
 * The settings of this process, read from environment variables (an empty one counts as unset).
 * Throws one error that names every bad setting with its value.
 */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}=${JSON.stringify(given[name])} ${message}`;
    });
    throw badSettings(problems);
  }
  const { HOST: host, PORT: port, PUBLIC_URL, GRAPH_URL, LOG_LEVEL, WRITE_ORIGINS } = parsed.data;
  const { API_KEYS_FILE, PROJECTION_FILE, MAX_IN_FLIGHT, RATE_LIMIT, TRUST_PROXY, REDIS_URL } = parsed.data;
  if (PROJECTION_FILE && !GRAPH_URL.includes('://'))
    throw badSettings([
      `PROJECTION_FILE=${JSON.stringify(PROJECTION_FILE)} is for a graph in Neo4j: that of an embedded one lies in its folder. Leave it out.`,
    ]);
  return {
    host,
    port,
    publicUrl: (PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    ...(PUBLIC_URL && { contact: PUBLIC_URL }),
    graph: GRAPH_URL.includes('://')
      ? {
          engine: 'neo4j',
          url: GRAPH_URL,
          user: parsed.data.GRAPH_USER,
          password: parsed.data.GRAPH_PASSWORD,
          database: parsed.data.GRAPH_DATABASE,
        }
      : { engine: 'embedded', folder: GRAPH_URL },
    ...(API_KEYS_FILE && { keysFile: API_KEYS_FILE }),
    ...(PROJECTION_FILE && { projectionFile: PROJECTION_FILE }),
    tracing: parsed.data.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    logLevel: LOG_LEVEL,
    writeOrigins: WRITE_ORIGINS,
    maxInFlight: MAX_IN_FLIGHT,
    rateLimit: RATE_LIMIT === 'off' ? null : { budget: RATE_LIMIT ?? usualBudget, given: RATE_LIMIT !== undefined },
    trustProxy: TRUST_PROXY,
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
  };
}

/** An error that names settings with their values and what is wrong with each. */
export const badSettings = (problems: readonly string[]): Error =>
  new Error(
    `These settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n` +
      'Unset or correct them and start again.',
  );
