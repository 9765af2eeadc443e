import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { digestOf } from '../graph/encode.ts';
import { byDate, byName, byScore, reversed } from '../projection/orders.ts';
import { selectPage, walkPage, type Order } from '../projection/page.ts';
import { newestFirst } from '../projection/publications.ts';
import { rememberedPages } from '../projection/remembered.ts';
import { search } from '../projection/search.ts';
import { connectionTypes, listed, rangeOf, type Edge, type Listed } from './connection.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { Facet, facetsOf, FacetArguments } from './facet.ts';
import { PageArguments } from './paging.ts';
import type { Meant } from './known-counts.ts';
import { matchingFilter, PublicationFilter, PublicationOrder, textOf } from './publication-filter.ts';
import { Publication } from './publication.ts';

const types = connectionTypes(() => Publication, 'Publication', 'publications');
export const PublicationConnection = types.ConnectionType;
export type PublicationConnection = InstanceType<typeof PublicationConnection>;

@ArgsType()
export class PublicationsArguments extends PageArguments {
  @Field(() => PublicationFilter, { nullable: true, description: 'Which ones; all when left out.' })
  filter?: PublicationFilter;

  @Field(() => PublicationOrder, { defaultValue: 'DATE_DESC', description: 'In which order.' })
  orderBy!: PublicationOrder;
}

/** A page of publications, the whole list where it is not all, and how well each says the text that was searched for. */
interface List extends Listed {
  meant?: Meant;
  scores?: Float32Array;
}

@Resolver(() => types.ConnectionType)
class PublicationFacetsResolver {
  @FieldResolver(() => [Facet], {
    description: 'How often each value stands in the whole list, by one dimension after the other.',
  })
  facets(@Root() { meant }: List, @Args(() => FacetArguments) args: FacetArguments, @Ctx() context: Context): Facet[] {
    return facetsOf(context, args, meant);
  }
}

@Resolver(() => types.EdgeType)
class PublicationScoreResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'How well it says the text of the filter, 0–1; null where none was searched for.',
  })
  score(@Root() { number, list }: Edge<List>): number | undefined {
    return list.scores?.[number];
  }
}

export const publicationConnectionResolvers = [
  types.ConnectionResolver,
  PublicationFacetsResolver,
  PublicationScoreResolver,
] as const;

/** The page of publications that the arguments ask for, among those that `within` means as well. */
export function publicationPage(context: Context, args: PublicationsArguments, within?: PublicationFilter): List {
  const { projection } = context;
  const filters = [args.filter, within].filter((filter) => filter !== undefined);
  const marks = filters.length > 0 ? matchingFilter(context, { all: filters }) : undefined;
  const text = textOf({ all: filters });
  const scores = text === undefined ? undefined : search(projection, text).scores;
  const order = orderOf(context, args.orderBy, text, scores);
  const range = rangeOf(context, args, order);
  const all = projection.ofKind.publication;
  const isMeant = (publication: number) => !marks || marks[publication] === 1;
  const meant = () => (marks ? all.filter(isMeant) : all);
  const page = known(projection, [filters, args.orderBy, range], () =>
    args.orderBy.startsWith('DATE')
      ? walkPage(newest(context, args.orderBy === 'DATE_ASC'), isMeant, order, range)
      : selectPage(meant(), order, range),
  );
  return {
    ...listed(page, order, () => (marks ? countOf(marks) : all.length)),
    meant: marks && { marks, question: filters },
    scores,
  };
}

const counts = new WeakMap<Uint8Array, number>();

/** How many nodes are marked; counted once for marks that are kept. */
function countOf(marks: Uint8Array): number {
  let count = counts.get(marks);
  if (count === undefined) counts.set(marks, (count = marks.reduce((sum, mark) => sum + mark, 0)));
  return count;
}

const known = rememberedPages();

/** All publications by date, from the new or from the old end. */
function newest({ projection }: Context, isReversed: boolean) {
  const list = newestFirst(projection);
  return { length: list.length, at: (place: number) => list[isReversed ? list.length - 1 - place : place]! };
}

function orderOf({ projection }: Context, name: PublicationOrder, text?: string, scores?: Float32Array): Order {
  switch (name) {
    case 'DATE_DESC':
      return byDate(projection);
    case 'DATE_ASC':
      return reversed(byDate(projection));
    case 'TITLE_ASC':
      return byName(projection);
    case 'TITLE_DESC':
      return reversed(byName(projection));
    case 'RELEVANCE':
      if (!scores) throw badInput('orderBy: RELEVANCE needs a text that all must say: filter: {text: "…"}.');
      return byScore(projection, digestOf(text), scores);
  }
}
