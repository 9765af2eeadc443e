import { z } from 'zod';
import { lineSchema } from './record-schema.ts';

/**
 * A JSON Schema (2020-12) for each kind of line in a record file, by file name such as `publication.schema.json`.
 * A line that the import accepts is accepted by its schema; the few checks that a JSON Schema cannot make are told in
 * its descriptions.
 */
export function jsonSchemas(): Record<string, string> {
  const schemas = lineSchema.options.map((option) => {
    const name = `${option.shape.kind.value}.schema.json`;
    const { $schema, title, description, ...rest } = z.toJSONSchema(option, { io: 'input' });
    return [name, printed({ $schema, $id: name, title, description, $comment, ...rest })];
  });
  return Object.fromEntries(schemas) as Record<string, string>;
}

const $comment =
  'The import reads more strictly where a schema cannot: dates exist, check digits fit, languages are canonical BCP 47 tags, no link leads to the record itself, and no text holds control characters or marks that override the direction of reading.';

/** As prettier prints it: a list of plain values stands on one line where it fits into 120 characters. */
const printed = (schema: object) =>
  JSON.stringify(schema, null, 2).replace(/^(.*)\[\n([^[\]{}]*?)\n\s*\](,?)$/gm, (whole, before, items, after) => {
    const line = `${before}[${items.trim().replace(/\n\s+/g, ' ')}]${after}`;
    return line.length <= 120 ? line : whole;
  }) + '\n';
