import 'reflect-metadata'; // before the first decorator: every file with decorators imports this one or one like it
import type { Marks } from '../projection/marks.ts';
import { matching } from '../projection/publications.ts';
import { remembered } from '../projection/remembered.ts';
import type { Context } from './context.ts';
import type { Projection } from '../projection/projection.ts';
import { badInput } from './errors.ts';
import { checkValues } from './filter-ids.ts';
import { readLanguage } from './language.ts';
import { checkText } from './search-text.ts';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

@InputType({
  description: 'Which publications are meant. Values of one field are alternatives; all fields given must hold.',
})
export class PublicationFilter {
  @Field(() => [ID], { nullable: true, description: 'Countries covered, such as `country/RS`.' })
  countries?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Themes, such as `theme/residence-permit`; narrower ones are included.',
  })
  themes?: string[];

  @Field(() => [ID], { nullable: true, description: 'Legal instruments referred to, such as `instrument/cets-197`.' })
  instruments?: string[];

  @Field(() => [ID], { nullable: true, description: 'Organisations that published it, such as `organisation/astra`.' })
  publishers?: string[];

  @Field(() => [ID], { nullable: true, description: 'Projects it comes from, such as `project/rest`.' })
  projects?: string[];

  @Field(() => [ID], { nullable: true, description: 'Persons or organisations that wrote it.' })
  authors?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'BCP 47 tags of any language it is in; `sr` includes `sr-Latn` and `sr-Cyrl`.',
  })
  languages?: string[];

  @Field(() => [String], { nullable: true, description: 'Types, such as `report` or `policy brief`.' })
  types?: string[];

  @Field(() => Int, { nullable: true, description: 'Issued in this year or later; undated ones do not match.' })
  yearFrom?: number;

  @Field(() => Int, { nullable: true, description: 'Issued in this year or earlier; undated ones do not match.' })
  yearTo?: number;

  @Field(() => String, {
    nullable: true,
    description:
      'All these words stand in the title, in any language, or in the summary; `"…"` is a phrase, `word*` a beginning. ' +
      'Upper case, accents and Serbian script make no difference; endings may; a word that stands nowhere may have one typo. ' +
      'The first 2,000 words of a publication are searched.',
  })
  text?: string;

  @Field(() => [PublicationFilter], { nullable: true, description: 'Every one of these must hold too.' })
  all?: PublicationFilter[];

  @Field(() => [PublicationFilter], { nullable: true, description: 'At least one of these must hold too.' })
  any?: PublicationFilter[];

  @Field(() => PublicationFilter, { nullable: true, description: 'This must not hold.' })
  not?: PublicationFilter;
}

/** In which order publications are listed. */
export const PublicationOrder = {
  DATE_DESC: 'DATE_DESC',
  DATE_ASC: 'DATE_ASC',
  TITLE_ASC: 'TITLE_ASC',
  TITLE_DESC: 'TITLE_DESC',
  RELEVANCE: 'RELEVANCE',
} as const;
export type PublicationOrder = keyof typeof PublicationOrder;
registerEnumType(PublicationOrder, {
  name: 'PublicationOrder',
  description: 'The order of a list of publications.',
  valuesConfig: {
    DATE_DESC: { description: 'The newest first, undated ones last, equal dates by id.' },
    DATE_ASC: { description: 'The same list from its end: undated ones first, then the oldest.' },
    TITLE_ASC: { description: 'By title, as it stands on the work; accents and scripts make no difference.' },
    TITLE_DESC: { description: 'The same list from its end.' },
    RELEVANCE: {
      description:
        'What says `filter.text` best first, of equal ones the newer. Needs a text that all must say: one outside `any` and `not`.',
    },
  },
});

/** How large a filter may be: its parts in all, and how deep they stand in one another. */
const largest = { parts: 50, depth: 8 };

/** The text that a filter looks for in everything it means, by which its list can be ordered. */
export function textOf({ text, all = [] }: PublicationFilter): string | undefined {
  return text ?? all.map(textOf).find((part) => part !== undefined);
}

const known = remembered<Marks>(20_000_000, ({ byteLength }) => byteLength);

/** Marks the publications that a filter means. */
export function matchingFilter({ projection }: Context, filter: PublicationFilter): Marks {
  checkFilter(projection, filter, 1, { parts: 0 });
  return known(projection, filter, () => matching(projection, filter));
}

function checkFilter(
  projection: Projection,
  filter: PublicationFilter,
  depth: number,
  counted: { parts: number },
): void {
  if (++counted.parts > largest.parts) throw badInput(`filter: it has more than ${largest.parts} parts.`);
  if (depth > largest.depth) throw badInput(`filter: its parts stand more than ${largest.depth} deep in one another.`);
  const { all = [], any = [], not, text, ...fields } = filter;
  if (text !== undefined) checkText('filter.text', text);
  for (const tag of fields.languages ?? []) readLanguage(tag, 'filter: languages');
  checkValues(projection, fields);
  for (const part of [...all, ...any, ...(not ? [not] : [])]) checkFilter(projection, part, depth + 1, counted);
}
