import { z } from 'zod';

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
}

const boltSchemes = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((port) => port.trim() !== '', { error: 'is not a number' })
    .pipe(
      z.coerce
        .number<string>('is not a number')
        .int('is not a whole number')
        .min(0, 'is below 0')
        .max(65535, 'is above 65535'),
    )
    .default(4000),
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
});

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
      return `  ${name}=${JSON.stringify(given[name])} ${message}`;
    });
    throw new Error(`These settings cannot be used:\n${problems.join('\n')}\nUnset or correct them and start again.`);
  }
  const { HOST: host, PORT: port, PUBLIC_URL, GRAPH_URL } = parsed.data;
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
  };
}
