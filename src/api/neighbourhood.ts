import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import { neighbourhoodOf, type Neighbourhood as Surroundings } from '../projection/neighbourhood.ts';
import type { Hop } from '../projection/paths.ts';
import type { RelationName } from '../relations.ts';
import type { Context } from './context.ts';
import { spend } from './cost.ts';
import { badInput } from './errors.ts';
import { Node } from './node.ts';
import { resolveNumber } from './resolve-id.ts';
import { Relation } from './statement.ts';
import type { Soon } from './soon.ts';

/** More than this no picture shows. */
const mostNodes = 2_000;
const farthest = 3;

@ObjectType({ description: 'What stands around an entity in the graph.' })
export class Neighbourhood {
  @Field(() => Int, {
    description:
      'How many are left out that are as near as the farthest of these; what is farther still is not counted.',
  })
  leftOut!: number;
}

@ObjectType({ description: 'An entity in the neighbourhood of another.' })
export class Neighbour {
  @Field(() => Int, { description: 'How many links away it is; 0 for the entity itself.' })
  hops!: number;
}

@ObjectType({
  description: 'A link between two entities of a neighbourhood; what it stands on is in their `statements`.',
})
export class NeighbourhoodLink {
  @Field(() => Relation, { description: 'How `from` stands to `to`.' })
  relation!: RelationName;
}

@Resolver(() => Neighbourhood)
export class NeighbourhoodResolver {
  @Query(() => Neighbourhood, {
    description:
      'The entities around one and every link among them, for drawing: the nearest first, of equally near ones those ' +
      'with the most links to what is nearer still, then with the most links at all.',
  })
  async neighbourhood(
    @Arg('of', () => ID, { description: 'Such as `project/rest`.' }) of: string,
    @Ctx() context: Context,
    @Arg('hops', () => Int, { defaultValue: 1, description: `How far to go, from 1 to ${farthest}.` }) hops: number,
    @Arg('first', () => Int, { defaultValue: 150, description: `So many entities, at most ${mostNodes}.` })
    first: number,
  ): Promise<Surroundings> {
    if (hops < 1 || hops > farthest) throw badInput(`hops: ${hops} is not between 1 and ${farthest}.`);
    if (first < 1 || first > mostNodes) throw badInput(`first: ${first} is not between 1 and ${mostNodes}.`);
    return neighbourhoodOf(context.projection, await resolveNumber(context, of, 'of: '), hops, first);
  }

  @FieldResolver(() => Boolean, { description: 'False where there are more entities as near than were asked for.' })
  isWhole(@Root() { leftOut }: Surroundings): boolean {
    return leftOut === 0;
  }

  @FieldResolver(() => [Neighbour], { description: 'The entity itself, then those around it.' })
  nodes(@Root() { nodes }: Surroundings, @Ctx() context: Context): Surroundings['nodes'] {
    return spend(context, nodes);
  }

  @FieldResolver(() => [NeighbourhoodLink], { description: 'Every link among them, as their records state it.' })
  links(@Root() { links }: Surroundings, @Ctx() context: Context): Hop[] {
    return spend(context, links);
  }
}

@Resolver(() => Neighbour)
export class NeighbourResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The entity; null when it has just been withdrawn.' })
  node(
    @Root() { node }: Surroundings['nodes'][number],
    @Ctx() { loaders, projection }: Context,
  ): Soon<CatalogueRecord | null> {
    return loaders.record.load(projection.ids[node]!);
  }
}

@Resolver(() => NeighbourhoodLink)
export class NeighbourhoodLinkResolver {
  @FieldResolver(() => ID, { description: 'The id of the entity whose record states it.' })
  from(@Root() { from }: Hop, @Ctx() { projection }: Context): string {
    return projection.ids[from]!;
  }

  @FieldResolver(() => ID, { description: 'The id of the entity it is about.' })
  to(@Root() { to }: Hop, @Ctx() { projection }: Context): string {
    return projection.ids[to]!;
  }
}
