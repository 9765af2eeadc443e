import type { z } from 'zod';
import type { CatalogueRecord } from '../model.ts';
import { recordSchema } from './record-schema.ts';

/** A line that was not accepted: where it stands, what in it is wrong, and the line itself. */
export interface Rejection {
  file: string;
  /** From 1. */
  line: number;
  /** The path of the field, such as `parties.3.date`; empty for the line as a whole. */
  field: string;
  value: unknown;
  reason: string;
  text: string;
}

export type ReadLine = { line: number; text: string; record: CatalogueRecord } | Rejection;

/** Reads JSON Lines one record at a time; a line that is no record comes out as a rejection and stops nothing. */
export async function* readRecords(file: string, lines: AsyncIterable<string>): AsyncGenerator<ReadLine> {
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() !== '') yield readRecord(file, line, text);
  }
}

function readRecord(file: string, line: number, text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  } catch (error) {
    const reason = `is not JSON: ${(error as Error).message}`;
    return { file, line, field: '', value: text.slice(0, 80), reason, text };
  }
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return { line, text, record: parsed.data };
  const { path, message } = problemOf(parsed.error.issues[0]!);
  const found = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
  return { file, line, field: path.join('.'), value: found ?? null, reason: message, text };
}

/** Where in the record a problem is and what it is: an unknown field is named itself, not only what it stands in. */
function problemOf(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code === 'unrecognized_keys') return { path: [...issue.path, issue.keys[0]!], message: 'is not a field' };
  if (issue.code === 'invalid_key') return { path: issue.path, message: issue.issues[0]!.message };
  return issue;
}
