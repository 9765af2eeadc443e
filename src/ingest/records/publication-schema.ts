import { z } from 'zod';
import { kinds, publicationLinks } from '../../model.ts';
import { address, countryId, date, doi, id, isbn, labels, language, prose, text } from './fields.ts';
import { notItself } from './record-checks.ts';
import { common, kind, links } from './shared-fields.ts';

const evidence = z
  .strictObject({
    text: prose.describe('Word for word.'),
    in: text.describe('`title` or `text` of the page, or the markup it stands in, such as `json-ld`.').optional(),
    start: z.int().min(0).describe('Where it starts in that title or text, in UTF-16 code units.').optional(),
    end: z.int().min(0).describe('Where it ends.').optional(),
  })
  .describe('The passage that says so.');

const foundLink = z.strictObject({
  field: z.enum(publicationLinks).describe('The field of this record that the link stands in.'),
  to: id(...kinds).describe('The id there.'),
  provision: text.describe('The provision there.').optional(),
  method: z
    .enum(['curated', 'metadata', 'mention'])
    .describe('Whether a person wrote it, the markup of the page says it, or its text names it.'),
  confidence: z.number().min(0).max(1).describe('How sure it is, from 0 to 1.'),
  evidence: evidence.optional(),
  reviewedBy: text.describe('The curator who has accepted it.').optional(),
});

/** A report, guide, brief, article or other work. */
export const publication = z
  .strictObject({
    kind: kind('publication'),
    id: id('publication').describe('Such as `publication/guide-of-promising-practices-2021`. It never changes.'),
    title: text.describe('As it stands on the work, in its main language.'),
    titles: labels
      .describe('The title in other languages, by BCP 47 tag; `und` where the language is unknown.')
      .optional(),
    summary: prose.describe('What the work says, in our own words.').optional(),
    language: language.describe('The main language of the work, such as `en` or `sr-Latn`.').optional(),
    languages: z.array(language).describe('Every language the work itself is in, where there are several.').optional(),
    date: date.describe('When it was issued: `2021`, `2021-03` or `2021-03-05`, as far as known.').optional(),
    type: text.describe('What sort of work it is, such as `report` or `policy brief`.').optional(),
    url: address.describe('A page of the work or about it.').optional(),
    urls: z.array(address).describe('Other addresses of the same work.').optional(),
    doi: doi
      .describe(
        'The DOI: `10.1000/182`, `doi:10.1000/182` or `https://doi.org/10.1000/182`; kept as the first, in lower case.',
      )
      .optional(),
    isbn: isbn
      .describe('An ISBN-10 or ISBN-13 whose check digit fits, such as `978-0-306-40615-7`; kept without hyphens.')
      .optional(),
    publishers: links('The organisations that publish it.', 'organisation'),
    authors: links('The persons and organisations that wrote it, in the order of the work.', 'person', 'organisation'),
    countries: z.array(countryId).describe('The countries it is about, such as `country/RS`.').optional(),
    instruments: z
      .array(
        z.union(
          [
            id('instrument'),
            z.strictObject({
              id: id('instrument').describe('The instrument.'),
              provision: text.describe('The part of it, such as `Article 14`.'),
            }),
          ],
          { error: 'is neither an id nor an object with id and provision' },
        ),
      )
      .describe('The legal instruments it refers to: an id, or an object where the provision is known.')
      .optional(),
    themes: links('The themes it is about.', 'theme'),
    project: id('project').describe('The project it is a result of.').optional(),
    translationOf: id('publication').describe('The work it is a translation of; not itself.').optional(),
    editionOf: id('publication').describe('The work it is another edition of; not itself.').optional(),
    cites: links('The works it cites; not itself.', 'publication'),
    contentNote: text.describe('A warning before graphic content.').optional(),
    provenance: z
      .array(foundLink)
      .describe('How links of this record were found; those that are not told of are curated.')
      .optional(),
    ...common,
  })
  .check(notItself('translationOf', 'editionOf', 'cites'))
  .meta({ title: 'Publication', description: 'A report, guide, brief, article or other work.' });
