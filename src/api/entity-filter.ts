import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PublicationFilter } from './publication-filter.ts';

/** What every kind but publications can be chosen by; fields all hold, values of one field are alternatives. */
@InputType()
export abstract class EntityFilter {
  @Field(() => [ID], { nullable: true, description: 'These alone.' })
  ids?: string[];

  @Field(() => String, {
    nullable: true,
    description: 'All these words stand in its names, in any language; `"…"` is a phrase, `word*` a beginning.',
  })
  text?: string;

  @Field(() => PublicationFilter, {
    nullable: true,
    description: 'It has at least one publication like this; `{}` means any publication at all.',
  })
  publications?: PublicationFilter;

  @Field(() => PublicationFilter, {
    nullable: true,
    description:
      'It has no publication like this: a gap. `{themes: ["theme/non-punishment"], yearFrom: 2015}` leaves those on ' +
      'whom nothing was published about that since.',
  })
  withoutPublications?: PublicationFilter;
}

@InputType({ description: 'Which organisations are meant. All fields given must hold.' })
export class OrganisationFilter extends EntityFilter {
  @Field(() => [ID], { nullable: true, description: 'Based in one of these countries, such as `country/RS`.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'Of one of these types, such as `NGO`.' })
  types?: string[];

  @Field(() => [ID], { nullable: true, description: 'Member of one of these networks.' })
  memberOf?: string[];
}

@InputType({ description: 'Which countries are meant. All fields given must hold.' })
export class CountryFilter extends EntityFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Bound by every one of these legal instruments, such as `instrument/cets-197`: at least one source says so ' +
      '(`Party.isBound`). A signature alone does not bind.',
  })
  boundBy?: string[];

  @Field(() => [ID], { nullable: true, description: 'Bound by none of these legal instruments, as far as is known.' })
  notBoundBy?: string[];
}

@InputType({ description: 'Which legal instruments are meant. All fields given must hold.' })
export class InstrumentFilter extends EntityFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these countries is bound by it, such as `country/RS`.' })
  countries?: string[];

  @Field(() => [String], { nullable: true, description: 'Of one of these types, such as `treaty`.' })
  types?: string[];
}

@InputType({ description: 'Which themes are meant. All fields given must hold.' })
export class ThemeFilter extends EntityFilter {
  @Field(() => [ID], { nullable: true, description: 'Narrower than one of these, at any depth.' })
  broader?: string[];
}

@InputType({ description: 'Which projects are meant. All fields given must hold.' })
export class ProjectFilter extends EntityFilter {
  @Field(() => [ID], { nullable: true, description: 'Active in one of these countries, such as `country/RS`.' })
  countries?: string[];

  @Field(() => [ID], { nullable: true, description: 'One of these organisations coordinates it or takes part in it.' })
  organisations?: string[];
}

@InputType({ description: 'Which authors are meant. All fields given must hold.' })
export class PersonFilter extends EntityFilter {}

/** In which order entities are listed. */
export const EntityOrder = {
  NAME_ASC: 'NAME_ASC',
  PUBLICATIONS_DESC: 'PUBLICATIONS_DESC',
  RELEVANCE: 'RELEVANCE',
} as const;
export type EntityOrder = keyof typeof EntityOrder;
registerEnumType(EntityOrder, {
  name: 'EntityOrder',
  description: 'The order of a list of entities.',
  valuesConfig: {
    NAME_ASC: { description: 'By their own names; accents and scripts make no difference.' },
    PUBLICATIONS_DESC: {
      description:
        'Those with the most publications first, of those that `filter.publications` means where it is given.',
    },
    RELEVANCE: { description: 'What `filter.text` says best first; needs that text.' },
  },
});
