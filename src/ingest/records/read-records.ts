import { z } from 'zod';
import type { CatalogueRecord } from '../../model.ts';
import { canonical } from './canonical.ts';
import type { LifeCycleLine } from './life-cycle.ts';
import { readLines, type Line } from './lines.ts';
import { firstProblem, printable, problemOfShape, wordsFor, type Problem } from './problems.ts';
import { lineSchema } from './record-schema.ts';

export type { LifeCycleLine };

/** A line that was not accepted: where it stands, what in it is wrong, and the line itself. */
export interface Rejection {
  file: string;
  /** From 1. */
  line: number;
  /** The path of the field, such as `parties.3.date`; empty for the line as a whole. */
  field: string;
  value: unknown;
  reason: string;
  /** The whole line; its first 200 characters where it is too long or not UTF-8. */
  text: string;
}

/** What a line of a record file is: a record, what becomes of an id, or something that was not accepted. */
export type ReadLine =
  | { line: number; text: string; record: CatalogueRecord }
  | { line: number; text: string; fate: LifeCycleLine }
  | Rejection;

/**
 * Reads JSON Lines, given as the bytes of a file, one line at a time; a line that cannot be used comes out as a
 * rejection and stops nothing, a blank one does not come out at all.
 *
 * Records are in one form: fields in the order of their schema, languages in the order of their tags, strings
 * normalised, nothing twice in a list, nothing empty, nothing undefined. So two lines that mean the same give the same
 * `JSON.stringify(record)`, and reading that text again gives the same record.
 */
export async function* readRecords(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadLine> {
  for await (const given of readLines(chunks)) {
    if (given.problem !== undefined || given.text.trim() !== '') yield readRecord(file, given);
  }
}

// Compiled, as 100,000 records then take 3.9 seconds instead of 5.7.
const compiled = z.compile(lineSchema);

/** A record that was made here, in the one form that reading it from a file gives; or what is wrong with it. */
export function checkRecord(value: unknown): { record: CatalogueRecord | LifeCycleLine } | Problem {
  const parsed = compiled.safeParse(value, { error: wordsFor });
  return parsed.success ? { record: canonical(parsed.data) } : firstProblem(parsed.error);
}

function readRecord(file: string, given: Line): ReadLine {
  const { line, text, problem } = given;
  if (problem !== undefined) return rejection(file, given, '', text.slice(0, 80), problem);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return rejection(file, given, '', text.slice(0, 80), `is not JSON: ${printable((error as Error).message)}`);
  }
  const parsed = compiled.safeParse(value, { error: wordsFor });
  const mayHide = parsed.success && /__proto__|\\u00/.test(text); // the second begins an escaped way to write the first
  const wrong = parsed.success && !mayHide ? null : problemOfShape(value);
  if (parsed.success && !wrong) {
    const found = canonical(parsed.data);
    const isFate = found.kind === 'merged' || found.kind === 'withdrawn';
    return isFate ? { line, text, fate: found } : { line, text, record: found };
  }
  const { path, reason } = wrong ?? firstProblem(parsed.error!);
  // What is nested too deeply is itself more than a rejection can hold.
  if (wrong && path.length === 0) return rejection(file, given, '', text.slice(0, 80), reason);
  const found = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
  return rejection(file, given, path.join('.'), found ?? null, reason);
}

function rejection(file: string, { line, text, unfinished }: Line, field: string, value: unknown, reason: string) {
  const cut = unfinished && field === '' ? '; the file ends with this line and may have been cut off there' : '';
  return { file, line, field, value, reason: reason + cut, text };
}
