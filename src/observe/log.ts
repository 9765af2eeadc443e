import { pino, type Logger } from 'pino';

/** Levels of the log, the quietest last. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * What this process says of itself: a line of JSON each, on stderr. Nothing of a reader stands in it: neither addresses nor
 * what was looked up, which are no properties of any line, and errors are told by type, message and stack alone.
 */
export const log: Logger = pino(
  {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { error: describe },
  },
  pino.destination({ dest: 2, sync: true }), // what is said before a crash is what is looked for after it
);

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: describe(cause) }) };
}
