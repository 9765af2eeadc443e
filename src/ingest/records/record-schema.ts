import { z } from 'zod';
import { kinds, type CatalogueRecord } from '../../model.ts';
import { address, byLanguage, countryId, date, id, labels, text } from './fields.ts';
import { merged, withdrawn, type LifeCycleLine } from './life-cycle.ts';
import { publication } from './publication-schema.ts';
import { endAfterStart, notItself } from './record-checks.ts';
import { common, kind, links, source } from './shared-fields.ts';

const nameOfIt = text.describe('Its name, in the language it uses itself or in English.');
const otherNames = labels.describe('The name in other languages, by BCP 47 tag such as `de` or `sr-Cyrl`.').optional();
const aliases = z.array(text).describe('Other names it is known by.').optional();

const organisation = z
  .strictObject({
    kind: kind('organisation'),
    id: id('organisation').describe('Such as `organisation/lefo-ibf`. It never changes.'),
    name: nameOfIt,
    names: otherNames,
    aliases,
    acronym: text.describe('Such as `GRETA`.').optional(),
    type: text.describe('What sort of organisation it is, such as `NGO` or `research`.').optional(),
    country: countryId.describe('The country it is based in, such as `country/AT`.').optional(),
    founded: date.describe('When it was founded: `1995`, `1995-03` or `1995-03-05`.').optional(),
    website: address.describe('Its own website.').optional(),
    memberOf: links('The networks it is a member of; not itself.', 'organisation'),
    ...common,
  })
  .check(notItself('memberOf'))
  .meta({ title: 'Organisation', description: 'A public body, network, company or other organisation.' });

const country = z
  .strictObject({
    kind: kind('country'),
    id: countryId.describe('`country/` and the ISO 3166-1 alpha-2 code, such as `country/RS`.'),
    name: text.describe('Its short name in English.'),
    names: otherNames,
    ...common,
  })
  .meta({ title: 'Country', description: 'A country or territory with a code of ISO 3166-1.' });

const instrument = z
  .strictObject({
    kind: kind('instrument'),
    id: id('instrument').describe('Such as `instrument/cets-197`. It never changes.'),
    title: text.describe('Its title, in English where there is an official one.'),
    titles: labels.describe('The title in other languages, by BCP 47 tag.').optional(),
    aliases,
    type: text.describe('What sort of instrument it is, such as `treaty` or `directive`.').optional(),
    jurisdiction: text.describe('Where it holds: `UN`, `EU` or a country.').optional(),
    adopted: date.describe('When it was adopted, such as `2005-05-16`.').optional(),
    inForce: date.describe('Since when it is in force, such as `2008-02-01`.').optional(),
    identifiers: z.array(text).describe('Official numbers, such as `CELEX 32011L0036`.').optional(),
    relations: z
      .array(
        z.strictObject({
          type: z
            .enum(['amends', 'repeals', 'implements', 'protocolTo', 'replacedBy'])
            .describe('What this instrument does to the other.'),
          to: id('instrument').describe('The other instrument; not itself.'),
        }),
      )
      .describe('How it stands to other instruments.')
      .optional(),
    parties: z
      .array(
        z.strictObject({
          country: countryId.describe('Such as `country/RS`.'),
          status: text.describe('Such as `signed`, `ratification`, `accession` or `no action`.'),
          date: date.describe('Since when, such as `2001-09-06`.').optional(),
          source: source.describe('Only where it is not the source of the instrument.').optional(),
        }),
      )
      .describe('Which country stands how towards it. Rows of different sources stand side by side.')
      .optional(),
    ...common,
  })
  .check(notItself('relations'))
  .meta({ title: 'Instrument', description: 'A treaty, law, provision or action plan.' });

const theme = z
  .strictObject({
    kind: kind('theme'),
    id: id('theme').describe('Such as `theme/residence-permit`. It never changes.'),
    prefLabel: labels
      .refine((given) => Object.keys(given).length > 0, { error: 'has no label in any language' })
      .meta({ description: 'The name to show, one for each language by BCP 47 tag; at least one.', minProperties: 1 }),
    altLabel: byLanguage(z.array(text))
      .describe('Other names by language; `und` where the language is unknown.')
      .optional(),
    broader: links('The themes it is a part of; not itself.', 'theme'),
    related: links('Themes near it; not itself.', 'theme'),
    exactMatch: z.array(address).describe('The same concept in another thesaurus, such as EuroVoc.').optional(),
    closeMatch: z.array(address).describe('Nearly the same concept in another thesaurus.').optional(),
    ...common,
  })
  .check(notItself('broader', 'related'))
  .meta({ title: 'Theme', description: 'A concept of the thesaurus (SKOS).' });

const project = z
  .strictObject({
    kind: kind('project'),
    id: id('project').describe('Such as `project/rest`. It never changes.'),
    title: text.describe('Its full title.'),
    acronym: text.describe('Such as `REST`.').optional(),
    coordinator: id('organisation').describe('The organisation that leads it.').optional(),
    partners: links('The other organisations in it.', 'organisation'),
    funders: links('The organisations that pay for it.', 'organisation'),
    countries: z.array(countryId).describe('The countries it works in, such as `country/AT`.').optional(),
    start: date.describe('When it began: `2012`, `2012-03` or `2012-03-05`.').optional(),
    end: date.describe('When it ended or will end; not before `start`.').optional(),
    ...common,
  })
  .check(endAfterStart)
  .meta({ title: 'Project', description: 'A project with partners, of which publications are results.' });

const person = z
  .strictObject({
    kind: kind('person'),
    id: id('person').describe('Such as `person/an-author`. It never changes.'),
    name: text.describe('The name as it stands on the works.'),
    ...common,
  })
  .meta({ title: 'Person', description: 'An author of publications of the catalogue, and nobody else.' });

const records = [publication, organisation, country, instrument, theme, project, person] as const;

/**
 * Any line of a record file: a record as `model.ts` tells it, or what becomes of an id. `kind` decides which it is.
 * Beside the types it checks what a type cannot: form of ids, dates, languages and addresses; check digits of ISBN,
 * ORCID and ROR; characters that do not belong in a text; links of a record to itself.
 *
 * What means the same is brought into one form: every string loses the white space around it and is composed (Unicode
 * NFC), only an address keeps its characters and a language in front of a label is taken as it stands; a DOI becomes
 * `10.…` in lower case, however it is written; an ISBN loses spaces and hyphens, and ten digits stay ten. Fields come
 * out in the order given here. What concerns lists and languages is in `canonical.ts`.
 */
export const lineSchema = z.discriminatedUnion(
  'kind',
  [...records, merged, withdrawn(z.discriminatedUnion('kind', records))],
  {
    error: ({ code }) =>
      code === 'invalid_union' ? `has a kind that is not one of ${[...kinds, 'merged', 'withdrawn'].join(', ')}` : null,
  },
) satisfies z.ZodType<CatalogueRecord | LifeCycleLine>;
