import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { kinds, type Kind as KindName } from '../model.ts';
import { relationNames, type RelationName } from '../relations.ts';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';
import { Kind } from './node.ts';
import { Relation } from './statement.ts';

@ObjectType({ description: 'How many entities of one kind there are.' })
export class KindCount {
  @Field(() => Kind, { description: 'The kind.' })
  kind!: KindName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many links of one relation there are.' })
export class RelationCount {
  @Field(() => Relation, { description: 'The relation.' })
  relation!: RelationName;

  @Field(() => Int, { description: 'How many; several statements of the same link count once.' })
  count!: number;
}

@ObjectType({ description: 'What this server holds.' })
export class Status {
  @Field(() => String, { description: 'Which engine holds the graph: `neo4j` or `embedded`.' })
  engine!: string;

  @Field(() => Int, {
    description: 'The number of the last accepted write whose links are in these answers.',
  })
  revision!: number;

  @Field(() => [KindCount], { description: 'Entities by kind.' })
  entities!: KindCount[];

  @Field(() => [RelationCount], { description: 'Links by relation.' })
  links!: RelationCount[];
}

@Resolver(() => Status)
export class StatusResolver {
  @Query(() => Status, { description: 'What this server holds, and as of which revision.' })
  status(@Ctx() { catalogue, projection, notes }: Context): Status {
    keepAtMost(notes, keepFor.news);
    return {
      engine: catalogue.store.engine,
      revision: projection.revision,
      entities: kinds.map((kind) => ({ kind, count: projection.ofKind[kind].length })),
      links: relationNames.map((relation) => ({ relation, count: projection.out[relation].size })),
    };
  }
}
