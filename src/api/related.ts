import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CatalogueRecord, Publication as PublicationRecord } from '../model.ts';
import { relatedTo, type RelatedItem } from '../projection/related.ts';
import { loadNodes, type Context } from './context.ts';
import { badInput, notFound } from './errors.ts';
import { PageInfo, pageSize, readCursor, writeCursor } from './paging.ts';
import { matchingFilter, PublicationFilter } from './publication-filter.ts';
import { Publication, resolveTarget, type Target } from './publication.ts';
import { Reason, type ReasonOfEdge } from './reason.ts';

@InputType({ description: 'What the related resources are wanted for. Exactly one of the fields.' })
export class RelatedTo implements Target {
  @Field(() => ID, { nullable: true, description: 'A publication, or any other entity: then what to read about it.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'Any address of a publication.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'The DOI of a publication.' })
  doi?: string;
}

@ObjectType({ description: 'A related publication and why it is one.' })
export class RelatedEdge {
  @Field(() => String, { description: 'Its place in the list.' })
  cursor!: string;

  @Field(() => Float, {
    description: 'From 0 to 1, against what the target itself would score: the sum of its reasons.',
  })
  score!: number;
}

@ObjectType({ description: 'Publications related to a target, the best first.' })
export class RelatedConnection {
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are; the list ends after 100.' })
  totalCount!: number;
}

/** What the resolvers below work on: the item with the target it belongs to. */
export interface Edge extends RelatedEdge {
  item: RelatedItem;
  target: number;
  language?: string;
}
interface Connection extends RelatedConnection {
  edges: Edge[];
  target: number;
}

@Resolver(() => RelatedConnection)
export class RelatedResolver {
  @Query(() => RelatedConnection, {
    description: 'What to read next: publications that share rare things with the target, each with its reasons.',
  })
  related(
    @Arg('to', () => RelatedTo, { description: 'The target.' }) to: RelatedTo,
    @Ctx() context: Context,
    @Arg('filter', () => PublicationFilter, { nullable: true, description: 'Only these are ranked.' })
    filter?: PublicationFilter,
    @Arg('first', () => Int, { defaultValue: 6, description: 'So many, at most 100.' }) first?: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor: only what comes after it.' }) after?: string,
    @Arg('language', () => String, {
      nullable: true,
      description: 'The language of the reader: that version of a work is shown.',
    })
    language?: string,
  ): Promise<Connection> {
    return relatedConnection(context, to, { filter, first, after, language });
  }

  @FieldResolver(() => [RelatedEdge], { description: 'The related publications with their reasons.' })
  edges(@Root() { edges }: Connection): Edge[] {
    return edges;
  }

  @FieldResolver(() => [Publication], { description: 'The related publications alone.' })
  nodes(@Root() { edges }: Connection, @Ctx() context: Context): Promise<CatalogueRecord[]> {
    return loadNodes(
      context,
      edges.map(({ item }) => item.publication),
    );
  }
}

@Resolver(() => RelatedEdge)
export class RelatedEdgeResolver {
  @FieldResolver(() => Publication, { description: 'The related publication.' })
  node(@Root() { item }: Edge, @Ctx() { loaders, projection }: Context): Promise<CatalogueRecord | null> {
    return loaders.record.load(projection.ids[item.publication]!);
  }

  @FieldResolver(() => [Publication], { description: 'Translations and other editions of the same work.' })
  alsoIn(@Root() { item }: Edge, @Ctx() context: Context): Promise<CatalogueRecord[]> {
    return loadNodes(context, item.alsoIn);
  }

  @FieldResolver(() => [Reason], { description: 'Why, the strongest first.' })
  reasons(@Root() edge: Edge): ReasonOfEdge[] {
    return edge.item.reasons.map((contribution) => ({
      kind: contribution.feature.family.name,
      share: contribution.score / edge.score,
      contribution,
      edge,
    }));
  }
}

@Resolver(() => Publication)
export class PublicationRelatedResolver {
  @FieldResolver(() => RelatedConnection, { description: 'What to read next, with reasons.' })
  related(
    @Root() { id }: PublicationRecord,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 6, description: 'So many, at most 100.' }) first?: number,
    @Arg('filter', () => PublicationFilter, { nullable: true, description: 'Only these are ranked.' })
    filter?: PublicationFilter,
    @Arg('language', () => String, { nullable: true, description: 'The language of the reader.' }) language?: string,
  ): Promise<Connection> {
    return relatedConnection(context, { id }, { first, filter, language });
  }
}

/** How long a related list is wanted, from where on, in which language, of what. */
export interface RelatedArguments {
  filter?: PublicationFilter;
  first?: number;
  after?: string;
  language?: string;
}

/** The page of related publications that the arguments ask for. */
export async function relatedConnection(context: Context, to: Target, args: RelatedArguments): Promise<Connection> {
  const { projection } = context;
  const { filter, first, after, language } = args;
  const { size } = pageSize({ first }, 6);
  const id = await resolveTarget(context, to);
  const target = id === null ? undefined : projection.numbers.get(id);
  if (target === undefined) {
    const [name, value] = Object.entries(to).find(([, given]) => given)!;
    throw notFound(`${name}: ${JSON.stringify(value)} is not in the catalogue.`);
  }
  const items = relatedTo(projection, target, { language, only: filter && matchingFilter(context, filter) });
  const idOf = (item: RelatedItem) => projection.ids[item.publication]!;
  const start = after === undefined ? 0 : placeAfter(items.map(idOf), after);
  const page = items.slice(start, start + size);
  const edges = page.map((item) => ({ item, target, language, score: item.score, cursor: writeCursor([idOf(item)]) }));
  return {
    edges,
    target,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: start + page.length < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}

/** The place behind the item of a cursor; an item that has left the list can lead nowhere, and that is said. */
function placeAfter(ids: string[], cursor: string): number {
  const [id] = readCursor(cursor, 1);
  const place = ids.indexOf(id!);
  if (place < 0)
    throw badInput(`${id}, where this cursor stands, is not in the list (any more). Ask again without after.`);
  return place + 1;
}
