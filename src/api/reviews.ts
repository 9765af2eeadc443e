import { Arg, Ctx, Extensions, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { readProposal, readProposals, type Proposal } from '../graph/proposals.ts';
import type { Context } from './context.ts';
import { PageInfo, pageSize, readCursor, writeCursor } from './paging.ts';
import { Review, ReviewKind, ReviewStatus } from './review.ts';

@ObjectType({ description: 'A question and its place.' })
export class ReviewEdge {
  @Field(() => String, { description: 'Its place in the list, which it keeps when others come and go.' })
  cursor!: string;

  @Field(() => Review, { description: 'The question.' })
  node!: Proposal;
}

@ObjectType({ description: 'How many questions there are of a kind.' })
export class ReviewKindCount {
  @Field(() => ReviewKind, { description: 'What is asked.' })
  kind!: Proposal['kind'];

  @Field(() => Int, { description: 'How many of it stand as was asked for.' })
  count!: number;
}

@ObjectType({ description: 'A page of questions for a curator (Relay Cursor Connections).' })
export class ReviewConnection {
  @Field(() => [ReviewEdge], { description: 'The questions with their places.' })
  edges!: ReviewEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many the whole list has.' })
  totalCount!: number;

  @Field(() => [ReviewKindCount], { description: 'How many there are of each kind, whichever was asked for.' })
  kinds!: ReviewKindCount[];
}

@Resolver(() => ReviewConnection)
export class ReviewConnectionResolver {
  @FieldResolver(() => [Review], { description: 'The questions alone.' })
  nodes(@Root() { edges }: ReviewConnection): Proposal[] {
    return edges.map(({ node }) => node);
  }

  @Extensions({ role: 'curator' })
  @Query(() => ReviewConnection, {
    description:
      'Questions for curators: publications that may be one, or one the translation of the other, and pages that were ' +
      'read. `importRecords`, `ingestPage` and `review list --find` ask them. Needs the key of a curator: nothing in it has been looked at by a person.',
  })
  async reviews(
    @Ctx() context: Context,
    @Arg('status', () => ReviewStatus, { defaultValue: 'open', description: 'How they stand.' })
    status: Proposal['status'],
    @Arg('kind', () => ReviewKind, { nullable: true, description: 'Only those that ask this.' })
    kind?: Proposal['kind'],
    @Arg('first', () => Int, { defaultValue: 20, description: 'So many, at most 100.' }) first?: number,
    @Arg('after', () => String, { nullable: true, description: 'A cursor: only what comes after it.' })
    after?: string,
  ): Promise<ReviewConnection> {
    return reviewPage(context, { status, kind }, pageSize({ first }, 20).size, after);
  }

  @Extensions({ role: 'curator' })
  @Query(() => Review, {
    nullable: true,
    description: 'One question, whatever became of it; null where there is none. Needs the key of a curator.',
  })
  async review(
    @Ctx() { store }: Context,
    @Arg('id', () => ID, { description: 'The id of the question.' }) id: string,
  ): Promise<Proposal | null> {
    return readProposal(store, id);
  }
}

/** A page of the questions of a status, in the order of their ids. */
async function reviewPage(
  { store }: Context,
  { status, kind }: { status: Proposal['status']; kind?: Proposal['kind'] },
  size: number,
  after: string | undefined,
): Promise<ReviewConnection> {
  const [last] = after === undefined ? [] : readCursor(after, 1);
  const ofStatus = await readProposals(store, status);
  const all = kind ? ofStatus.filter((proposal) => proposal.kind === kind) : ofStatus;
  const rest = last === undefined ? all : all.filter(({ id }) => id > last);
  const edges = rest.slice(0, size).map((node) => ({ node, cursor: writeCursor([node.id]) }));
  return {
    edges,
    totalCount: all.length,
    kinds: Object.values(ReviewKind).map((kind) => ({
      kind,
      count: ofStatus.filter((proposal) => proposal.kind === kind).length,
    })),
    pageInfo: {
      hasNextPage: rest.length > size,
      hasPreviousPage: rest.length < all.length,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}
