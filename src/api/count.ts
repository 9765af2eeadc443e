import { Arg, Ctx, Field, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { dimensions, type Dimension as DimensionName } from '../projection/counts.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { knownCounts } from './known-counts.ts';
import { matchingFilter, PublicationFilter } from './publication-filter.ts';

/** A matrix has more cells than a page has items; a count is two short texts and a number. */
const mostCounts = 1_000;

export const Dimension = Object.fromEntries(dimensions.map((name) => [name, name])) as { [D in DimensionName]: D };
registerEnumType(Dimension, { name: 'Dimension', description: 'By what publications are counted.' });

@ObjectType({ description: 'How many publications have certain values.' })
export class Count {
  @Field(() => [String], { description: 'One value for each dimension asked for: ids, language tags, types or years.' })
  values!: string[];

  @Field(() => Int, { description: 'How many publications.' })
  count!: number;
}

@Resolver(() => Count)
export class CountResolver {
  @Query(() => [Count], {
    description:
      'Publications counted by what each says itself: by one dimension a facet or a timeline, by two a matrix. A filter of a theme takes its narrower ones too, one of `sr` both scripts.',
  })
  counts(
    @Arg('by', () => [Dimension], { description: 'One or two dimensions, such as `[THEME, COUNTRY]`.' })
    by: DimensionName[],
    @Ctx() context: Context,
    @Arg('filter', () => PublicationFilter, { nullable: true, description: 'Only these are counted.' })
    filter?: PublicationFilter,
    @Arg('first', () => Int, {
      defaultValue: 20,
      description: `So many, the most frequent first; at most ${mostCounts}.`,
    })
    first = 20,
  ): Count[] {
    if (by.length < 1 || by.length > 2) throw badInput(`by: ${by.length} dimensions were given; give one or two.`);
    if (first < 0 || first > mostCounts) throw badInput(`first: ${first} is not between 0 and ${mostCounts}.`);
    return knownCounts(context, by, first, filter && { marks: matchingFilter(context, filter), question: filter });
  }
}
