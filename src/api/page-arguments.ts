import { ArgsType, Field, Int } from 'type-graphql';
import type { PageArguments as Arguments } from './paging.ts';

/** The arguments that every connection takes. */
@ArgsType()
export abstract class PageArguments implements Arguments {
  @Field(() => Int, {
    nullable: true,
    description: 'So many from the start, or after `after`; 20 by default, at most 100.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes after it.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'So many from the end, or before `before`; at most 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes before it.' })
  before?: string;
}
