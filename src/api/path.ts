import { Arg, Ctx, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Statement as StatementRecord } from '../graph/statements.ts';
import type { CatalogueRecord } from '../model.ts';
import {
  mostPaths,
  shortestPaths,
  type Hop as ProjectionHop,
  type Path as ProjectionPath,
} from '../projection/paths.ts';
import { loadNodes, type Context } from './context.ts';
import { badInput } from './errors.ts';
import { Node } from './node.ts';
import { resolveNumber } from './resolve-id.ts';
import { Statement } from './statement.ts';
import type { Soon } from './soon.ts';

@ObjectType({ description: 'A way from one entity to another.' })
export class Path {}

@ObjectType({ description: 'One step of a way.' })
export class Hop {}

@Resolver(() => Path)
export class PathResolver {
  @Query(() => [Path], {
    description: `All shortest ways between two entities, at most ${mostPaths}; empty when there is none.`,
  })
  async path(
    @Arg('from', () => ID, { description: 'Such as `organisation/astra`.' }) from: string,
    @Arg('to', () => ID, { description: 'Such as `instrument/palermo-protocol`.' }) to: string,
    @Arg('maxLength', () => Int, { defaultValue: 6, description: 'The most steps it may take, from 1 to 6.' })
    maxLength: number,
    @Ctx() context: Context,
  ): Promise<ProjectionPath[]> {
    if (maxLength < 1 || maxLength > 6) throw badInput(`maxLength: ${maxLength} is not between 1 and 6.`);
    const [start, end] = await Promise.all([
      resolveNumber(context, from, 'from: '),
      resolveNumber(context, to, 'to: '),
    ]);
    return shortestPaths(context.projection, start, end, maxLength);
  }

  @FieldResolver(() => Int, { description: 'How many steps it takes.' })
  length(@Root() { hops }: ProjectionPath): number {
    return hops.length;
  }

  @FieldResolver(() => [Node], { description: 'The entities it passes, both ends included.' })
  nodes(@Root() { nodes }: ProjectionPath, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return loadNodes(context, nodes);
  }

  @FieldResolver(() => [Hop], { description: 'Its steps.' })
  hops(@Root() { hops }: ProjectionPath): ProjectionHop[] {
    return hops;
  }
}

@Resolver(() => Hop)
export class HopResolver {
  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'What the step stands on; null when it has just been withdrawn.',
  })
  statement(
    @Root() { relation, from, to }: ProjectionHop,
    @Ctx() { loaders, projection: { ids } }: Context,
  ): Soon<StatementRecord | undefined> {
    return loaders.behindLink.load({ relation, from: ids[from]!, to: ids[to]! });
  }
}
