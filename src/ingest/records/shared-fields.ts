import { z } from 'zod';
import type { Kind } from '../../model.ts';
import { address, date, id, identity, text } from './fields.ts';

/** The field that tells what sort of line this is. */
export const kind = <Name extends string>(name: Name) => z.literal(name).describe('What this line is; stands first.');

/** Where a record or one of its statements comes from. */
export const source = z
  .strictObject({
    url: address.describe('The page that says so. One of `url` and `file` is given.').optional(),
    file: text.describe('The data file or text that says so, where it has no address.').optional(),
    readBy: z
      .literal('ingest')
      .describe('`ingest` where no person has read it there, but the ingestion: that stands beside what people say.')
      .optional(),
    retrieved: date.describe('When it was looked at, such as `2021-03-05`.').optional(),
    licence: text.describe('Under which terms it may be used, best as an SPDX name such as `CC-BY-4.0`.').optional(),
    verified: z
      .boolean()
      .describe('Whether somebody has seen it there. False for what is known from memory, by rule or from a listing.'),
    unverifiedFields: z
      .array(text.describe('A field such as `date` or `titles.en`; `*` stands for any.'))
      .describe('Fields of a verified record that are doubtful all the same.')
      .optional(),
    note: text.describe('What else a curator should know.').optional(),
  })
  .refine(({ url, file }) => url || file, { error: 'names neither url nor file' })
  .meta({ description: 'Where this comes from.', anyOf: [{ required: ['url'] }, { required: ['file'] }] });

/** The last fields of every record. */
export const common = {
  sameAs: z
    .array(identity.describe('An http(s) address. Of ORCID and ROR the whole id is asked for, and its check digits.'))
    .describe(
      'The same thing elsewhere, such as `https://ror.org/05a28rw58`, `https://www.wikidata.org/entity/Q42` or `https://orcid.org/0000-0002-1825-0097`.',
    )
    .optional(),
  source,
};

/** A list of links to records of these kinds. */
export const links = (description: string, ...kinds: [Kind, ...Kind[]]) =>
  z
    .array(id(...kinds))
    .describe(description)
    .optional();
