import { GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, Field, FieldResolver, ID, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { readProposal, type Proposal, type TakenBack } from '../graph/proposals.ts';
import type { CatalogueRecord } from '../model.ts';
import type { Context } from './context.ts';
import { Node } from './node.ts';
import type { Soon } from './soon.ts';

/** What a question for a curator is about. */
export const ReviewKind = { DUPLICATE: 'duplicate', TRANSLATION: 'translation', DRAFT: 'draft' } as const;
registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description:
    '`DUPLICATE`: are the two one publication? `TRANSLATION`: is the first a translation of the second? `DRAFT`: shall ' +
    'the page go in as it was read?',
});

/** How a question stands. */
export const ReviewStatus = { OPEN: 'open', ACCEPTED: 'accepted', REJECTED: 'rejected' } as const;
registerEnumType(ReviewStatus, { name: 'ReviewStatus', description: 'How a question for a curator stands.' });

@ObjectType({ description: 'A question that a curator decides, by `decide`.' })
export class Review {
  @Field(() => ID, { description: 'What `decide` calls it.' })
  id!: string;

  @Field(() => ReviewKind, { description: 'What is asked.' })
  kind!: Proposal['kind'];

  @Field(() => [String], {
    description: 'What speaks for it, such as `same DOI 10.1000/182`; of a draft, why it waits.',
  })
  evidence!: string[];

  @Field(() => ReviewStatus, { description: 'How it stands.' })
  status!: Proposal['status'];

  @Field(() => [String], {
    description:
      'Of a draft: what curators have found wrong on this page before, and what stays out of it, such as `date` or ' +
      '`countries:country/RS`.',
  })
  without!: string[];

  @Field(() => String, { nullable: true, description: 'Who has decided it: the name of a key or a command line.' })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'When, an ISO date and time.' })
  decided!: string | null;
}

@ObjectType({ description: 'A rejection that was taken back, by `reopen`.' })
export class PastRejection implements TakenBack {
  @Field(() => String, { description: 'Who had rejected it: the name of a key or a command line.' })
  decidedBy!: string;

  @Field(() => String, { description: 'When, an ISO date and time.' })
  decided!: string;

  @Field(() => String, { description: 'Who has taken it back.' })
  reopenedBy!: string;

  @Field(() => String, { description: 'When, an ISO date and time.' })
  reopened!: string;

  @Field(() => String, { nullable: true, description: 'Why, where that was said.' })
  reason!: string | null;
}

@Resolver(() => Review)
export class ReviewResolver {
  @FieldResolver(() => [PastRejection], { description: 'Rejections of it that were taken back, the first one first.' })
  past(@Root() { past }: Proposal): TakenBack[] {
    return past;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of a draft, the title of the page.',
  })
  title(@Root() { about }: Proposal): string | undefined {
    return about?.title;
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Of a draft that is open, all there is: `draft` with its evidence, the `record` it would become, and what it was ' +
      'taken for (`known`). Null where its rejection was taken back: nothing was kept of it; `ingestPage` reads it again.',
  })
  async page(@Root() { id, kind }: Proposal, @Ctx() { store }: Context): Promise<object | null> {
    return kind === 'draft' ? ((await readProposal(store, id))?.page ?? null) : null;
  }

  @FieldResolver(() => ID, {
    description: 'The id that would be given up, or be called a translation; of a draft, the address of the page.',
  })
  fromId(@Root() { from }: Proposal): string {
    return from;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The id that would stay, or be the original; of a draft, what it may be of or has become.',
  })
  intoId(@Root() { into }: Proposal): string | null {
    return into || null;
  }

  @FieldResolver(() => Node, { nullable: true, description: 'What `fromId` is; null when it has gone.' })
  from(@Root() { from }: Proposal, @Ctx() { loaders }: Context): Soon<CatalogueRecord | null> {
    return loaders.record.load(from);
  }

  @FieldResolver(() => Node, { nullable: true, description: 'What `intoId` is; null when it has gone.' })
  into(@Root() { into }: Proposal, @Ctx() { loaders }: Context): Soon<CatalogueRecord | null> {
    return loaders.record.load(into);
  }
}
