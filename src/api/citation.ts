import { setImmediate } from 'node:timers/promises';
import { Arg, Ctx, FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';
import { bibtexOf } from '../formats/bibtex.ts';
import { formatCitation } from '../formats/citation.ts';
import { cslItemOf } from '../formats/csl-item.ts';
import { risOf } from '../formats/ris.ts';
import { styleNames, type StyleName } from '../formats/style-files.ts';
import type { Publication as PublicationRecord } from '../model.ts';
import type { Context } from './context.ts';
import { describe } from './describe.ts';
import { badInput } from './errors.ts';
import { readLanguage } from './language.ts';
import { Publication } from './publication.ts';

/** What a citation can be told in. */
export const CitationFormat = {
  BIBTEX: 'bibtex',
  RIS: 'ris',
  CSL_JSON: 'csl',
  TEXT: 'text',
  HTML: 'html',
} as const;
type CitationFormat = (typeof CitationFormat)[keyof typeof CitationFormat];
registerEnumType(CitationFormat, {
  name: 'CitationFormat',
  description: 'What a citation is told in: for a program (`BIBTEX`, `RIS`, `CSL_JSON`) or for a reader.',
  valuesConfig: {
    BIBTEX: { description: 'An entry of BibTeX, in UTF-8.' },
    RIS: { description: 'RIS, as EndNote, Zotero and Mendeley read it.' },
    CSL_JSON: { description: 'The item of CSL-JSON that Zotero, Pandoc and citeproc read.' },
    TEXT: { description: 'A line for a list of references, in a style.' },
    HTML: { description: 'The same as a `div` with the titles in italics; all text in it is escaped.' },
  },
});

@Resolver(() => Publication)
export class CitationResolver {
  @FieldResolver(() => String, {
    description: 'How it is cited, such as `citation(format: TEXT, style: "oscola")`.',
  })
  citation(
    @Root() record: PublicationRecord,
    @Ctx() context: Context,
    @Arg('format', () => CitationFormat, { defaultValue: CitationFormat.TEXT, description: 'What it is told in.' })
    format: CitationFormat,
    @Arg('style', () => String, {
      defaultValue: 'apa',
      description: `Of \`TEXT\` and \`HTML\`: ${styleNames.join(', ')}.`,
    })
    style: string,
    @Arg('language', () => String, {
      nullable: true,
      description:
        'Of `TEXT` and `HTML`: the language of months, quotation marks and the like. There are en (en-GB, en-US), de, fr, es, nl, it, pt, ro, sr-Latn and sr-Cyrl; of any other tag its language, then English. The title stays as it is.',
    })
    language?: string,
  ): Promise<string> {
    return cite(context, record, { format, style, language });
  }
}

interface Wanted {
  format: CitationFormat;
  style: string;
  language?: string;
}

async function cite(context: Context, { id }: PublicationRecord, { format, style, language }: Wanted) {
  if (!(styleNames as string[]).includes(style))
    throw badInput(`style: there is no ${JSON.stringify(style.slice(0, 60))}; there are ${styleNames.join(', ')}.`);
  const told = readLanguage(language);
  const entity = await context.loaders.entity.load(id);
  if (!entity) throw badInput(`${id} was withdrawn while it was cited. Ask again.`);
  const item = cslItemOf(await describe(context, entity, ''));
  if (format === 'bibtex') return bibtexOf(item);
  if (format === 'ris') return risOf(item);
  if (format === 'csl') return JSON.stringify(item);
  // A citation takes a few milliseconds: those of a long list let others have their turn in between.
  await setImmediate();
  return formatCitation(item, { style: style as StyleName, language: told, format });
}
