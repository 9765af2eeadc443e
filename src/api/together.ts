import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import type { Together as TogetherRecord } from '../projection/connected.ts';
import type { Context } from './context.ts';
import { Node } from './node.ts';
import type { Soon } from './soon.ts';

@ObjectType({ description: 'An entity that publications name together with another, and how often.' })
export class Together {
  @Field(() => Int, { description: 'In how many publications both stand.' })
  count!: number;
}

@Resolver(() => Together)
export class TogetherResolver {
  @FieldResolver(() => Node, { description: 'The entity.' })
  node(@Root() { node }: TogetherRecord, @Ctx() { loaders, projection }: Context): Soon<CatalogueRecord | null> {
    return loaders.record.load(projection.ids[node]!);
  }
}
