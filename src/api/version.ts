import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { readVersions, versionAt, type Version as VersionRow } from '../graph/history.ts';
import type { CatalogueRecord } from '../model.ts';
import { keepAtMost, keepFor } from './answer-notes.ts';
import type { Context } from './context.ts';
import { spend } from './cost.ts';
import { Node } from './node.ts';
import { pageSize } from './paging.ts';
import { mustNotBeGone } from './resolve-id.ts';

@ObjectType({ description: 'What an entity stood on for a while.' })
export class Version {
  @Field(() => ID, { description: 'The id of the entity.' })
  id!: string;

  @Field(() => Int, { description: 'The write from which on it did.' })
  revision!: number;

  @Field(() => Int, { nullable: true, description: 'The write that changed it; null for what it stands on now.' })
  until!: number | null;

  @Field(() => [GraphQLJSONObject], {
    description: 'The records, one for each source, in the form of import and export files.',
  })
  records!: CatalogueRecord[];
}

@Resolver(() => Node)
export class NodeHistoryResolver {
  @FieldResolver(() => [Version], { description: 'What it has stood on, oldest first.' })
  async history(
    @Root() { id }: CatalogueRecord,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 10, description: 'The last so many, at most 100.' }) first?: number,
  ): Promise<VersionRow[]> {
    const { size } = pageSize({ first }, 10);
    keepAtMost(context.notes, keepFor.catalogue); // what is erased must not be shown again
    const versions = await readVersions(context.store.read, id);
    return spend(context, size === 0 ? [] : versions.slice(-size));
  }

  @Query(() => Version, {
    nullable: true,
    description: 'An entity as it was right after a write; null when it was not there then.',
  })
  async recordAt(
    @Arg('id', () => ID, { description: 'Such as `organisation/astra`.' }) id: string,
    @Arg('revision', () => Int, { description: 'The number of the write, as `changes` and `status` tell it.' })
    revision: number,
    @Ctx() context: Context,
  ): Promise<VersionRow | null> {
    keepAtMost(context.notes, keepFor.catalogue);
    await mustNotBeGone(context, id); // what was withdrawn is not shown as it was before either
    return versionAt(context.store.read, id, revision);
  }
}
