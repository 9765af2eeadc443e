import { z } from 'zod';
import { kinds, type CatalogueRecord } from '../../model.ts';
import { id, text } from './fields.ts';
import { intoAnotherOfItsKind } from './record-checks.ts';
import { kind } from './shared-fields.ts';

/** What becomes of an id that was given before: it is another one from now on, or it is no more. */
export type LifeCycleLine =
  | { kind: 'merged'; id: string; into: string; reason?: string }
  | { kind: 'withdrawn'; id: string; reason: string; records?: CatalogueRecord[] };

const anyId = id(...kinds);

/** The record of one id is that of another from now on. */
export const merged = z
  .strictObject({
    kind: kind('merged'),
    id: anyId.describe('The id that is given up, such as `publication/a`.'),
    into: anyId.describe('The id that stands for both: another one, of the same kind.'),
    reason: text.describe('Why, for a person who looks for the old id.').optional(),
  })
  .check(intoAnotherOfItsKind)
  .meta({ title: 'Merged', description: 'Two records were one thing: the first id leads to the second from now on.' });

/** The record of an id is taken out; `record` is what any record must be. */
export const withdrawn = <Record extends z.ZodType>(record: Record) =>
  z
    .strictObject({
      kind: kind('withdrawn'),
      id: anyId.describe('The id whose record is taken out.'),
      reason: text.describe('Why, for a person who looks for the id.'),
      records: z
        .array(record)
        .describe('What it stood on: kept, never shown, and there again when it is undone.')
        .optional(),
    })
    .meta({ title: 'Withdrawn', description: 'A record is taken out of the catalogue.' });
