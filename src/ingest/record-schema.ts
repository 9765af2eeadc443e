import { z } from 'zod';
import { kindOf, kinds, type CatalogueRecord, type Kind } from '../model.ts';

/** The shape of each kind of record, as `model.ts` tells it, with the checks that a type cannot make. */

const prose = z
  .string()
  .trim()
  .min(1, 'is empty')
  .refine((value) => !/\p{Cc}/u.test(value.replace(/[\n\r\t]/g, '')), { error: 'has control characters in it' });
const text = prose.refine((value) => !/[\n\r\t]/.test(value), { error: 'has line breaks or tabs in it' });
const id = (...allowed: Kind[]) =>
  text.refine((value) => allowed.includes(kindOf(value) as Kind) && /^[a-z]+\/[A-Za-z0-9][\w.~-]*$/.test(value), {
    error: `is not an id of the form ${allowed.map((kind) => `${kind}/…`).join(' or ')}`,
  });
const countryId = id('country').refine((value) => /^country\/[A-Z]{2}$/.test(value), {
  error: 'is not country/ with an ISO 3166-1 alpha-2 code',
});
const date = text.refine(isDate, { error: 'is not a date such as 2021, 2021-03 or 2021-03-05' });
const language = text.refine(isLanguage, { error: 'is not a BCP 47 language tag such as en or sr-Latn' });
const address = z.url({ protocol: /^https?$/, error: 'is not an http(s) address' });
/** Values by language. Zod leaves `__proto__` out of a record without a word; here it is the bad language it is. */
const byLanguage = <Value extends z.ZodType>(value: Value) =>
  z
    .any()
    .refine((given) => typeof given !== 'object' || given === null || !Object.hasOwn(given, '__proto__'), {
      error: 'is not a BCP 47 language tag such as en or sr-Latn',
      path: ['__proto__'],
      abort: true,
    })
    .pipe(z.record(language, value));
const labels = byLanguage(text);
const doi = text.regex(/^10\.\d{4,9}\/\S+$/, 'is not a DOI such as 10.1000/182');
const isbn = text.refine(isIsbn, { error: 'is not an ISBN: its check digit does not fit' });

const source = z
  .strictObject({
    url: address.optional(),
    file: text.optional(),
    retrieved: date.optional(),
    licence: text.optional(),
    verified: z.boolean(),
    unverifiedFields: z.array(text).optional(),
    note: text.optional(),
  })
  .refine(({ url, file }) => url || file, { error: 'names neither url nor file' });

const sameAs = z.array(address).optional();
const common = { sameAs, source };

const publication = z.strictObject({
  kind: z.literal('publication'),
  id: id('publication'),
  title: text,
  titles: labels.optional(),
  summary: prose.optional(),
  language: language.optional(),
  languages: z.array(language).optional(),
  date: date.optional(),
  type: text.optional(),
  url: address.optional(),
  urls: z.array(address).optional(),
  doi: doi.optional(),
  isbn: isbn.optional(),
  publishers: z.array(id('organisation')).optional(),
  authors: z.array(id('person', 'organisation')).optional(),
  countries: z.array(countryId).optional(),
  instruments: z
    .array(z.union([id('instrument'), z.strictObject({ id: id('instrument'), provision: text })]))
    .optional(),
  themes: z.array(id('theme')).optional(),
  project: id('project').optional(),
  translationOf: id('publication').optional(),
  editionOf: id('publication').optional(),
  cites: z.array(id('publication')).optional(),
  contentNote: text.optional(),
  ...common,
});

const organisation = z.strictObject({
  kind: z.literal('organisation'),
  id: id('organisation'),
  name: text,
  names: labels.optional(),
  aliases: z.array(text).optional(),
  acronym: text.optional(),
  type: text.optional(),
  country: countryId.optional(),
  founded: date.optional(),
  website: address.optional(),
  memberOf: z.array(id('organisation')).optional(),
  ...common,
});

const country = z.strictObject({
  kind: z.literal('country'),
  id: countryId,
  name: text,
  names: labels.optional(),
  ...common,
});

const instrument = z.strictObject({
  kind: z.literal('instrument'),
  id: id('instrument'),
  title: text,
  titles: labels.optional(),
  aliases: z.array(text).optional(),
  type: text.optional(),
  jurisdiction: text.optional(),
  adopted: date.optional(),
  inForce: date.optional(),
  identifiers: z.array(text).optional(),
  relations: z
    .array(
      z.strictObject({
        type: z.enum(['amends', 'repeals', 'implements', 'protocolTo', 'replacedBy']),
        to: id('instrument'),
      }),
    )
    .optional(),
  parties: z
    .array(z.strictObject({ country: countryId, status: text, date: date.optional(), source: source.optional() }))
    .optional(),
  ...common,
});

const theme = z.strictObject({
  kind: z.literal('theme'),
  id: id('theme'),
  prefLabel: labels.refine((given) => Object.keys(given).length > 0, { error: 'has no label in any language' }),
  altLabel: byLanguage(z.array(text)).optional(),
  broader: z.array(id('theme')).optional(),
  related: z.array(id('theme')).optional(),
  exactMatch: z.array(address).optional(),
  closeMatch: z.array(address).optional(),
  ...common,
});

const project = z.strictObject({
  kind: z.literal('project'),
  id: id('project'),
  title: text,
  acronym: text.optional(),
  coordinator: id('organisation').optional(),
  partners: z.array(id('organisation')).optional(),
  funders: z.array(id('organisation')).optional(),
  countries: z.array(countryId).optional(),
  start: date.optional(),
  end: date.optional(),
  ...common,
});

const person = z.strictObject({ kind: z.literal('person'), id: id('person'), name: text, ...common });

/** Any record of the catalogue; which schema holds is decided by `kind`. */
export const recordSchema = z.discriminatedUnion(
  'kind',
  [publication, organisation, country, instrument, theme, project, person],
  { error: `has a kind that is not one of ${kinds.join(', ')}` },
) satisfies z.ZodType<CatalogueRecord>;

/** A calendar date, cut to year or month where no more is known. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const full = `${value}-01-01`.slice(0, 10);
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full);
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

/** ISBN-10 (weights 10…1, modulo 11) or ISBN-13 (weights 1 and 3, modulo 10). */
function isIsbn(value: string): boolean {
  const digits = [...value.replace(/[\s-]/g, '').toUpperCase()].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = (weight: (index: number) => number) =>
    digits.reduce((total, digit, index) => total + digit * weight(index), 0);
  if (digits.length === 10) return digits.lastIndexOf(10, 8) < 0 && sum((index) => 10 - index) % 11 === 0;
  return digits.length === 13 && !digits.includes(10) && sum((index) => (index % 2 ? 3 : 1)) % 10 === 0;
}
