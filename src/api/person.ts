import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import { type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { Node } from './node.ts';
import type { Soon } from './soon.ts';

@ObjectType({ implements: Node, description: 'The author of a publication; nobody else is recorded.' })
export class Person extends Node {
  @Field(() => String, { description: 'As it stands on the work.' })
  name!: string;
}

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'One author by id; null when there is none.' })
  person(
    @Arg('id', () => ID, { description: 'Such as `person/liliana-sorrentino`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'person');
  }
}
