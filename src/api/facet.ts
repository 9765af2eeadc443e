import { Arg, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { kindOf, type CatalogueRecord } from '../model.ts';
import type { Dimension as DimensionName } from '../projection/counts.ts';
import type { Context } from './context.ts';
import { Dimension } from './count.ts';
import { badInput } from './errors.ts';
import { knownCounts, type Meant } from './known-counts.ts';
import { labelOf } from './label.ts';
import { languageRule } from './name-language.ts';
import { Node } from './node.ts';
import { largestPage } from './paging.ts';
import { soon, type Soon } from './soon.ts';

@ArgsType()
export class FacetArguments {
  @Field(() => [Dimension], { description: 'By what, such as `[COUNTRY, YEAR]`; each once.' })
  by!: DimensionName[];

  @Field(() => Int, { defaultValue: 10, description: 'So many values of each, the most frequent first; at most 100.' })
  first!: number;
}

@ObjectType({ description: 'One value of a facet.' })
export class FacetValue {
  @Field(() => String, { description: 'An id, a language tag, a type or a year: what a filter takes.' })
  value!: string;

  @Field(() => Int, {
    description:
      'How many publications of the list have it themselves: a filter of a theme takes its narrower ones too, one of `sr` both scripts.',
  })
  count!: number;
}

@ObjectType({ description: 'How often each value of one dimension stands in a list of publications.' })
export class Facet {
  @Field(() => Dimension, { description: 'The dimension.' })
  dimension!: DimensionName;

  @Field(() => [FacetValue], { description: 'Its values, the most frequent first, equal ones by value.' })
  values!: FacetValue[];
}

@Resolver(() => FacetValue)
export class FacetValueResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The entity, where the value is one.' })
  entity(@Root() { value }: FacetValue, @Ctx() { loaders }: Context): Soon<CatalogueRecord | null> {
    return kindOf(value) ? loaders.record.load(value) : null;
  }

  @FieldResolver(() => String, {
    description: 'What a reader is shown: the name of the entity, else the value itself.',
  })
  label(
    @Root() { value }: FacetValue,
    @Ctx() { loaders }: Context,
    @Arg('language', () => String, { nullable: true, description: languageRule })
    language?: string,
  ): Soon<string> {
    const record = kindOf(value) ? loaders.record.load(value) : null;
    return soon(record, (found) => (found ? labelOf(found, language) : value));
  }
}

/** The facets of the publications that are meant; of all where nothing is said. */
export function facetsOf(context: Context, { by, first }: FacetArguments, meant?: Meant): Facet[] {
  if (first < 0 || first > largestPage) throw badInput(`first: ${first} is not between 0 and ${largestPage}.`);
  if (new Set(by).size < by.length) throw badInput(`by: a dimension stands there twice: ${by.join(', ')}.`);
  return by.map((dimension) => {
    const counts = knownCounts(context, [dimension], first, meant);
    return { dimension, values: counts.map(({ values, count }) => ({ value: values[0]!, count })) };
  });
}
