import type { z } from 'zod';

type Check<Value> = (context: z.core.ParsePayload<Value>) => void;

/** Refuses a link of a record to itself, in fields that hold an id, ids, or objects whose `to` is an id. */
export const notItself =
  (...fields: string[]): Check<{ id: string }> =>
  ({ value: record, issues }) => {
    for (const field of fields) {
      const links: unknown = record[field as keyof typeof record];
      if (links === record.id) issues.push(toItself(record.id, [field]));
      if (!Array.isArray(links)) continue;
      links.forEach((link: string | { to: string }, index) => {
        if (link === record.id) issues.push(toItself(record.id, [field, index]));
        else if (typeof link === 'object' && link.to === record.id)
          issues.push(toItself(record.id, [field, index, 'to']));
      });
    }
  };

const toItself = (input: string, path: PropertyKey[]): z.core.$ZodRawIssue => ({
  code: 'custom',
  message: 'points to the record itself',
  input,
  path,
});

/** Refuses an end before the start, as far as both are known: 2019 is not before 2019-05. */
export const endAfterStart: Check<{ start?: string; end?: string }> = ({ value: { start, end }, issues }) => {
  if (!start || !end) return;
  const known = Math.min(start.length, end.length);
  if (end.slice(0, known) < start.slice(0, known))
    issues.push({ code: 'custom', message: `is before the start, ${start}`, input: end, path: ['end'] });
};

/** Refuses an `into` that is the id itself or of another kind. */
export const intoAnotherOfItsKind: Check<{ id: string; into: string }> = ({ value: { id, into }, issues }) => {
  const kind = id.slice(0, id.indexOf('/') + 1);
  if (into === id) issues.push(toItself(into, ['into']));
  else if (!into.startsWith(kind))
    issues.push({
      code: 'custom',
      message: `is not an id of the form ${kind}…, as id is`,
      input: into,
      path: ['into'],
    });
};
