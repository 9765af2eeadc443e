import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord, Project as ProjectRecord } from '../model.ts';
import { linked, type Context } from './context.ts';
import { loadOne } from './resolve-id.ts';
import { Country } from './country.ts';
import { Node } from './node.ts';
import { Organisation } from './organisation.ts';
import { soon, type Soon } from './soon.ts';

@ObjectType({ implements: Node, description: 'Work of several organisations for a time, such as REST.' })
export class Project extends Node {
  @Field(() => String, { description: 'Its full title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its short name.' })
  acronym?: string;

  @Field(() => String, { nullable: true, description: 'When it began, an ISO date cut to what is known.' })
  start?: string;

  @Field(() => String, { nullable: true, description: 'When it ended.' })
  end?: string;
}

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: 'Who leads it.' })
  coordinator(@Root() { id }: ProjectRecord, @Ctx() context: Context): Soon<CatalogueRecord | undefined> {
    return soon(linked(context, id, 'COORDINATED_BY'), ([first]) => first);
  }

  @FieldResolver(() => [Organisation], { description: 'Who takes part.' })
  partners(@Root() { id }: ProjectRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'PARTNERED_BY');
  }

  @FieldResolver(() => [Organisation], { description: 'Who pays for it.' })
  funders(@Root() { id }: ProjectRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'FUNDED_BY');
  }

  @FieldResolver(() => [Country], { description: 'Where it works.' })
  countries(@Root() { id }: ProjectRecord, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return linked(context, id, 'ACTIVE_IN');
  }

  @Query(() => Project, { nullable: true, description: 'One project by id; null when there is none.' })
  project(
    @Arg('id', () => ID, { description: 'Such as `project/rest`.' }) id: string,
    @Ctx() context: Context,
  ): Soon<CatalogueRecord | null> {
    return loadOne(context, id, 'project');
  }
}
