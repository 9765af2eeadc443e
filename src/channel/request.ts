/** A command for the process that holds the graph; its arguments are JSON values. */
export interface Request {
  command: string;
  arguments: Record<string, unknown>;
}

/**
 * What a command says while it runs. Lines come without their end. Whoever says much awaits each call: it waits for as
 * long as the listener is behind, and so little stands in memory.
 */
export interface Say {
  /** A line for stdout. */
  out(line: string): Promise<void> | void;
  /** A line for stderr. */
  note(line: string): Promise<void> | void;
  /** How far the command is, as a JSON value, for a bar. */
  progress(value: unknown): Promise<void> | void;
}

/** A line of the answer, as JSON: any number of the first three, then one of the last two. */
export type Message = { out: string } | { note: string } | { progress: unknown } | { exit: number } | { error: string };
