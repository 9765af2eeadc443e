import { z } from 'zod';
import { kinds } from '../model.ts';
import { id, text } from './fields.ts';
import { intoAnotherOfItsKind } from './record-checks.ts';
import { kind } from './shared-fields.ts';

/** What becomes of an id that was given before: it is another one from now on, or it is no more. */
export type LifeCycleLine =
  { kind: 'merged'; id: string; into: string; reason?: string } | { kind: 'withdrawn'; id: string; reason: string };

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

/** The record of an id is taken out. */
export const withdrawn = z
  .strictObject({
    kind: kind('withdrawn'),
    id: anyId.describe('The id whose record is taken out.'),
    reason: text.describe('Why, for a person who looks for the id.'),
  })
  .meta({ title: 'Withdrawn', description: 'A record is taken out of the catalogue.' });
