import type { z } from 'zod';

/** Where in a record something is wrong, and what: a fragment of a sentence that follows the value. */
export interface Problem {
  path: PropertyKey[];
  reason: string;
}

const deepest = 32; // levels; a record has four

const expected: Record<string, string> = {
  string: 'is not a string',
  boolean: 'is not true or false',
  array: 'is not a list',
  object: 'is not an object',
  record: 'is not an object',
};

/** The words for what a type alone refuses; everything else brings its own. */
export const wordsFor: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'is missing' : expected[issue.expected];
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.join(', ')}`;
  return undefined;
};

/** The first problem that a schema found: an unknown field is named itself, not only what it stands in. */
export function firstProblem({ issues: [issue] }: z.core.$ZodError): Problem {
  const { path, message } = issue!;
  if (issue!.code === 'unrecognized_keys') return { path: [...path, issue!.keys[0]!], reason: 'is not a field' };
  if (issue!.code === 'invalid_key') return { path, reason: issue!.issues[0]!.message };
  return { path, reason: message };
}

/** What no schema sees: nesting that recursion would not survive, and `__proto__`, which Zod leaves out in silence. */
export function problemOfShape(value: unknown, path: string[] = []): Problem | null {
  if (typeof value !== 'object' || value === null) return null;
  if (path.length === deepest) return { path: [], reason: `is nested more than ${deepest} levels deep` };
  if (Object.hasOwn(value, '__proto__')) return { path: [...path, '__proto__'], reason: 'is not a field' };
  for (const [name, inner] of Object.entries(value)) {
    const problem = problemOfShape(inner, [...path, name]);
    if (problem) return problem;
  }
  return null;
}

/** A message that quotes a file, with everything invisible in it escaped. */
export const printable = (message: string) =>
  message.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) =>
    [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
