import { ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { CatalogueRecord } from '../model.ts';
import type { Projection } from '../projection/projection.ts';
import { firstPlace } from '../projection/order.ts';
import { compareNewest, keyOf, newestFirst, type SortKey } from '../projection/publications.ts';
import { loadNodes, type Context } from './context.ts';
import { PageInfo, pageSize, readCursor, writeCursor, type PageArguments } from './paging.ts';
import { matchingFilter, PublicationFilter, PublicationOrder } from './publication-filter.ts';
import { Publication } from './publication.ts';
import type { Soon } from './soon.ts';

@ArgsType()
export class PublicationsArguments implements PageArguments {
  @Field(() => PublicationFilter, { nullable: true, description: 'Which ones; all when left out.' })
  filter?: PublicationFilter;

  @Field(() => PublicationOrder, { defaultValue: 'DATE_DESC', description: 'In which order.' })
  orderBy!: PublicationOrder;

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

@ObjectType({ description: 'One publication in a list.' })
export class PublicationEdge {
  @Field(() => String, { description: 'Its place in the list, which it keeps when others come and go.' })
  cursor!: string;

  @Field(() => Publication, { description: 'The publication.' })
  node!: CatalogueRecord;
}

@ObjectType({ description: 'A page of a list of publications (Relay Cursor Connections).' })
export class PublicationConnection {
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}

/** The numbers of the publications on a page. */
interface Page extends PublicationConnection {
  publications: number[];
  count: () => number;
}

@Resolver(() => PublicationConnection)
export class PublicationConnectionResolver {
  @FieldResolver(() => [Publication], { description: 'The publications of this page.' })
  nodes(@Root() { publications }: Page, @Ctx() context: Context): Soon<CatalogueRecord[]> {
    return loadNodes(context, publications);
  }

  @FieldResolver(() => Int, { description: 'How many the whole list has; counted only when asked for.' })
  totalCount(@Root() { count }: Page): number {
    return count();
  }

  @FieldResolver(() => [PublicationEdge], { description: 'The publications of this page with their cursors.' })
  async edges(@Root() page: Page, @Ctx() context: Context): Promise<PublicationEdge[]> {
    const records = await this.nodes(page, context);
    const numbers = new Map(page.publications.map((number) => [context.projection.ids[number]!, number]));
    return records.map((node) => ({ node, cursor: cursorOf(context.projection, numbers.get(node.id)!) }));
  }
}

/** The page of publications that the arguments ask for, among those that `within` means as well. */
export function publicationPage(context: Context, args: PublicationsArguments, within?: PublicationFilter): Page {
  const { projection } = context;
  const { size, backward } = pageSize(args, 20);
  const filters = [args.filter, within].filter((filter) => filter !== undefined);
  const marks = filters.length > 0 ? matchingFilter(context, { all: filters }) : undefined;
  const matches = (publication: number) => !marks || marks[publication] === 1;

  const order = newestFirst(projection);
  const ascending = args.orderBy === 'DATE_ASC';
  const at = (place: number) => order[ascending ? order.length - 1 - place : place]!;
  const compare = (a: SortKey, b: SortKey) => (ascending ? compareNewest(b, a) : compareNewest(a, b));
  const placeOf = (cursor: string, orEqual: boolean) => {
    const key = readCursor(cursor, 2) as unknown as SortKey;
    return firstPlace(order.length, (place) => compare(keyOf(projection, at(place)), key) >= (orEqual ? 0 : 1));
  };
  const start = args.after === undefined ? 0 : placeOf(args.after, false);
  const end = args.before === undefined ? order.length : placeOf(args.before, true);

  const publications: number[] = [];
  let more = false;
  const visit = (place: number) => {
    if (!matches(at(place))) return;
    if (publications.length < size) publications.push(at(place));
    else more = true;
  };
  if (backward) for (let place = end - 1; place >= start && !more; place--) visit(place);
  else for (let place = start; place < end && !more; place++) visit(place);
  if (backward) publications.reverse();

  return {
    publications,
    pageInfo: {
      hasNextPage: backward ? end < order.length : more,
      hasPreviousPage: backward ? more : start > 0,
      startCursor: publications.length > 0 ? cursorOf(projection, publications[0]!) : undefined,
      endCursor: publications.length > 0 ? cursorOf(projection, publications.at(-1)!) : undefined,
    },
    count: () => projection.ofKind.publication.filter(matches).length,
  };
}

const cursorOf = (projection: Projection, publication: number) => writeCursor(keyOf(projection, publication));
